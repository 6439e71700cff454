"""The A4 sheet of one month at one place, to be put up on the notice board."""

import datetime as dt
from dataclasses import dataclass
from math import ceil

from django.utils import timezone

from cms.places.made import below
from cms.places.models import PlacePage
from lectures.calendars import AHEAD, BACK, Span, span_of
from lectures.models import Session
from lectures.public_rows import Row, rows_of

ROOMY, ROOMY_LINES = (14, 8, 5), 16  # characters of topic, place and speakers in one line; lines of one page
DENSE, DENSE_LINES = (19, 11, 7), 30


@dataclass(frozen=True)
class Sheet:
    """The sessions of a month at a place and below it, each with the day it opens, None after the first of a day."""

    place: PlacePage
    span: Span
    lines: list[tuple[dt.date | None, Row]]

    @property
    def size(self) -> str:
        """How it is set: few lines large, for those who read it standing; what fits no page goes on to the next."""
        if self._height(ROOMY) <= ROOMY_LINES:
            return "roomy"
        return "dense" if self._height(DENSE) <= DENSE_LINES else "dense overfull"

    def _height(self, widths: tuple[int, ...]) -> int:
        """Return how many lines of print the table has."""
        cells = ((row.topic, row.place + row.venue, "、".join(row.speakers)) for _, row in self.lines)
        return sum(max(ceil(len(text) / width) for text, width in zip(row, widths, strict=True)) for row in cells)


def sheet_of(place: PlacePage, year: int, month: int) -> Sheet | None:
    """Return the sheet, or None for a month to which the calendar cannot be turned."""
    today = timezone.localdate()
    try:
        first = dt.date(year, month, 1)
    except ValueError:
        return None
    if not today - BACK <= first <= today + AHEAD:
        return None
    span = span_of("month", first)
    sessions = span.of(Session.objects.public().filter(place__path__range=below(place)))
    return Sheet(place, span, list(_lines(rows_of(sessions.order_by("starts_at", "pk")))))


def _lines(rows: list[Row]):
    before = None
    for row in rows:
        day = timezone.localtime(row.starts_at).date()
        yield (None if day == before else day), row
        before = day
