"""A speaker who could come at another time: they say when, and the dispatcher moves the session, or says no."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone

from cms.core.refusals import Refused
from cms.notices.telling import tell
from lectures import telling
from lectures.clashes import LONGEST
from lectures.journal import note
from lectures.locks import hold
from lectures.models import Booking, Diary, Session, SessionEvent
from lectures.models.session import COMING
from lectures.permissions import allow_scheduling

Kind = SessionEvent.Kind
SETTLED = (Kind.ASKED, Kind.MOVED, Kind.STAYS)  # after which an earlier wish for another time counts no more


@dataclass(frozen=True)
class Ask:
    """What one speaker would like: this session at that time."""

    session: Session
    user_id: int
    who: str
    starts_at: dt.datetime
    ends_at: dt.datetime
    reason: str

    @property
    def minutes(self) -> int:
        return int((self.ends_at - self.starts_at).total_seconds() // 60)


@transaction.atomic
def ask_to_move(*, session: Session, diary: Diary, user, starts_at, ends_at, reason: str = "") -> SessionEvent:
    """Say that one could come at this time instead; the session stays where it is until the dispatcher moves it."""
    session = hold(user, session=session).session
    if session.state not in COMING or not session.bookings.filter(speaker=diary.speaker_id, live=True).exists():
        raise Refused("这一场已经有了变动，请刷新看看。")
    if starts_at <= timezone.now():
        raise Refused("这个时间已经过去了。", starts_at="请选一个还没到的时间。")
    if ends_at - starts_at > LONGEST:
        raise Refused("一场最多排 8 个小时，请看看时间是不是填错了。", ends_at="一场最多 8 个小时。")
    if (starts_at, ends_at) == (session.starts_at, session.ends_at):
        raise Refused("这就是原来的时间。", starts_at="请选一个能来的时间。")
    when = {"starts_at": starts_at.isoformat(), "ends_at": ends_at.isoformat()}
    asked = note(session, Kind.ASKED, user, before=_when(session), after=when, words=reason)
    tell(
        [person for person in telling.dispatchers(session.place.path) if person != user],
        title=f"{diary.speaker.title}想换个时间：《{session.topic}》，{telling.when(session)}",
        body=reason,
        url=reverse("lectures_desk:session", args=[session.pk]),
        key=f"asked-{asked.pk}",
    )
    return asked


@transaction.atomic
def leave_as_it_is(*, session: Session, user, answer: str) -> SessionEvent:
    """Say that the session cannot be moved, and why; who asked hears of it."""
    session = hold(user, session=session).session
    allow_scheduling(user, session.place.path)
    asked = asks(Session.objects.filter(pk=session.pk))
    if not asked:
        raise Refused("没有人等这个答复了。")
    if not answer.strip():
        raise Refused("请写一句为什么不改。", answer="写一句，宣讲师看得到。")
    said = note(session, Kind.STAYS, user, words=answer)
    tell(
        [booking.speaker.diary.user for booking in _of_askers(session)],
        title=f"时间没有改：《{session.topic}》，{telling.when(session)}",
        body=answer.strip(),
        url=reverse("lectures_desk:mine"),
        key=f"stays-{said.pk}",
    )
    return said


def asks(sessions) -> list[Ask]:
    """Return who waits to hear whether one of these coming sessions is moved, in one query, the next session first."""
    ahead = sessions.filter(state__in=COMING, starts_at__gt=timezone.now())
    later = SessionEvent.objects.filter(session=OuterRef("session"), kind__in=SETTLED, pk__gt=OuterRef("pk"))
    speaks = Booking.objects.filter(session=OuterRef("session"), live=True, speaker__diary__user=OuterRef("actor"))
    events = SessionEvent.objects.filter(~Exists(later), Exists(speaks), kind=Kind.ASKED, session__in=ahead)
    return [_ask(event) for event in events.select_related("session__place").order_by("session__starts_at", "pk")]


def _ask(event: SessionEvent) -> Ask:
    start, end = (dt.datetime.fromisoformat(event.after[name]) for name in ("starts_at", "ends_at"))
    return Ask(event.session, event.actor_id, event.actor_name, start, end, event.note)


def _of_askers(session: Session):
    asked = session.events.filter(kind=Kind.ASKED).order_by("-pk")[:1].values("actor")
    return session.bookings.filter(live=True, speaker__diary__user__in=asked).select_related("speaker__diary__user")


def _when(session: Session) -> dict:
    return {"starts_at": session.starts_at.isoformat(), "ends_at": session.ends_at.isoformat()}
