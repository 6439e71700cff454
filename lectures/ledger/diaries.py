"""Who and where is taken when, kept in memory: what is in the diary and what the rows above have put into it."""

import datetime as dt
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from lectures.clashes import HORIZON, LONGEST, LOOK_AHEAD, Stay, clock, departure, first_gap, fit
from lectures.ledger.known import Known
from lectures.ledger.lines import Line
from lectures.models import Booking, Session
from lectures.travel import Ways

BEGIN = attrgetter("starts_at")


class Kept(NamedTuple):
    """A booking that is in the diary already."""

    pk: int
    busy_until: dt.datetime


class There(NamedTuple):
    """A session that is in the diary already, as the sheet tells it."""

    ends_at: dt.datetime
    topic: str
    form: int | None
    audience: int | None
    head_count: int | None
    speakers: frozenset[int]


class Diaries:
    """The diaries of every speaker and place that the lines speak of, for the days around them."""

    def __init__(self, known: Known, lines: list[Line]):
        self.known, self.ways = known, Ways()
        self.speakers: dict[int, list[Stay]] = defaultdict(list)
        self.rooms: dict[int, list[Stay]] = defaultdict(list)
        self.there: dict[tuple[int, dt.datetime], There] = {}
        if lines:
            start, end = min(map(BEGIN, lines)) - HORIZON, max(map(BEGIN, lines)) + LOOK_AHEAD + HORIZON
            self._load(start, end)

    def differs(self, line: Line) -> list[str] | None:
        """Return what the diary says otherwise of this very session; [] when nothing; None when it is not there."""
        there = self.there.get((line.spot.pk, line.starts_at))
        if there is None:
            return None
        told = There(line.ends_at, line.topic, line.form, line.audience, line.head_count, frozenset(line.speakers))
        labels = ("结束", "课程或话题", "形式", "对象", "人数", "宣讲师")
        return [label for label, old, new in zip(labels, there, told, strict=True) if old != new]

    def clash(self, line: Line, *, with_gap: bool = True) -> str:
        """Return why this session cannot be, with the nearest time when it could, or ""."""
        reason = self._at_place(line) or next(self._of_speakers(line), "")
        return reason + self._instead(line) if reason and with_gap else reason

    def add(self, line: Line) -> None:
        """Put a session into every diary that it concerns."""
        stay = Stay(line.starts_at, line.ends_at, line.spot, line.topic)
        insort(self.rooms[line.spot.pk], stay, key=BEGIN)
        for pk in line.speakers:
            insort(self.speakers[pk], stay, key=BEGIN)

    def departures(self) -> Iterator[tuple[int, Stay, dt.datetime]]:
        """Yield every new stay, and those that a new one follows, with the time until which each keeps its speaker."""
        for pk, stays in self.speakers.items():
            for stay, after in zip(stays, [*stays[1:], None], strict=True):
                if stay.booking and not (after and after.booking is None):
                    continue
                near = after if after and after.starts_at < stay.ends_at + HORIZON else None
                yield pk, stay, departure(stay, near, self.ways)

    def _load(self, start: dt.datetime, end: dt.datetime) -> None:
        sessions = Session.objects.filter(takes_place=True, starts_at__gte=start - LONGEST, starts_at__lt=end)
        facts = {}
        columns = ("pk", "place", "starts_at", "ends_at", "topic", "form", "audience", "record__head_count")
        for pk, place, begins, ends, topic, *rest in sessions.order_by("starts_at").values_list(*columns).iterator():
            stay = Stay(begins, ends, self.known.spots[place], topic)
            self.rooms[place].append(stay)
            facts[pk] = (stay, [ends, topic, *rest], set())
        booked = Booking.objects.filter(live=True, session__in=sessions).order_by("starts_at")
        for pk, session, speaker, until in booked.values_list("pk", "session", "speaker", "busy_until").iterator():
            stay, _, speakers = facts[session]
            speakers.add(speaker)
            kept = Stay(stay.starts_at, stay.ends_at, stay.place, stay.topic, Kept(pk, until))
            self.speakers[speaker].append(kept)
        for stay, told, speakers in facts.values():
            self.there[stay.place.pk, stay.starts_at] = There(*told, frozenset(speakers))

    def _at_place(self, line: Line) -> str:
        for stay in _near(self.rooms[line.spot.pk], line.starts_at - LONGEST, line.ends_at):
            if stay.starts_at < line.ends_at and stay.ends_at > line.starts_at:
                span = f"{clock(stay.starts_at)}—{clock(stay.ends_at, stay.starts_at)}"
                return f"{line.spot.title} {span} 已经有一场《{stay.topic}》"
        return ""

    def _of_speakers(self, line: Line) -> Iterator[str]:
        new = Stay(line.starts_at, line.ends_at, line.spot, line.topic)
        for pk in line.speakers:
            taken = _near(self.speakers[pk], line.starts_at - HORIZON, line.ends_at + HORIZON)
            found = fit(self.known.roster.titles[pk], taken, new, self.ways)
            if found.reason:
                yield found.reason.rstrip("。")

    def _instead(self, line: Line) -> str:
        start, end = line.starts_at, line.starts_at + LOOK_AHEAD
        rooms = [(stay.starts_at, stay.ends_at) for stay in _near(self.rooms[line.spot.pk], start - LONGEST, end)]
        taken = [_near(self.speakers[pk], start - HORIZON, end + HORIZON) for pk in line.speakers]
        at = first_gap(line.spot, start, line.ends_at - start, taken, rooms, self.ways)
        return f"；往后最近的空档：{clock(at)}" if at else "；往后两周都排满了"


def _near(stays: list[Stay], start: dt.datetime, end: dt.datetime) -> list[Stay]:
    """Return the stays that begin within a stretch of time."""
    return stays[bisect_left(stays, start, key=BEGIN) : bisect_left(stays, end, key=BEGIN)]
