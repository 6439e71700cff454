"""What there is to know of all speakers at once for one wish, as plain rows: no page is built for a list of names."""

import datetime as dt
import re
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Count, FloatField
from django.db.models.functions import Cast
from django.utils import timezone

from cms.pages.addresses import address
from cms.places import scope
from lectures import clashes
from lectures.clashes import Stay
from lectures.days import midnight
from lectures.models import Booking, CoursePage, SpeakerPage

BETWEEN = re.compile(r"[、，,；;。\s/]+")
SHORTEST = 2  # characters: a shorter word says nothing of a topic


@dataclass(frozen=True)
class Spot:
    """Where something is: as much of a place as reckoning a way takes."""

    pk: int
    path: str
    title: str
    latitude: object = None
    longitude: object = None

    @classmethod
    def of(cls, place) -> "Spot":
        return cls(place.pk, place.path, place.title, place.latitude, place.longitude)

    @property
    def county_path(self) -> str:
        return scope.county_path(self.path)


@dataclass(frozen=True)
class Wish:
    """What is wished, where and when; `asked` is what became of asking before, by speaker: (state, reason)."""

    place: Spot
    topic: str
    starts_at: dt.datetime
    ends_at: dt.datetime
    course: int | None = None
    speaker: int | None = None
    dialects: frozenset[int] = frozenset()
    session: int | None = None
    asked: dict[int, tuple[str, str]] = field(default_factory=dict)

    @cached_property
    def day(self) -> dt.date:
        return timezone.localdate(self.starts_at)


@dataclass(frozen=True)
class Row:
    """One speaker on the roster."""

    pk: int
    name: str
    path: str
    url: str
    post: str
    topics: tuple[str, ...]
    place: Spot | None
    owner: str  # the county's name; none for the city's own
    owner_path: str
    term_start: dt.date | None
    term_end: dt.date | None
    limit: int | None


@dataclass(frozen=True)
class Pool:
    """The roster, and by the speakers' keys: what they have around the time, this month, and who fits the wish."""

    speakers: list[Row]
    taken: dict[int, list[Stay]]
    coming: set[int]  # booked for this very session
    load: dict[int, int]
    teach: set[int]
    speak: set[int]


def read(wish: Wish) -> Pool:
    """Read it all."""
    taken, coming = _taken(wish)
    return Pool(_roster(), taken, coming, _load(wish), _teach(wish), _speak(wish))


def _spot(place: str) -> list:
    """Return the columns of a Spot; where it is as plain numbers, which are quicker to read than decimals."""
    degrees = [Cast(f"{place}__{name}", FloatField()) for name in ("latitude", "longitude")]
    return [f"{place}__pk", f"{place}__path", f"{place}__title", *degrees]


def _roster() -> list[Row]:
    counties = dict(scope.counties().values_list("path", "title"))
    place = _spot("place")
    rows = SpeakerPage.objects.live().order_by().values_list(
        "pk", "title", "path", "url_path", "post", "topics", "term_start", "term_end", "diary__monthly_limit", *place
    )  # fmt: skip
    return [_row(values, counties) for values in rows]


def _row(values: tuple, counties: dict[str, str]) -> Row:
    pk, name, path, url_path, post, topics, start, end, limit, *place = values
    owner_path = path[: -2 * SpeakerPage.steplen]
    words = tuple(word for word in BETWEEN.split(topics) if len(word) >= SHORTEST)
    spot, owner = Spot(*place) if place[0] else None, counties.get(owner_path, "")
    return Row(pk, name, path, address(url_path), post, words, spot, owner, owner_path, start, end, limit)


def _taken(wish: Wish) -> tuple[dict[int, list[Stay]], set[int]]:
    """Return everybody's sessions near this time, in order, and who is booked for this very one."""
    near = Booking.objects.filter(
        live=True,
        session__starts_at__gt=wish.starts_at - clashes.HORIZON,
        session__starts_at__lt=wish.ends_at + clashes.HORIZON,
    )
    place = _spot("session__place")
    rows = near.order_by("starts_at").values_list(
        "speaker", "session", "starts_at", "ends_at", "session__topic", *place
    )
    taken: dict[int, list[Stay]] = {}
    coming = set()
    for speaker, session, starts_at, ends_at, topic, *spot in rows:
        if session == wish.session:
            coming.add(speaker)
        else:
            taken.setdefault(speaker, []).append(Stay(starts_at, ends_at, Spot(*spot), topic))
    return taken, coming


def _load(wish: Wish) -> dict[int, int]:
    """Return how many sessions each speaker has in the month of the wish, this one aside."""
    first = midnight(timezone.localdate(wish.starts_at).replace(day=1))
    after = (first + dt.timedelta(days=32)).replace(day=1)
    month = Booking.objects.filter(live=True, session__starts_at__gte=first, session__starts_at__lt=after)
    if wish.session:
        month = month.exclude(session=wish.session)
    return dict(month.order_by().values_list("speaker").annotate(Count("pk")))


def _teach(wish: Wish) -> set[int]:
    return _keys(CoursePage.speakers.through.objects.filter(coursepage=wish.course)) if wish.course else set()


def _speak(wish: Wish) -> set[int]:
    return _keys(SpeakerPage.dialects.through.objects.filter(dialect__in=wish.dialects)) if wish.dialects else set()


def _keys(through) -> set[int]:
    return set(through.values_list("speakerpage", flat=True))
