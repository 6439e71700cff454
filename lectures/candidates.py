"""Whom to ask to come: for one wish at one time, in an order that holds for this wish alone, each with why in words.

Everything is read in bulk, with as many queries for one speaker as for six hundred; nothing is kept.
"""

import datetime as dt
from dataclasses import dataclass

from lectures import availability
from lectures.availability import Said
from lectures.models import LectureRequest, Offer, OfferState, Session
from lectures.obstacles import LEFT, obstacle
from lectures.pool import Pool, Row, Spot, Wish, read
from lectures.travel import Ways, kilometres

NEAR = 10  # km: within one such step nobody is nearer than another
FAR = 10_000  # km: where nobody knows the distance
TEACHES, SPEAKS_OF = 2, 1  # how well a speaker fits the topic


@dataclass(frozen=True)
class Candidate:
    """One speaker for one wish: what speaks for them, or, in `obstacle`, why they cannot come."""

    row: Row
    said: Said
    obstacle: str
    topic: int
    wanted: bool
    own: bool  # of the wish's county
    tongue: bool  # speaks what was asked for
    away: float | None  # km
    load: int  # sessions in the month
    unanswered: bool  # was asked before and said nothing

    @property
    def order(self) -> tuple:
        """What puts speakers into their order for this wish: who is wished for, who knows it, whose county it is."""
        return (
            not self.wanted,
            -self.topic,
            not self.own,
            not self.tongue,
            self.said == Said.UNKNOWN,
            self.unanswered,
            (FAR if self.away is None else self.away) // NEAR,
            self.load,
            self.row.path,
        )

    @property
    def why(self) -> list[str]:
        """What speaks for them, in plain words."""
        words = (
            "点单的人想请" if self.wanted else "",
            ("", "常讲这个话题", "能讲这门课")[self.topic],
            "本县" if self.own else self.row.owner or "市里的",
            "会说要的话" if self.tongue else "",
            self._distance(),
            f"当月已排 {self.load} 场" if self.load else "当月还没有排",
            "问过一次，没有答复" if self.unanswered else "",
        )
        return [word for word in words if word]

    def _distance(self) -> str:
        if self.away is None:
            return "不知道离多远"
        return f"离这里约 {self.away:.0f} 公里" if self.away >= 1 else "离这里不到 1 公里"


@dataclass(frozen=True)
class Candidates:
    """Who can come, the most fitting first, and who cannot."""

    able: list[Candidate]
    unable: list[Candidate]


def for_request(request: LectureRequest, starts_at: dt.datetime, ends_at: dt.datetime) -> Candidates:
    """Return whom to ask for a wish at this time."""
    return rank(
        Wish(
            place=Spot.of(request.place), topic=request.topic, starts_at=starts_at, ends_at=ends_at,
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
    said = availability.of_everybody(wish.starts_at, wish.ends_at)
    ways = Ways()
    found = [_look_at(row, wish, pool, said.get(row.pk, Said.UNKNOWN), ways) for row in pool.speakers]
    found.sort(key=lambda one: one.order)
    return Candidates([one for one in found if not one.obstacle], [one for one in found if one.obstacle])


def _look_at(row: Row, wish: Wish, pool: Pool, said: Said, ways: Ways) -> Candidate:
    return Candidate(
        row=row,
        said=said,
        obstacle=obstacle(row, wish, pool, said, ways),
        topic=_topic(row, wish, pool),
        wanted=row.pk == wish.speaker,
        own=row.owner_path == wish.place.county_path,
        tongue=row.pk in pool.speak,
        away=kilometres(row.place, wish.place) if row.place else None,
        load=pool.load.get(row.pk, 0),
        unanswered=wish.asked.get(row.pk, ("", ""))[0] == OfferState.EXPIRED,
    )


def _topic(row: Row, wish: Wish, pool: Pool) -> int:
    if row.pk in pool.teach:
        return TEACHES
    return SPEAKS_OF if any(word in wish.topic or wish.topic in word for word in row.topics) else 0


def _asked(session: int | None) -> dict[int, tuple[str, str]]:
    """Return what became of the last time each speaker was asked for this session."""
    if session is None:
        return {}
    open_or_no = (OfferState.SENT, OfferState.DECLINED, OfferState.EXPIRED)
    offers = Offer.objects.filter(session=session, state__in=open_or_no).order_by("pk")
    return {speaker: (state, reason) for speaker, state, reason in offers.values_list("speaker", "state", "reason")}


def _left(session: Session) -> dict[int, tuple[str, str]]:
    """Return who was booked for this session and let it go."""
    return dict.fromkeys(session.bookings.filter(live=False).values_list("speaker", flat=True), (LEFT, ""))
