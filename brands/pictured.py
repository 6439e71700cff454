"""The pictures of a reviewed page, of whichever kind, that somebody may ask about."""

from django.urls import reverse

from brands.permissions import cases_for
from cms.review import queries
from cms.review.ways import Way


def page_for(user, pk: int):
    """Return the newest text of a page that the person works with, or None: anything else does not exist for them."""
    case = cases_for(user).filter(pk=pk).first()
    return case.get_latest_revision_as_object() if case else queries.editable(user, pk)


def pictures_of(newest) -> list[int]:
    """Return the pks of the pictures in a page's newest text and in what is on the site, each once."""
    shown = type(newest).objects.get(pk=newest.pk).pictures() if newest.live else []
    return list(dict.fromkeys(image.pk for image in (*newest.pictures(), *shown)))


def consent_way(page) -> Way | None:
    """Lead on from a page with pictures to who is in them and who agreed."""
    if not pictures_of(page):
        return None
    url = reverse("submissions:consent", args=[page.pk])
    return Way("照片和出镜同意", "谁在照片里、同意了没有；不愿意再露面的，在这里撤下", url, "images")
