"""From a row of text to a session, or the reasons why it is none."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from django.utils import timezone

from cms.core.refusals import Refused
from lectures.clashes import LONGEST
from lectures.ledger.known import Known, Spot
from lectures.ledger.sheet import Row, clock_of, day_of

FIRST_YEAR = 2000
YEARS_AHEAD = 2
MOST_PEOPLE = 5000
LONGEST_TOPIC = 80


class Line(NamedTuple):
    """One session of the ledger, understood."""

    number: int
    spot: Spot
    starts_at: dt.datetime
    ends_at: dt.datetime
    topic: str
    course: int | None
    speakers: tuple[int, ...]
    form: int | None
    audience: int | None
    head_count: int | None


class Unclear(Exception):
    """Everything in a row that cannot be understood, a sentence each."""

    def __init__(self, reasons: list[str]):
        super().__init__("；".join(reasons))
        self.reasons = reasons


class Reader:
    """Reads rows; gathers what is wrong with one before it says so."""

    def __init__(self, known: Known):
        self.known = known
        self.now = timezone.now()
        self.reasons: list[str] = []

    def line(self, row: Row) -> Line:
        """Return the session of a row, or raise Unclear."""
        self.reasons = []
        starts_at, ends_at = self._when(row)
        spot = self._asked(self.known.place, row.place, row.code)
        speakers = self._asked(self.known.roster.split, row.speakers) or ()
        form = self._word(self.known.forms, row.form, "形式")
        audience = self._word(self.known.audiences, row.audience, "对象")
        head_count = self._count(row.head_count, starts_at)
        self.reasons += _about_topic(row.topic)
        if self.reasons:
            raise Unclear(self.reasons)
        course = self.known.courses.get(row.topic)
        return Line(
            row.number, spot, starts_at, ends_at, row.topic, course, tuple(speakers), form, audience, head_count
        )

    def _asked(self, question, *said):
        try:
            return question(*said)
        except Refused as refusal:
            self.reasons.append(refusal.reason.rstrip("。"))
            return None

    def _when(self, row: Row):
        day = self._read(day_of, row.day, "日期", "2026-03-01")
        start = self._read(clock_of, row.start, "开始", "09:30")
        end = self._read(clock_of, row.end, "结束", "10:30")
        if None in (day, start, end):
            return None, None
        if not FIRST_YEAR <= day.year <= self.now.year + YEARS_AHEAD:
            self.reasons.append(f"日期 {day} 太远了，看看年份是不是写错了")
            return None, None
        starts_at, ends_at = (timezone.make_aware(dt.datetime.combine(day, clock)) for clock in (start, end))
        if ends_at <= starts_at:
            self.reasons.append(f"结束 {row.end} 要在开始 {row.start} 之后")
        elif ends_at - starts_at > LONGEST:
            self.reasons.append("一场最多 8 个小时")
        return starts_at, ends_at

    def _read(self, how, text: str, label: str, example: str):
        try:
            return how(text)
        except ValueError:
            self.reasons.append(f"{label}“{text}”看不懂，应写成 {example}" if text else f"没有写{label}")
            return None

    def _word(self, words: dict[str, int], text: str, label: str) -> int | None:
        if text and text not in words:
            self.reasons.append(f"{label}“{text}”不认识，应写{'、'.join(words) or '空着'}")
        return words.get(text)

    def _count(self, text: str, starts_at) -> int | None:
        if not text:
            return None
        if not text.isascii() or not text.isdigit() or int(text) > MOST_PEOPLE:
            self.reasons.append(f"人数“{text}”应是 0 到 {MOST_PEOPLE} 的整数")
            return None
        if starts_at and starts_at > self.now:
            self.reasons.append("这一场还没有开讲，不能有人数")
        return int(text)


def _about_topic(topic: str) -> Iterator[str]:
    if not topic:
        yield "没有写课程或话题"
    elif len(topic) > LONGEST_TOPIC:
        yield f"课程或话题有 {len(topic)} 个字，最多 {LONGEST_TOPIC} 个"
