"""Beginning a page that somebody will finish: under its county, with an address of its own, read by nobody yet."""

from django.utils import timezone
from wagtail.models import Page

from cms.pages.slugs import pinyin_slug
from cms.places import scope
from cms.places.founding import index_of
from cms.places.models import PlacePage


def begin(page, *, index_class, user):
    """Put a new draft into its county's section and return it, owned by the person; call it inside a transaction."""
    county = PlacePage.objects.get(path=scope.county_path(page.place.path))
    index = index_of(county, index_class)
    Page.objects.select_for_update().get(pk=index.pk)  # two writers never add a page at one place in the tree
    index = index_class.objects.get(pk=index.pk)
    page.owner, page.live, page.slug = user, False, free_slug(page.title, index)
    index.add_child(instance=page)
    page.save_revision(user=user)
    return page


def free_slug(title: str, parent: Page, *, but: int | None = None, otherwise: str = "gao") -> str:
    """Return an address made of the title that no other page beside it has; `but` leaves one page (by pk) out.

    `otherwise` begins the address of a title that gives none.
    """
    base = slug = pinyin_slug(title) or f"{otherwise}-{timezone.localdate():%Y%m%d}"
    others = Page.objects.child_of(parent).exclude(pk=but)
    number = 1
    while others.filter(slug=slug).exists():
        number += 1
        slug = f"{base}-{number}"
    return slug
