"""What was made at a place: the pages that a county owns and those that tell of a place or of one below it."""

from django.db.models import Q, QuerySet

from cms.pages.addresses import address
from cms.pages.sections import Section
from cms.places.models import PlacePage, Tier

LONGEST = 40  # characters: ten steps down the tree


def newest(pages: QuerySet) -> QuerySet:
    """Return the live ones, newest first."""
    return pages.live().order_by("-first_published_at", "-pk")


def at(place: PlacePage) -> Q:
    """Return the condition that a page tells of the place or of one below it, or belongs to it (a county)."""
    told = Q(place__path__range=below(place))
    return told | Q(path__range=below(place)) if place.tier == Tier.CENTRE else told


def below(place: PlacePage) -> tuple[str, str]:
    """Return the first and last tree path of a place and all below it: a range uses the index, where LIKE may not."""
    return place.path, place.path + "Z" * LONGEST


def made_here(place: PlacePage, pages: QuerySet, *, slug: str, **fields) -> Section:
    """Return a section of these pages for the place's own page; a county has a list of its own to go on to."""
    more = f"{address(place.url_path)}{slug}/" if place.tier == Tier.CENTRE else ""
    return Section(url=more, pages=newest(pages), **({"template": "sections/list.html"} | fields))
