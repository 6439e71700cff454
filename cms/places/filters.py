"""Narrowing a list to one county."""

from cms.pages.filters import Filter
from cms.places.models.place import PlacePage, Tier


def _counties(index):
    below = PlacePage.objects.live().filter(tier=Tier.CENTRE, path__startswith=index.path[: -index.steplen])
    return below.exclude(path=index.path[: -index.steplen]).order_by("path").values_list("slug", "title")


def _within(pages, slug):
    county = PlacePage.objects.filter(tier=Tier.CENTRE, slug=slug).first()
    return pages.filter(path__startswith=county.path) if county else pages.none()


def by_county() -> Filter:
    """Narrow by county; offered on the city's lists only."""
    return Filter("county", "县（市、区）", _counties, _within)
