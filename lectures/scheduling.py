"""The only writer of a session's time, place, speakers and state: one transaction each, locks first, in one order.

`user` is None where the system itself acts (an offer that ran out, a series); who may do it has been asked before.
"""

import datetime as dt
import secrets

from django.db import IntegrityError, transaction
from django.utils import timezone
from django_fsm import can_proceed

from cms.core.refusals import Refused
from cms.pages import page_cache
from lectures import clashes, telling
from lectures.journal import note
from lectures.locks import hold
from lectures.models import Booking, Session, SessionEvent
from lectures.models.session import COMING, SessionState
from lectures.permissions import allow_scheduling
from lectures.travel import Ways

Kind = SessionEvent.Kind
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # nothing that looks like something else
TAKEN = "刚刚被别人排上了，请刷新后换个时间。"
DETAILS = (
    "venue", "course", "topic", "theme", "form", "audience", "capacity", "open_to_public", "series",
)  # fmt: skip


@transaction.atomic
def book(*, place, starts_at, ends_at, user, speakers=(), dialects=(), past=False, **details) -> Session:
    """Put a session into the diary; with speakers it is confirmed at once when `confirmed` is true, else planned.

    `details` are some of DETAILS, and `confirmed`; `past` lets what has already taken place in.
    """
    confirmed = details.pop("confirmed", False)
    held = hold(user, places=[place.pk], speakers=[speaker.pk for speaker in speakers])
    allow_scheduling(user, held.places[place.pk].path)
    _sensible(starts_at, ends_at, past)
    session = Session(
        place=held.places[place.pk], starts_at=starts_at, ends_at=ends_at, code=new_codes(1)[0], **_told(details)
    )
    together = list(held.speakers.values())
    _room(session, together)
    _save(session)
    session.dialects.set(dialects)
    note(session, Kind.BOOKED, user, after=_when(session))
    for speaker in together:
        _take(session, speaker, together)
        note(session, Kind.ASSIGNED, user, after=_named(speaker))
    if confirmed:
        _confirm(session, user)
    return session


@transaction.atomic
def move(*, session, user, starts_at, ends_at, place=None, reason: str = "") -> Session:
    """Move a session to another time or place, with all who speak at it; calendars learn of it by its sequence."""
    held = hold(user, places=[place.pk] if place else [], session=session)
    session = held.session
    allow_scheduling(user, session.place.path)
    target = held.places[place.pk] if place else held.places[session.place_id]
    allow_scheduling(user, target.path)
    _still_coming(session)
    _sensible(starts_at, ends_at, past=False)
    before = _when(session)
    together = [held.speakers[speaker.pk] for speaker in _leave(session)]
    session.place, session.starts_at, session.ends_at = target, starts_at, ends_at
    _room(session, together)
    session.sequence += 1
    _save(session)
    for speaker in together:
        _take(session, speaker, together)
    note(session, Kind.MOVED, user, before=before, after=_when(session), words=reason)
    telling.moved(session, together, reason, but=user)
    _renew(session)
    return session


@transaction.atomic
def cancel(*, session, user, reason: str) -> Session:
    """Call a session off; its hours are free again, and its calendar entry says so for 30 days."""
    held = hold(user, session=session)
    session = held.session
    allow_scheduling(user, session.place.path)
    if not can_proceed(session._cancel):
        raise Refused("这场已经讲过或者取消了，不能再取消。")
    if not reason.strip():
        raise Refused("请写一句为什么取消，来听的人要知道。", reason="这里写一句。")
    together = _leave(session)
    session._cancel()
    session.cancelled_at = timezone.now()
    session.sequence += 1
    session.save()
    note(session, Kind.CANCELLED, user, words=reason)
    telling.called_off(session, together, reason, but=user)
    _renew(session)
    return session


@transaction.atomic
def confirm(*, session, user) -> Session:
    """Say that a planned session takes place; from now on calendars show it."""
    held = hold(user, session=session)
    allow_scheduling(user, held.session.place.path)
    _confirm(held.session, user)
    return held.session


@transaction.atomic
def assign(*, session, speaker, user) -> Booking:
    """Give a session one more speaker."""
    held = hold(user, speakers=[speaker.pk], session=session)
    allow_scheduling(user, held.session.place.path)
    _still_coming(held.session)
    booking = _take(held.session, held.speakers[speaker.pk], held.speakers.values())
    note(held.session, Kind.ASSIGNED, user, after=_named(speaker))
    _renew(held.session)
    return booking


@transaction.atomic
def release(*, session, speaker, user, reason: str = "") -> Session:
    """Let a speaker go who cannot come; a session left without any is open again and waits for a substitute."""
    held = hold(user, session=session)
    session = held.session
    if not (user is not None and speaker.pk in _own(user, session)):
        allow_scheduling(user, session.place.path)
    _still_coming(session)
    booking = session.bookings.filter(speaker=speaker, live=True).first()
    if booking is None:
        raise Refused(f"{speaker.title}已经不在这一场里了。")
    _let_go(booking)
    if session.state == SessionState.CONFIRMED and not session.bookings.filter(live=True).exists():
        session._reopen()
        session.sequence += 1
        session.save()
    note(session, Kind.RELEASED, user, before=_named(speaker), words=reason)
    _renew(session)
    return session


@transaction.atomic
def change(*, session, user, dialects=None, **details) -> Session:
    """Change what a session is about: some of DETAILS; its time and place are moved, not changed."""
    held = hold(user, session=session)
    session = held.session
    allow_scheduling(user, session.place.path)
    _still_coming(session)
    before = {name: _said(getattr(session, name)) for name in details}
    for name, value in _told(details, session).items():
        setattr(session, name, value)
    if dialects is not None:
        session.dialects.set(dialects)
    after = {name: _said(getattr(session, name)) for name in details}
    changed = [name for name in details if before[name] != after[name]]
    if changed:
        session.sequence += 1
        note(session, Kind.CHANGED, user, {k: before[k] for k in changed}, {k: after[k] for k in changed})
    session.save()
    _renew(session)
    return session


def end(*, session: Session, user) -> None:
    """Say that a session has taken place; the caller holds it."""
    session._hold()
    session.save()
    note(session, Kind.HELD, user)


def record(*, session: Session, user, told: dict) -> None:
    """Say that a session which took place has been written down, and what was told; the caller holds it."""
    if session.state in COMING:
        end(session=session, user=user)
    session._record()
    session.save()
    note(session, Kind.RECORDED, user, after=told)


def _confirm(session: Session, user) -> None:
    if not can_proceed(session._confirm):
        raise Refused("这场已经确认过了，或者已经取消。")
    if not session.bookings.filter(live=True).exists():
        raise Refused("还没有宣讲师，先派一位再确认。")
    session._confirm()
    session.sequence += session.announced  # calendars show it already, as one that waits for a substitute
    session.announced = True
    session.save()
    note(session, Kind.CONFIRMED, user)
    _renew(session)


def _take(session: Session, speaker, together) -> Booking:
    """Keep a speaker's hours for a session, between what they have before and after it.

    When they cannot, the next time is named that suits all who speak `together`.
    """
    if not speaker.live:
        raise Refused(f"{speaker.title}已经不在名册上了。", speakers="请换一位宣讲师。")
    ways = Ways()
    taken = clashes.stays(speaker, session.starts_at, session.ends_at, but=session.pk)
    new = clashes.Stay(session.starts_at, session.ends_at, session.place, session.topic)
    found = clashes.fit(speaker.title, taken, new, ways)
    if found.reason:
        raise Refused(found.reason + _instead(session, together, ways), speakers=found.reason)
    if found.before:
        Booking.objects.filter(pk=found.before.booking.pk).update(busy_until=found.before_until)
    times = {"starts_at": session.starts_at, "ends_at": session.ends_at, "busy_until": found.until, "live": True}
    try:
        with transaction.atomic():
            booking, _ = Booking.objects.update_or_create(session=session, speaker=speaker, defaults=times)
    except IntegrityError as error:
        raise Refused(TAKEN) from error
    return booking


def _named(speaker) -> dict:
    """Return how the trail names a speaker: for people, and past every namesake."""
    return {"speaker": speaker.title, "speaker_key": speaker.pk}


def _leave(session: Session) -> list:
    """Free the hours of everybody who speaks at a session; return the speakers, by key."""
    bookings = list(session.bookings.filter(live=True).select_related("speaker").order_by("speaker"))
    for booking in bookings:
        _let_go(booking)
    return [booking.speaker for booking in bookings]


def _let_go(booking: Booking) -> None:
    """Free a speaker's hours, and reckon the way from the session before to the one after anew."""
    Booking.objects.filter(pk=booking.pk).update(live=False)
    taken = clashes.stays(booking.speaker, booking.starts_at, booking.ends_at, but=booking.session_id)
    before = next((stay for stay in reversed(taken) if stay.starts_at <= booking.starts_at), None)
    after = next((stay for stay in taken if stay.starts_at > booking.starts_at), None)
    if before:
        until = clashes.departure(before, after, Ways())
        Booking.objects.filter(pk=before.booking.pk).update(busy_until=until)


def _room(session: Session, together) -> None:
    there = clashes.at_place(session.place, session.starts_at, session.ends_at, but=session.pk)
    if there:
        span = f"{clashes.clock(there.starts_at)}—{clashes.clock(there.ends_at, there.starts_at)}"
        reason = f"{session.place.title} {span} 已经有一场《{there.topic}》。"
        raise Refused(reason + _instead(session, together, Ways()), starts_at=reason)


def _instead(session: Session, speakers, ways: Ways) -> str:
    length = session.ends_at - session.starts_at
    at = clashes.earliest(speakers, session.place, session.starts_at, length, ways, but=session.pk)
    return f"往后最近的空档：{clashes.clock(at)}。" if at else "往后两周都排满了。"


def _save(session: Session) -> None:
    try:
        with transaction.atomic():
            session.save()
    except IntegrityError as error:
        raise Refused(TAKEN) from error


def _sensible(starts_at: dt.datetime, ends_at: dt.datetime, past: bool) -> None:
    if ends_at <= starts_at:
        raise Refused("结束要在开始之后。", ends_at="结束要在开始之后。")
    if ends_at - starts_at > clashes.LONGEST:
        raise Refused("一场最多排 8 个小时，请看看时间是不是填错了。", ends_at="一场最多 8 个小时。")
    if not past and starts_at <= timezone.now():
        raise Refused("这个时间已经过去了。", starts_at="请选一个还没到的时间。")


def _still_coming(session: Session) -> None:
    if session.state not in COMING:
        raise Refused(f"这场{session.get_state_display()}，不能再改了。")


def _told(details: dict, session: Session | None = None) -> dict:
    """Return the details with a topic: the course's name when nothing else is said."""
    unknown = set(details) - set(DETAILS)
    if unknown:
        raise TypeError(f"a session has no {', '.join(sorted(unknown))}")
    typed, course = (details.get("topic") or "").strip(), details.get("course")
    topic = typed or getattr(course, "title", "") or getattr(session, "topic", "")
    if not topic:
        raise Refused("请写讲什么，或者选一门课。", topic="写几个字，或者选一门课。")
    return details | {"topic": topic[:80]}


def _said(value) -> str:
    return "" if value is None else str(value)


def _own(user, session: Session) -> set[int]:
    return set(session.bookings.filter(live=True, speaker__diary__user=user).values_list("speaker", flat=True))


def _when(session: Session) -> dict:
    return {
        "place": session.place.title,
        "starts_at": session.starts_at.isoformat(),
        "ends_at": session.ends_at.isoformat(),
    }


def new_codes(count: int) -> list[str]:
    """Return so many codes that sessions can be found by, and that none has yet."""
    fresh: set[str] = set()
    while len(fresh) < count:
        drawn = {"".join(secrets.choice(ALPHABET) for _ in range(6)) for _ in range(min(count - len(fresh), 500))}
        fresh |= drawn - set(Session.objects.filter(code__in=drawn).values_list("code", flat=True))
    return list(fresh)


def _renew(session: Session) -> None:
    if session.announced:
        page_cache.renew()
