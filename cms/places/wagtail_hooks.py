from django.db.models import Q
from wagtail import hooks

from cms.places import (
    scope,
    sections,  # noqa: F401 - registers them
)
from cms.places.founding import SectionSpec
from cms.places.models import OwnedPage, PlaceIndexPage
from cms.places.page_form import OwnedPageForm

OwnedPage.base_form_class = OwnedPageForm  # here, because the form asks `scope`, which stands above the models


@hooks.register("register_section")
def places_section():
    return SectionSpec(PlaceIndexPage, "阵地", "places", 70, counties=False)


@hooks.register("construct_page_chooser_queryset")
def only_what_one_may_see(pages, request):
    """Offer what is published, and of the unpublished only one's own county's: titles are work too."""
    return pages.filter(Q(live=True) | scope.visible(request.user, "path"))
