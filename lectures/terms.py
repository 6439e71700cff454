"""A speaker's appointment in words: from when, until when, whether it is over soon."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format

SOON = dt.timedelta(days=60)
DAY = "Y年n月j日"


@dataclass(frozen=True)
class Term:
    """Where an appointment stands; `tone` is that of a tag, never red."""

    words: str
    detail: str = ""
    tone: str = "still"


def of(speaker, today: dt.date | None = None) -> Term:
    """Return how the speaker's appointment stands today."""
    today = today or timezone.localdate()
    start, end = speaker.term_start, speaker.term_end
    if end is None:
        return Term("没有写聘期") if start is None else Term("聘期不限", f"{date_format(start, DAY)}起")
    until = f"到{date_format(end, DAY)}"
    if end < today:
        return Term("聘期过了", until, "gold")
    if start and start > today:
        return Term("聘期没到", f"{date_format(start, DAY)}起")
    if end - today <= SOON:
        return Term("聘期快到了", until + ("，就是今天" if end == today else f"，还有 {(end - today).days} 天"), "gold")
    return Term("聘期内", until, "green")


def ending(today: dt.date | None = None) -> Q:
    """Return the condition for speakers whose appointment is over, or soon will be."""
    return Q(term_end__lte=(today or timezone.localdate()) + SOON)
