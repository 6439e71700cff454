"""Whom to ask to come: for one wish at one time, in an order that holds for this wish alone, each with why in words.

Everything is read in bulk, with as many queries for one speaker as for six hundred; nothing is kept.
"""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format

from lectures import availability, clashes
from lectures.availability import Said
from lectures.clashes import Stay
from lectures.models import LectureRequest, Offer, OfferState, Session
from lectures.pool import Pool, Row, Spot, Wish, read
from lectures.travel import Ways, kilometres

NEAR = 10  # km: within one such step nobody is nearer than another
FAR = 10_000  # km: where nobody knows the distance
REFUSALS = {
    OfferState.DECLINED: "退过这一单",
    OfferState.SENT: "已经在问了，等答复",
    "left": "这一场来不了",
}


@dataclass(frozen=True)
class Candidate:
    """One speaker for one wish: why, in plain words; or, in `obstacle`, why not."""

    pk: int
    name: str
    url: str
    post: str
    why: tuple[str, ...]
    said: Said
    order: tuple
    obstacle: str = ""


@dataclass(frozen=True)
class Candidates:
    """Who can come, the most fitting first, and who cannot."""

    able: list[Candidate]
    unable: list[Candidate]


def for_request(request: LectureRequest, starts_at: dt.datetime, ends_at: dt.datetime, place=None) -> Candidates:
    """Return whom to ask for a wish at this time."""
    return rank(
        Wish(
            place=Spot.of(place or request.place), topic=request.topic, starts_at=starts_at, ends_at=ends_at,
            course=request.course_id, speaker=request.speaker_id, session=request.session_id,
            dialects=frozenset({request.dialect_id} - {None}), asked=_asked(request.session_id),
        )
    )  # fmt: skip


def for_session(session: Session) -> Candidates:
    """Return who might step in at a session whose speaker dropped out."""
    return rank(
        Wish(
            place=Spot.of(session.place), topic=session.topic, starts_at=session.starts_at, ends_at=session.ends_at,
            course=session.course_id, session=session.pk, asked=_asked(session.pk) | _left(session),
            dialects=frozenset(session.dialects.values_list("pk", flat=True)),
        )
    )  # fmt: skip


def rank(wish: Wish) -> Candidates:
    """Look at every speaker on the roster."""
    pool = read(wish)
    said = availability.of_many(None, wish.starts_at, wish.ends_at)
    ways = Ways()
    found = [_look_at(row, wish, pool, said.get(row.pk, Said.UNKNOWN), ways) for row in pool.speakers]
    found.sort(key=lambda one: one.order)
    return Candidates([one for one in found if not one.obstacle], [one for one in found if one.obstacle])


def _look_at(row: Row, wish: Wish, pool: Pool, said: Said, ways: Ways) -> Candidate:
    away = kilometres(row.place, wish.place) if row.place else None
    load = pool.load.get(row.pk, 0)
    obstacle = _obstacle(row, wish, pool, said, load, ways)
    order = _order(row, wish, pool, said, away, load)
    return Candidate(row.pk, row.name, row.url, row.post, _why(row, wish, pool, away, load), said, order, obstacle)


def _order(row: Row, wish: Wish, pool: Pool, said: Said, away: float | None, load: int) -> tuple:
    """Return what puts speakers into their order for this wish: who is wished for, who knows it, who is near."""
    return (
        row.pk != wish.speaker,
        -_topic(row, wish, pool),
        row.owner_path != wish.place.county_path,
        row.pk not in pool.speak,
        said == Said.UNKNOWN,
        row.pk in wish.asked,
        (FAR if away is None else away) // NEAR,
        load,
        row.path,
    )


def _why(row: Row, wish: Wish, pool: Pool, away: float | None, load: int) -> tuple[str, ...]:
    own = row.owner_path == wish.place.county_path
    words = (
        "点单的人想请" if row.pk == wish.speaker else "",
        ("", "常讲这个话题", "能讲这门课")[_topic(row, wish, pool)],
        "本县" if own else row.owner or "市里的",
        "会说要的话" if row.pk in pool.speak else "",
        f"离这里约 {away:.0f} 公里" if away is not None else "不知道离多远",
        f"当月已排 {load} 场" if load else "当月还没有排",
        "问过一次，没有答复" if wish.asked.get(row.pk, ("",))[0] == OfferState.EXPIRED else "",
    )
    return tuple(word for word in words if word)


def _obstacle(row: Row, wish: Wish, pool: Pool, said: Said, load: int, ways: Ways) -> str:
    """Say why this speaker cannot come, or nothing."""
    state, reason = wish.asked.get(row.pk, ("", ""))
    if row.pk in pool.coming:
        return "已经在这一场里。"
    if state in REFUSALS:
        return REFUSALS[state] + (f"：{reason}" if reason else "") + "。"
    if term := _term(row, timezone.localdate(wish.starts_at)):
        return term
    if said == Said.BUSY:
        return "自己填了这个时段没空。"
    if row.limit is not None and load >= row.limit:
        return f"当月已排 {load} 场，到了说好的每月 {row.limit} 场。"
    return _clash(row, wish, pool.taken.get(row.pk), ways)


def _term(row: Row, day: dt.date) -> str:
    if row.term_end and row.term_end < day:
        return f"聘期已过：到{date_format(row.term_end, 'Y年n月j日')}为止。"
    if row.term_start and row.term_start > day:
        return f"聘期还没到：从{date_format(row.term_start, 'Y年n月j日')}开始。"
    return ""


def _clash(row: Row, wish: Wish, taken: list[Stay] | None, ways: Ways) -> str:
    if not taken:
        return ""
    new = Stay(wish.starts_at, wish.ends_at, wish.place, wish.topic)
    reason = clashes.fit(row.name, taken, new, ways).reason
    return f"时间冲突：{reason}" if reason else ""


def _topic(row: Row, wish: Wish, pool: Pool) -> int:
    """Return 2 for a speaker of the course, 1 for one of whose topics the wish speaks, else 0."""
    if row.pk in pool.teach:
        return 2
    return int(any(word in wish.topic or wish.topic in word for word in row.topics))


def _asked(session: int | None) -> dict[int, tuple[str, str]]:
    """Return what became of the last time each speaker was asked for this session."""
    if session is None:
        return {}
    open_or_no = (OfferState.SENT, OfferState.DECLINED, OfferState.EXPIRED)
    offers = Offer.objects.filter(session=session, state__in=open_or_no).order_by("pk")
    return {speaker: (state, reason) for speaker, state, reason in offers.values_list("speaker", "state", "reason")}


def _left(session: Session) -> dict[int, tuple[str, str]]:
    """Return who was booked for this session and let it go."""
    return dict.fromkeys(session.bookings.filter(live=False).values_list("speaker", flat=True), ("left", ""))
