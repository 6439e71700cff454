"""What stands in the way of a session, in words, and when it would go."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format

from lectures.models import Booking, Session
from lectures.travel import Ways

LONGEST = dt.timedelta(hours=8)  # of one session
HORIZON = dt.timedelta(hours=24)  # a way longer than this keeps nobody
FIRST_HOUR, LAST_HOUR = 7, 22  # nobody proposes a lecture outside these
LOOK_AHEAD = dt.timedelta(days=14)


@dataclass(frozen=True)
class Stay:
    """One stretch of a speaker's time that is taken: a session at a place."""

    starts_at: dt.datetime
    ends_at: dt.datetime
    place: object
    topic: str = ""
    booking: Booking | None = None


@dataclass(frozen=True)
class Fit:
    """How a session fits between two others: when the one before lets go, when this one does; or why it does not."""

    before: Stay | None = None
    before_until: dt.datetime | None = None
    until: dt.datetime | None = None
    reason: str = ""


def stays(speaker, start: dt.datetime, end: dt.datetime, *, but: int | None = None) -> list[Stay]:
    """Return a speaker's live sessions near this time, in order; `but` leaves one session (by pk) out."""
    rows = Booking.objects.filter(
        speaker=speaker, live=True, starts_at__gt=start - HORIZON, starts_at__lt=end + HORIZON
    ).exclude(session=but)
    rows = rows.select_related("session__place").order_by("starts_at")
    return [Stay(row.starts_at, row.ends_at, row.session.place, row.session.topic, row) for row in rows]


def fit(name: str, taken: list[Stay], new: Stay, ways: Ways) -> Fit:
    """Say whether a speaker can do this between what they have; ways are reckoned once, after each session."""
    before = next((stay for stay in reversed(taken) if stay.starts_at <= new.starts_at), None)
    after = next((stay for stay in taken if stay.starts_at > new.starts_at), None)
    before_until = before and before.ends_at + dt.timedelta(minutes=ways.minutes(before.place, new.place))
    if before and before_until > new.starts_at:
        return Fit(reason=_after(name, before, new, before_until))
    if after and new.ends_at + dt.timedelta(minutes=ways.minutes(new.place, after.place)) > after.starts_at:
        return Fit(reason=_before(name, new, after, ways))
    return Fit(before, before_until, departure(new, after, ways))


def departure(stay: Stay, after: Stay | None, ways: Ways) -> dt.datetime:
    """Return until when a stay keeps its speaker: with the way to the next one, or the least; never past the next."""
    if after is None:
        return stay.ends_at + dt.timedelta(minutes=ways.least(stay.place))
    return min(stay.ends_at + dt.timedelta(minutes=ways.minutes(stay.place, after.place)), after.starts_at)


def at_place(place, start: dt.datetime, end: dt.datetime, *, but: int | None = None) -> Session | None:
    """Return a session that already takes place there at that time."""
    near = Session.objects.filter(
        place=place, takes_place=True, starts_at__gt=start - LONGEST, starts_at__lt=end, ends_at__gt=start
    )
    return near.exclude(pk=but).first()


def earliest(speakers: Iterable, place, start: dt.datetime, length: dt.timedelta, ways: Ways, *, but=None):
    """Return the first start from `start` on, in steps of 15 minutes, that suits the place and every speaker, or None.

    Reads each diary once for the days looked at.
    """
    end = start + LOOK_AHEAD
    taken = [stays(speaker, start, end, but=but) for speaker in speakers]
    rooms = list(
        Session.objects.filter(place=place, takes_place=True, ends_at__gt=start, starts_at__lt=end)
        .exclude(pk=but)
        .values_list("starts_at", "ends_at")
    )
    return first_gap(place, start, length, taken, rooms, ways)


def first_gap(place, start: dt.datetime, length: dt.timedelta, taken: list[list[Stay]], rooms, ways: Ways):
    """Return the same from diaries that were read already (`taken`, one a speaker); `rooms` are what the place has."""
    at, end = _quarter(start), start + LOOK_AHEAD
    while at < end:
        new = Stay(at, at + length, place)
        late = [room_end for room_start, room_end in rooms if room_start < new.ends_at and room_end > at]
        if not _decent(at, length):
            at = _morning(at)
        elif late:
            at = _quarter(max(late))
        elif all(not fit("", diary, new, ways).reason for diary in taken):
            return at
        else:
            at += dt.timedelta(minutes=15)
    return None


def clock(moment: dt.datetime, beside: dt.datetime | None = None) -> str:
    """Return a time in words, with its day unless it is the same as the one beside it."""
    here = timezone.localtime(moment)
    if beside and timezone.localtime(beside).date() == here.date():
        return f"{here:%H:%M}"
    return date_format(here, "n月j日 H:i")


def _after(name, before: Stay, new: Stay, free_at: dt.datetime) -> str:
    way = int((free_at - before.ends_at).total_seconds() // 60)
    where = f"，到{new.place.title}约 {way} 分钟" if way else ""
    ends, free = clock(before.ends_at, new.starts_at), clock(free_at, new.starts_at)
    return f"{name} {ends} 在{before.place.title}讲完《{before.topic}》{where}，最早 {free} 能开始。"


def _before(name, new: Stay, after: Stay, ways: Ways) -> str:
    way = ways.minutes(new.place, after.place)
    where = f"，从{new.place.title}过去约 {way} 分钟" if way else ""
    latest = after.starts_at - dt.timedelta(minutes=way)
    starts, by = clock(after.starts_at, new.starts_at), clock(latest, new.starts_at)
    return f"{name} {starts} 在{after.place.title}要讲《{after.topic}》{where}，最晚要在 {by} 前讲完。"


def _quarter(moment: dt.datetime) -> dt.datetime:
    past = dt.timedelta(minutes=moment.minute % 15, seconds=moment.second, microseconds=moment.microsecond)
    return moment if not past else moment - past + dt.timedelta(minutes=15)


def _decent(at: dt.datetime, length: dt.timedelta) -> bool:
    start, end = timezone.localtime(at), timezone.localtime(at + length)
    return start.hour >= FIRST_HOUR and end.date() == start.date() and (end.hour, end.minute) <= (LAST_HOUR, 0)


def _morning(at: dt.datetime) -> dt.datetime:
    here = timezone.localtime(at)
    day = here.date() + dt.timedelta(days=here.hour >= FIRST_HOUR)
    return timezone.make_aware(dt.datetime.combine(day, dt.time(FIRST_HOUR)))
