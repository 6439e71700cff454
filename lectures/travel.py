"""How long the way from one place to another takes, in whole minutes."""

import math
from functools import cached_property

from cms.places import scope
from cms.places.models import PlacePage
from lectures.models import KnownWay, TravelRule

EARTH = 6371.0  # km, mean radius
STEP = 5  # minutes; nobody plans ways by the minute


class Ways:
    """The ways there are, with the counties' rules and what is known by hand, read once."""

    @cached_property
    def rules(self) -> dict[str, TravelRule]:
        """The counties' rules, by the county's tree path."""
        return {rule.county.path: rule for rule in TravelRule.objects.select_related("county")}

    @cached_property
    def known(self) -> dict[tuple[int, int], int]:
        """The ways known by hand, by both keys, the lower first."""
        return {(a, b): minutes for a, b, minutes in KnownWay.objects.values_list("a", "b", "minutes")}

    def minutes(self, a: PlacePage, b: PlacePage) -> int:
        """Return the minutes from one place to the other; none within one place."""
        if a.pk == b.pk:
            return 0
        by_hand = self.known.get((min(a.pk, b.pk), max(a.pk, b.pk)))
        return by_hand if by_hand is not None else self._reckoned(a, b)

    def least(self, place: PlacePage) -> int:
        """Return the minutes that a speaker needs to get away from a place to anywhere."""
        return self._rule(place).least

    def _reckoned(self, a: PlacePage, b: PlacePage) -> int:
        rule = self._rule(b)
        away = kilometres(a, b)
        if away is None:
            return rule.unknown
        minutes = away * float(rule.road_factor) / rule.speed * 60
        return max(rule.least, math.ceil(minutes / STEP) * STEP)

    def _rule(self, place: PlacePage) -> TravelRule:
        return self.rules.get(scope.county_path(place.path)) or self._usual

    @cached_property
    def _usual(self) -> TravelRule:
        """The rule of a county that has set none."""
        return TravelRule()


def kilometres(a: PlacePage, b: PlacePage) -> float | None:
    """Return the distance as the crow flies (haversine), or None when a place has no coordinates."""
    if None in (a.latitude, a.longitude, b.latitude, b.longitude):
        return None
    (south, west), (north, east) = ((math.radians(p.latitude), math.radians(p.longitude)) for p in (a, b))
    chord = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin((east - west) / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(chord))
