"""The sessions of a person's places, as the desk lists them; each list a fixed number of queries."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Case, OuterRef, Prefetch, Q, Subquery, When
from django.db.models.functions import Substr
from django.utils import timezone
from wagtail.models import Page

from cms.places import scope
from lectures.days import midnight
from lectures.models import Booking, Session, SessionState
from lectures.models.session import COMING

LANES = {"": "按周", "planned": "没定下来的", "held": "讲完没记的", "recorded": "记好了的", "cancelled": "取消了的"}
COUNTY_PATH = scope.COUNTY_DEPTH * Page.steplen


@dataclass(frozen=True)
class Wanted:
    """What a person asked to see: a lane, or a week by its Monday; words; one county by its key."""

    lane: str
    monday: dt.date
    words: str
    county: str

    @classmethod
    def read(cls, query) -> "Wanted":
        """Read a query string; what makes no sense is left out."""
        lane = query.get("lane", "")
        return cls(
            lane if lane in LANES else "", _monday(query.get("week", "")),
            query.get("q", "").strip()[:40], query.get("county", ""),
        )  # fmt: skip

    @property
    def is_this_week(self) -> bool:
        return self.monday == _monday("")

    @property
    def sunday(self) -> dt.date:
        return self.monday + dt.timedelta(days=6)

    @property
    def before(self) -> dt.date:
        return self.monday - dt.timedelta(days=7)

    @property
    def after(self) -> dt.date:
        return self.monday + dt.timedelta(days=7)


def listed(user, wanted: Wanted):
    """Return the sessions asked for, with what a list shows of each: what comes next first, then what is over."""
    found = with_facts(Session.objects.for_user(user))
    if wanted.words:
        found = found.filter(_says(wanted.words))
    if wanted.county:
        found = found.filter(place__path__startswith=_county_path(wanted.county))
    if wanted.lane:
        return _lane(found, wanted.lane)
    today = midnight(timezone.localdate())
    over = Case(When(starts_at__lt=today, then=1), default=0)
    return _week(found, wanted).annotate(over=over).order_by("over", "starts_at", "pk")


def with_facts(sessions):
    """Add the place, its county's name, and the speakers."""
    booked = Booking.objects.filter(live=True).select_related("speaker").order_by("speaker__path")
    county = Page.objects.filter(path=Substr(OuterRef("place__path"), 1, COUNTY_PATH)).values("title")[:1]
    sessions = sessions.select_related("place").annotate(county=Subquery(county))
    return sessions.prefetch_related(Prefetch("bookings", booked, to_attr="booked"))


def next_after(user, moment: dt.datetime) -> Session | None:
    """Return the next session that still comes."""
    return Session.objects.for_user(user).filter(state__in=COMING, starts_at__gte=moment).first()


def over_and_unrecorded(sessions):
    """Return those that have taken place, by the clock, and of which nobody has written a record."""
    by_the_clock = Q(state__in=COMING, ends_at__lte=timezone.now())
    return sessions.filter(by_the_clock | Q(state=SessionState.HELD))


def counties_of(user) -> list:
    """Return the counties to choose from, when there is a choice."""
    found = list(scope.counties()) if user.is_superuser or scope.works_in_city(user) else []
    return found if len(found) > 1 else []


def _lane(found, lane: str):
    if lane == "held":
        return over_and_unrecorded(found).order_by("-starts_at", "-pk")
    if lane == "planned":
        return found.filter(state=SessionState.PLANNED, ends_at__gt=timezone.now()).order_by("starts_at", "pk")
    return found.filter(state=lane).order_by("-starts_at", "-pk")


def _week(found, wanted: Wanted):
    start = midnight(wanted.monday)
    return found.between(start, start + dt.timedelta(days=7))


def _says(words: str) -> Q:
    spoken = Booking.objects.filter(live=True, speaker__title__icontains=words).values("session")
    return Q(topic__icontains=words) | Q(place__title__icontains=words) | Q(pk__in=spoken)


def _county_path(slug: str) -> str:
    return scope.counties().filter(slug=slug).values_list("path", flat=True).first() or "-"


def _monday(text: str) -> dt.date:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        day = timezone.localdate()
    if not 2000 <= day.year <= 2100:  # noqa: PLR2004 - what nobody asks for in earnest
        day = timezone.localdate()
    return day - dt.timedelta(days=day.weekday())
