"""What happened to a session, in words."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from lectures.clashes import clock
from lectures.models import Session, SessionEvent, SessionRecord

NAMES = {
    field.name: field.verbose_name for model in (SessionRecord, Session) for field in model._meta.get_fields()
    if hasattr(field, "verbose_name")
} | {"speaker": "宣讲师", "place": "地点", "photos": "照片"}  # fmt: skip
TIMES = ("starts_at", "ends_at")


@dataclass(frozen=True)
class Line:
    """One event: what, by whom, when, and what changed, in sentences."""

    what: str
    who: str
    at: dt.datetime
    sentences: list[str]
    note: str


def told(session: Session) -> list[Line]:
    """Return the events of a session, the newest first."""
    events = session.events.order_by("-at", "-pk")
    return [Line(one.get_kind_display(), one.actor_name, one.at, list(_changes(one)), one.note) for one in events]


def _changes(event: SessionEvent) -> Iterator[str]:
    for name in dict.fromkeys(name for name in [*event.before, *event.after] if name in NAMES):
        old, new = (_value(name, side.get(name)) for side in (event.before, event.after))
        if old and new and old != new:
            yield f"{NAMES.get(name, name)}：{old} → {new}"
        elif old != new:
            yield f"{NAMES.get(name, name)}：{new or f'不再写“{old}”'}" if name != "speaker" else new or old


def _value(name: str, value) -> str:
    if value in (None, "", []):
        return ""
    if name in TIMES:
        return clock(dt.datetime.fromisoformat(value))
    if isinstance(value, list):
        return "、".join(map(str, value))
    return {True: "是", False: "否", "True": "是", "False": "否"}.get(value, str(value))
