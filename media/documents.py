"""Who may open a document: it is as public as the pages that name it."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, ReferenceIndex

from cms.places import scope
from cms.places.models import PlaceAccess
from media.models import CustomDocument


def is_public(document: CustomDocument) -> bool:
    """Say whether a page that everybody may read names the document."""
    named = ReferenceIndex.get_references_to(document).filter(base_content_type=ContentType.objects.get_for_model(Page))
    pages = [int(pk) for pk in named.values_list("object_id", flat=True)]
    return Page.objects.live().public().filter(pk__in=pages).exists()


def may_open(user, document: CustomDocument) -> bool:
    """Say whether the person may open it: anybody a public one, else the people of its county and of the city.

    What lies in no county's collection is the city's, for everybody who works for the site.
    """
    if user.is_superuser or is_public(document):
        return True
    access = PlaceAccess.objects.filter(collection=document.collection_id).select_related("place").first()
    owner = access.place.path if access else scope.city().path
    return any(owner.startswith(held) or held.startswith(owner) for held in scope.paths(user))
