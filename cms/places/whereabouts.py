"""Where a page belongs, as its readers see it."""

from django.db.models import Q
from wagtail.models import Page

from cms.pages.links import Group
from cms.places.models import OwnedPage


def whereabouts(page: OwnedPage) -> Group:
    """Return the county or city that owns a page, and the place that it tells of."""
    return Group(Page.objects.live().filter(Q(path=page.owner_path) | Q(pk=page.place_id)), in_tree_order=True)
