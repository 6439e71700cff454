"""What listeners said of a session, for those who answer for it: from three on, as a distribution, never as a rank."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from lectures.dispatch import RATING_DAYS
from lectures.models import Rating, Session, SessionState

LEAST = 3  # told by fewer, it could be known who said what


@dataclass(frozen=True)
class Told:
    """How many said which of the three words; the words of those who wrote some; what the office filled in."""

    total: int
    shares: list[tuple[str, int]]
    words: list[str]
    by_staff: list[Rating]

    @property
    def shown(self) -> bool:
        return self.total >= LEAST


def too_late(session: Session) -> bool:
    """Say whether the week is over in which listeners may say how it was."""
    return timezone.now() > session.ends_at + dt.timedelta(days=RATING_DAYS)


def are_taken(session: Session) -> bool:
    """Say whether listeners may say how it was: it has begun, was not called off, and the week is not over."""
    begun = session.starts_at <= timezone.now() and session.announced and session.state != SessionState.CANCELLED
    return begun and not too_late(session)


def of(session: Session) -> Told:
    """Return what was said of one session; what the office filled in stands apart and is not counted."""
    rows = list(session.ratings.all())
    own = [row for row in rows if not row.by_staff]
    scores = Rating._meta.get_field("score").choices
    shares = [(label, sum(row.score == value for row in own)) for value, label in scores]
    return Told(len(own), shares, [row.words for row in own if row.words], [row for row in rows if row.by_staff])
