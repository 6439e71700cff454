"""Reminders that cannot lie: a query over the sessions that still take place, asked again and again.

Each is told once a session, a kind and a start (the key), so one that is moved is told anew for its new time, and one
that is called off or moved away is simply not found any more. Nothing is queued ahead.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Prefetch
from django.urls import reverse
from django.utils import timezone

from cms.core.chores import chore
from cms.notices.models import Notice
from cms.notices.telling import tell
from cms.places.models import Membership, Role
from lectures.clashes import clock
from lectures.models import Booking, Session, SessionState
from lectures.models.session import COMING
from lectures.telling import dispatchers

DAY, WEEK = dt.timedelta(days=1), dt.timedelta(days=7)
ROUND = dt.timedelta(minutes=15)


@dataclass
class Reminder:
    """One thing to tell about one session."""

    session: Session
    kind: str
    title: str
    people: list = field(default_factory=list)
    group: bool = False

    @property
    def key(self) -> str:
        """Return what makes telling it twice impossible, and telling it anew for another time possible."""
        return f"session-{self.session.pk}-{self.kind}-{self.session.starts_at:%Y%m%d%H%M}"

    @property
    def body(self) -> str:
        """Return words that everybody may read."""
        session = self.session
        names = "、".join(booking.speaker.title for booking in session.booked)
        where = session.place.title + (session.venue and f"，{session.venue}")
        return f"{clock(session.starts_at)}，{where}\n{names or '还没有派人'}"


@chore(every=ROUND)
def remind() -> int:
    """Tell whoever is concerned what is to come; return how many reminders were told."""
    found = due(timezone.now())
    told = set(Notice.objects.filter(key__in=[one.key for one in found]).values_list("key", "user"))
    return sum(_told(one, [person for person in one.people if (one.key, person.pk) not in told]) for one in found)


def due(now: dt.datetime) -> list[Reminder]:
    """Return what is due: of the next day for all concerned, of the next week for the speakers.

    Six queries, and two for each place where something is still open.
    """
    coming = Session.objects.filter(takes_place=True, starts_at__gt=now, starts_at__lte=now + WEEK)
    coming = coming.filter(state__in=COMING).select_related("place")
    booked = Booking.objects.filter(live=True).select_related("speaker__diary__user").order_by("speaker__path")
    sessions = list(coming.prefetch_related(Prefetch("bookings", booked, to_attr="booked")))
    soon = [one for one in sessions if one.starts_at <= now + DAY]
    hosts = _contributors({one.place.path for one in soon})
    found = [*_weekly(sessions, now), *_daily(soon, hosts), *_open(soon)]
    return [one for one in found if one.people]


def _weekly(sessions: Iterable[Session], now: dt.datetime) -> Iterator[Reminder]:
    for one in sessions:
        if one.state == SessionState.CONFIRMED and one.starts_at > now + DAY:
            yield Reminder(one, "week", f"您下面有一场：《{one.topic}》", _speakers(one))


def _daily(sessions: Iterable[Session], hosts: dict[str, list]) -> Iterator[Reminder]:
    for one in sessions:
        if one.state == SessionState.CONFIRMED:
            people = [*_speakers(one), *hosts[one.place.path]]
            yield Reminder(one, "day", f"就在一天以内：《{one.topic}》", people, group=True)


def _open(sessions: Iterable[Session]) -> Iterator[Reminder]:
    """Yield, for who dispatches, what begins within a day and has not been agreed yet."""
    planned = [one for one in sessions if one.state == SessionState.PLANNED]
    answering = {path: list(dispatchers(path)) for path in {one.place.path for one in planned}}
    for one in planned:
        title = f"一天以内开讲，还没有定下来：《{one.topic}》"
        yield Reminder(one, "open", title, answering[one.place.path])


def _speakers(session: Session) -> list:
    """Return the accounts of those who speak."""
    diaries = [getattr(booking.speaker, "diary", None) for booking in session.booked]
    return [diary.user for diary in diaries if diary and diary.user and diary.user.is_active]


def _contributors(paths: set[str]) -> dict[str, list]:
    """Return who writes for each place: those appointed at that very place."""
    held = Membership.objects.current().filter(role=Role.CONTRIBUTOR, place__path__in=paths)
    pairs = list(held.values_list("place__path", "user"))
    people = get_user_model().objects.filter(is_active=True).in_bulk([user for _, user in pairs])
    found: dict[str, list] = defaultdict(list)
    for path, user in pairs:
        if user in people:
            found[path].append(people[user])
    return found


@transaction.atomic
def _told(reminder: Reminder, people: list) -> bool:
    """Tell it, if the session still stands as it was found."""
    if not people:
        return False
    session = reminder.session
    same = Session.objects.select_for_update(of=("self",), no_key=True).filter(
        pk=session.pk, starts_at=session.starts_at, state=session.state
    )
    if not same.exists():
        return False
    url = reverse("lectures_desk:session", args=[session.pk])
    tell(people, title=reminder.title, body=reminder.body, url=url, key=reminder.key, group=reminder.group)
    return True
