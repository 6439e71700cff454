"""Sessions told as lines of the ledger: for export, and for the year of a speaker, a place or a county."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.db.models import QuerySet
from django.utils import timezone

from lectures.ledger.known import spots
from lectures.models import Booking
from lectures.roster import Roster

CHUNK = 1000
COLUMNS = (
    "pk", "starts_at", "ends_at", "place", "topic", "form__name", "audience__name", "record__head_count", "state",
)  # fmt: skip


class Told(NamedTuple):
    """One session as people read it in a list."""

    pk: int
    day: dt.date
    start: str
    end: str
    place: str  # e.g. 延溪区/上埔镇/上埔村
    code: str
    topic: str
    speakers: str
    form: str
    audience: str
    head_count: int | None
    state: str

    @property
    def cells(self) -> tuple:
        """The ten cells of the sheet."""
        return self[1:11]


def tell(sessions: QuerySet) -> Iterator[Told]:
    """Yield those that take place, the earliest first, a thousand at a time."""
    places, roster = spots(), Roster()
    rows = sessions.filter(takes_place=True).order_by("starts_at", "pk").values_list(*COLUMNS)
    for chunk in _chunks(rows.iterator(chunk_size=CHUNK)):
        speakers = _speakers([row[0] for row in chunk], roster)
        yield from (_told(row, places, speakers) for row in chunk)


def year_of(sessions: QuerySet, year: int) -> QuerySet:
    """Return the sessions that begin within a year."""
    start, end = (timezone.make_aware(dt.datetime(one, 1, 1)) for one in (year, year + 1))
    return sessions.between(start, end)


def _chunks(rows: Iterable[tuple]) -> Iterator[list[tuple]]:
    chunk: list[tuple] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _speakers(pks: list[int], roster: Roster) -> dict[int, str]:
    """Return the names of each session's speakers, as the ledger finds them again."""
    found: dict[int, list[str]] = {}
    booked = Booking.objects.filter(live=True, session__in=pks).order_by("speaker__path")
    for session, speaker, title in booked.values_list("session", "speaker", "speaker__title"):
        name = roster.name(speaker) if speaker in roster.titles else title
        found.setdefault(session, []).append(name)
    return {pk: "、".join(names) for pk, names in found.items()}


def _told(row: tuple, places: dict, speakers: dict[int, str]) -> Told:
    pk, starts_at, ends_at, place, topic, form, audience, head_count, state = row
    start, end, spot = timezone.localtime(starts_at), timezone.localtime(ends_at), places[place]
    return Told(
        pk, start.date(), f"{start:%H:%M}", f"{end:%H:%M}", spot.full, spot.code, topic, speakers.get(pk, ""),
        form or "", audience or "", head_count, state,
    )  # fmt: skip
