"""Where a case may be told of and which brand it may belong to, as choices for a form."""

from brands.models import BrandProjectPage
from brands.permissions import places_to_write_for
from cms.places.models import PlacePage, Tier
from cms.places.scope import COUNTY_DEPTH, county_path


def place_choices(user, page=None) -> list:
    """Return the places the person writes for, those of the page's county only once there is one.

    Villages and points stand in a group under their township's name where the person writes for several townships.
    """
    places = places_to_write_for(user).values_list("pk", "title", "path", "tier", named=True)
    if page is not None:
        places = places.filter(path__startswith=page.owner_path)
    places = list(places)
    named = {place.path: place.title for place in places}
    townships = [place for place in places if place.tier == Tier.INSTITUTE]
    choices = _grouped(places, named) if len(townships) > 1 else [(place.pk, place.title) for place in places]
    if page is not None and page.place_id not in {place.pk for place in places}:
        choices.insert(0, (page.place_id or "", page.place.title if page.place_id else "全县（市、区）"))
    return choices


def _grouped(places, named) -> list:
    """Return the places in groups by township, those of a county itself in the county's group."""
    several = len({county_path(place.path) for place in places}) > 1
    groups: dict[str, list] = {}
    group = ""
    for place in places:
        if place.tier in (Tier.CENTRE, Tier.INSTITUTE):
            county = named.get(county_path(place.path), "")
            group = f"{county} {place.title}" if several and place.tier == Tier.INSTITUTE else place.title
        groups.setdefault(group, []).append((place.pk, place.title))
    return list(groups.items())


def first_of(choices) -> int | None:
    """Return the first place that one may choose, within groups or not."""
    for value, label in choices:
        if isinstance(label, list):
            return label[0][0]
        return value
    return None


def brand_choices(page, choices) -> list[tuple[int, str]]:
    """Return the public brand projects of the city, and of the county of the case (or of the first place to choose)."""
    if page is None and not choices:
        return []
    first = None if page else PlacePage.objects.values_list("path", flat=True).get(pk=first_of(choices))
    county = page.owner_path if page else county_path(first)
    brands = BrandProjectPage.objects.live()
    found = brands.filter(depth=COUNTY_DEPTH + 1) | brands.filter(path__startswith=county)
    return list(found.order_by("title").values_list("pk", "title"))
