"""The public calendar by month, week, day, or as a list: which days a view shows, and what is on them."""

import datetime as dt
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from django.db.models import Q
from django.utils import timezone

from cms.pages import page_cache
from cms.pages.filters import BoundFilter, Filter
from cms.places.made import below
from cms.places.models import PlacePage, Tier
from lectures.days import WEEKDAYS, midnight
from lectures.models import LectureForm, LectureTheme
from lectures.public_rows import Row

VIEWS = {"month": "月", "week": "周", "day": "日", "list": "列表"}
TURNING = {
    "month": ("上个月", "下个月"),
    "week": ("上一周", "下一周"),
    "day": ("前一天", "后一天"),
    "list": ("往前一个月", ""),
}
BACK, AHEAD = dt.timedelta(days=750), dt.timedelta(days=400)  # how far the calendar can be turned
DAY, WEEK, LIST = dt.timedelta(days=1), dt.timedelta(days=7), dt.timedelta(days=30)


@dataclass(frozen=True)
class Span:
    """The days that one view shows: from `start` to before `end` (None: without end)."""

    view: str
    start: dt.date
    end: dt.date | None
    previous: dt.date
    following: dt.date
    title: str

    @property
    def turning(self) -> tuple[str, str]:
        """What the ways back and onward are called."""
        return TURNING[self.view]

    @property
    def begins(self) -> dt.datetime:
        return midnight(self.start)

    @property
    def ends(self) -> dt.datetime | None:
        return self.end and midnight(self.end)

    @property
    def has_previous(self) -> bool:
        return self.start > timezone.localdate() - BACK

    @property
    def has_following(self) -> bool:
        return self.view != "list" and self.following <= timezone.localdate() + AHEAD

    def of(self, sessions):
        """Return those of the sessions that begin within."""
        sessions = sessions.filter(starts_at__gte=self.begins)
        return sessions.filter(starts_at__lt=self.ends) if self.end else sessions


@dataclass(frozen=True)
class Day:
    """One day of a calendar with its sessions, or the first of them."""

    date: dt.date
    sessions: list[Row] = field(default_factory=list)

    @property
    def more(self) -> int:
        """How many sessions of this day are not among those listed."""
        return max(self.sessions[0].in_day - len(self.sessions), 0) if self.sessions else 0

    @property
    def is_today(self) -> bool:
        return self.date == timezone.localdate()

    @property
    def is_past(self) -> bool:
        return self.date < timezone.localdate()

    @property
    def weekday(self) -> str:
        return f"周{WEEKDAYS[self.date.weekday()]}"


def day_of(text: str | None) -> dt.date:
    """Return the day of an address, within what the calendar can be turned to; today for anything else."""
    today = timezone.localdate()
    try:
        day = dt.date.fromisoformat(text or "")
    except ValueError:
        return today
    return min(max(day, today - BACK), today + AHEAD)


def span_of(view: str, day: dt.date) -> Span:
    """Return the days that a view shows around a day."""
    if view == "month":
        first = day.replace(day=1)
        after = (first + 31 * DAY).replace(day=1)
        return Span(view, first, after, (first - DAY).replace(day=1), after, f"{first.year}年{first.month}月")
    if view == "week":
        monday = day - day.weekday() * DAY
        title = f"{told(monday)}到{told(monday + 6 * DAY, monday)}"
        return Span(view, monday, monday + WEEK, monday - WEEK, monday + WEEK, title)
    if view == "day":
        title = f"{told(day)} 周{WEEKDAYS[day.weekday()]}"
        return Span(view, day, day + DAY, day - DAY, day + DAY, title)
    return Span("list", day, None, day - LIST, day, f"{told(day)}起")


def told(day: dt.date, after: dt.date | None = None) -> str:
    """Return a day in words; the year is left out when it is that of the day told before."""
    year = "" if after and after.year == day.year else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日"


def next_day(days: list[Day]) -> dt.date | None:
    """Return the first day from today on that has sessions, where days before it have some too: a way to skip those."""
    busy = [day for day in days if day.sessions]
    return next((day.date for before, day in pairwise(busy) if before.is_past and not day.is_past), None)


def by_day(sessions: list[Row]) -> list[Day]:
    """Return the days that have sessions."""
    groups = groupby(sessions, lambda one: timezone.localtime(one.starts_at).date())
    return [Day(date, list(found)) for date, found in groups]


def every_day(span: Span, sessions: list[Row]) -> list[Day]:
    """Return every day of a span, with its sessions or without."""
    found = {day.date: day for day in by_day(sessions)}
    days = (span.start + n * DAY for n in range((span.end - span.start).days))
    return [found.get(date) or Day(date) for date in days]


def _counties(_):
    return PlacePage.objects.live().filter(tier=Tier.CENTRE).order_by("path").values_list("slug", "title")


def _within(sessions, slug: str):
    county = PlacePage.objects.live().filter(tier=Tier.CENTRE, slug=slug).first()
    return sessions.filter(place__path__range=below(county)) if county else sessions.none()


def _by_word(name: str, label: str, model) -> Filter:
    """Narrow by a word that a session has itself or, where it says nothing, from its course."""

    def narrow(sessions, pk):
        return sessions.filter(Q(**{name: pk}) | Q(**{name: None, f"course__{name}": pk}))

    return Filter(name, label, lambda _: model.objects.values_list("pk", "name"), narrow)


FILTERS = (
    Filter("county", "县（市、区）", _counties, _within),
    _by_word("theme", "主题", LectureTheme),
    _by_word("form", "形式", LectureForm),
)


def bound_filters(query) -> list[BoundFilter]:
    """Return the filters of use, as a request's query sets them."""
    choices = page_cache.kept("lectures:calendar", lambda: [one.choices_of(None) for one in FILTERS])
    bound = (one.bind(offered, query) for one, offered in zip(FILTERS, choices, strict=True))
    return [one for one in bound if one.of_use]
