"""Writing a ledger into the diary: sound rows only, many at a time; the constraints stand behind the plan."""

import datetime as dt
from collections.abc import Callable, Iterator

from django.db import IntegrityError
from django.utils import timezone

from cms.core.refusals import Refused
from lectures.ledger.lines import Line
from lectures.ledger.plan import Plan
from lectures.models import Booking, Session, SessionEvent, SessionRecord, SessionState
from lectures.scheduling import new_codes

BATCH = 500
NOTE = "从台账导入"
CHANGED = "排期在这期间变过了，一行都没有导入。请再看一遍。"
Kind = SessionEvent.Kind
Tell = Callable[[int, int], None]


def write(plan: Plan, user, tell: Tell) -> None:
    """Write the plan's lines; call it inside a transaction, with the places and speakers locked."""
    until = _free_again(plan)
    codes = new_codes(len(plan.lines))
    now = timezone.now()
    try:
        for begin in range(0, len(plan.lines), BATCH):
            tell(begin, len(plan.lines))
            lines = plan.lines[begin : begin + BATCH]
            _write(lines, codes[begin : begin + BATCH], until, user, now)
    except IntegrityError as error:
        raise Refused(CHANGED) from error


def state_of(line: Line, now: dt.datetime) -> str:
    """Return where a session of the ledger stands: told with its number, held, or still to come."""
    if line.head_count is not None:
        return SessionState.RECORDED
    if line.ends_at <= now:
        return SessionState.HELD
    return SessionState.CONFIRMED if line.speakers else SessionState.PLANNED


def _free_again(plan: Plan) -> dict[tuple, dt.datetime]:
    """Reckon everybody's ways anew; write them for what is in the diary, return them for what is to come."""
    until, changed = {}, []
    for pk, stay, free_at in plan.diaries.departures():
        if stay.booking is None:
            until[pk, stay.starts_at] = free_at
        elif stay.booking.busy_until != free_at:
            changed.append(Booking(pk=stay.booking.pk, busy_until=free_at))
    Booking.objects.bulk_update(changed, ["busy_until"], batch_size=BATCH)
    return until


def _write(lines: list[Line], codes: list[str], until: dict, user, now) -> None:
    sessions = Session.objects.bulk_create([_session(line, code, now) for line, code in zip(lines, codes, strict=True)])
    pairs = list(zip(lines, sessions, strict=True))
    Booking.objects.bulk_create(
        Booking(
            session=session, speaker_id=pk, starts_at=line.starts_at, ends_at=line.ends_at,
            busy_until=until[pk, line.starts_at],
        )
        for line, session in pairs
        for pk in line.speakers
    )  # fmt: skip
    SessionRecord.objects.bulk_create(
        SessionRecord(session=session, head_count=line.head_count, recorded_by=user)
        for line, session in pairs
        if line.head_count is not None
    )
    SessionEvent.objects.bulk_create(event for line, session in pairs for event in _events(line, session, user))


def _session(line: Line, code: str, now) -> Session:
    state = state_of(line, now)
    return Session(
        place_id=line.spot.pk, starts_at=line.starts_at, ends_at=line.ends_at, topic=line.topic, course_id=line.course,
        form_id=line.form, audience_id=line.audience, code=code, state=state, announced=state != SessionState.PLANNED,
    )  # fmt: skip


def _events(line: Line, session: Session, user) -> Iterator[SessionEvent]:
    when = {"place": line.spot.title, "starts_at": line.starts_at.isoformat(), "ends_at": line.ends_at.isoformat()}
    by = {"session": session, "actor": user, "actor_name": user.name, "note": NOTE}
    yield SessionEvent(kind=Kind.BOOKED, after=when, **by)
    if line.head_count is not None:
        yield SessionEvent(kind=Kind.RECORDED, after={"head_count": line.head_count}, **by)
    elif session.state in (SessionState.CONFIRMED, SessionState.HELD):
        yield SessionEvent(kind=Kind(session.state), **by)
