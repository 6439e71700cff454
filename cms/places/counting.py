"""The coverage of an area and of each part of it, on a day."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from wagtail.models import Page

from cms.places.coverage import Coverage, stations
from cms.places.models import PlacePage, Status, Tier


@dataclass(frozen=True)
class Part:
    """One place directly below, with its own count; a station counts itself."""

    place: PlacePage
    coverage: Coverage
    status: str  # in words, on that day


@dataclass(frozen=True)
class Count:
    """A whole and its parts; the parts add up to the whole."""

    whole: Coverage
    parts: list[Part]


def below(top: Page, on: dt.date) -> Count:
    """Count the stations of an area and of every place directly below it that has any; two queries."""
    rows = list(stations(on, top.path).values_list("path", "now"))
    length = len(top.path) + Page.steplen
    totals = Counter(path[:length] for path, _ in rows)
    working = Counter(path[:length] for path, now in rows if now == Status.OPERATING)
    states = dict(rows)
    children = PlacePage.objects.filter(path__in=totals).order_by("path").only("title", "path", "tier", "depth")
    parts = [
        Part(child, Coverage(working[child.path], totals[child.path], on), _words(child, states)) for child in children
    ]
    return Count(Coverage(working.total(), len(rows), on), parts)


def _words(place: PlacePage, states: dict[str, str | None]) -> str:
    if place.tier != Tier.STATION:
        return ""
    return Status(states[place.path] or Status.PLANNED).label
