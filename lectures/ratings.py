"""What listeners said of a session, for those who answer for it: from three on, as a distribution, never as a rank."""

from dataclasses import dataclass

from lectures.models import Rating, Session

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


def of(session: Session) -> Told:
    """Return what was said of one session; what the office filled in stands apart and is not counted."""
    rows = list(session.ratings.all())
    own = [row for row in rows if not row.by_staff]
    scores = Rating._meta.get_field("score").choices
    shares = [(label, sum(row.score == value for row in own)) for value, label in scores]
    return Told(len(own), shares, [row.words for row in own if row.words], [row for row in rows if row.by_staff])
