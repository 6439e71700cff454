"""Sessions as everybody reads them in lists: plain rows, one query for the sessions and one for who speaks."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Window
from django.db.models.functions import Coalesce, RowNumber, TruncDate
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from cms.pages import page_cache
from cms.places import scope
from lectures.clashes import LONGEST
from lectures.days import WEEKDAYS
from lectures.models import Booking, Offer, OfferState, Session, SessionState
from lectures.models.session import COMING

COLUMNS = ("pk", "code", "topic", "starts_at", "ends_at", "state", "venue", "place__title", "place__path")
FORM = Coalesce("form__name", "course__form__name")
COUNTY = Page.steplen * scope.COUNTY_DEPTH
WAITS = "待补位"  # agreed once, and nobody speaks yet: people may come all the same
WORDS = {
    SessionState.PLANNED: WAITS,
    SessionState.CONFIRMED: "",
    SessionState.HELD: "已经讲过",
    SessionState.RECORDED: "已经讲过",
    SessionState.CANCELLED: "已取消",
}


@dataclass(frozen=True)
class Row:
    """One session in a list, with how many sessions its day has where that was asked for."""

    code: str
    topic: str
    starts_at: dt.datetime
    ends_at: dt.datetime
    state: str
    venue: str
    place: str
    county: str
    form: str
    speakers: tuple[str, ...] = ()
    in_day: int = 1

    @property
    def url(self) -> str:
        return reverse("lectures:session", args=[self.code])

    @property
    def cancelled(self) -> bool:
        return self.state == SessionState.CANCELLED

    @property
    def words(self) -> str:
        return in_words(self.state, self.ends_at)

    @property
    def waits(self) -> bool:
        return self.words == WAITS

    @property
    def weekday(self) -> str:
        return f"周{WEEKDAYS[timezone.localtime(self.starts_at).weekday()]}"

    @property
    def where(self) -> str:
        return " ".join(dict.fromkeys(part for part in (self.county, self.place) if part))


def in_words(state: str, ends_at: dt.datetime) -> str:
    """Return where an announced session stands, in a word for everybody; "" for one that simply comes."""
    over = ends_at < timezone.now() and state in COMING
    return "时间已过" if over else WORDS[SessionState(state)]


def rows_of(sessions: QuerySet, *, speakers: bool = True) -> list[Row]:
    """Return the sessions as rows, in their order."""
    rows = list(sessions.values_list(*COLUMNS, FORM))
    who = names([row[0] for row in rows]) if speakers and rows else {}
    counties = county_titles()
    return [_row(counties, *row, 1, who) for row in rows]


def first_of_each_day(sessions: QuerySet, most: int, *, speakers: bool) -> list[Row]:
    """Return the first `most` sessions of each day, each with how many its day has."""
    day = TruncDate("starts_at")
    ranked = sessions.order_by().annotate(
        nth=Window(RowNumber(), partition_by=[day], order_by=["starts_at", "pk"]),
        in_day=Window(Count("pk"), partition_by=[day]),
    )
    first = ranked.filter(nth__lte=most).order_by("starts_at", "pk")
    rows = list(first.values_list(*COLUMNS, FORM, "in_day"))
    who = names([row[0] for row in rows]) if speakers and rows else {}
    counties = county_titles()
    return [_row(counties, *row, who) for row in rows]


def _row(counties: dict[str, str], pk, *columns) -> Row:
    *told, path, form, in_day, who = columns
    return Row(*told, counties.get(path[:COUNTY], ""), form or "", tuple(who.get(pk, ())), in_day)


def spoken(bookings: QuerySet) -> QuerySet:
    """Return the bookings of who really speaks: on the roster, and not merely asked."""
    asked = Offer.objects.filter(
        session=OuterRef("session"), speaker=OuterRef("speaker"), state=OfferState.SENT, open_call=False
    )
    agreed = bookings.filter(live=True, speaker__live=True).exclude(session__state=SessionState.PLANNED)
    return agreed.exclude(Exists(asked)).order_by("pk")


def names(sessions: list[int]) -> dict[int, list[str]]:
    """Return the names of who speaks at each of these sessions."""
    found = defaultdict(list)
    bookings = spoken(Booking.objects.filter(session__in=sessions))
    for session, name in bookings.values_list("session", F("speaker__title")):
        found[session].append(name)
    return found


def county_titles() -> dict[str, str]:
    """Return the title of every live county by its tree path, kept until the site changes."""
    return page_cache.kept("lectures:counties", lambda: dict(scope.counties().live().values_list("path", "title")))


def coming() -> QuerySet:
    """Return what everybody may come to from now on; none lasts longer than LONGEST, so the index on starts serves."""
    now = timezone.now()
    sessions = Session.objects.public().filter(starts_at__gt=now - LONGEST, ends_at__gt=now)
    return sessions.exclude(state=SessionState.CANCELLED).order_by("starts_at", "pk")
