"""The speakers whom an office looks after, as the desk lists them; a fixed number of queries."""

from dataclasses import dataclass

from django.db.models import Max, Q

from cms.places import scope
from lectures import listing, speakers, terms

LANES = {
    "": ("都看", Q),
    "term": ("聘期快到、过了的", terms.ending),
    "free": ("空闲没填的", lambda: Q(diary=None) | Q(diary__filled_at=None)),
    "account": ("没有账号的", lambda: Q(diary=None) | Q(diary__user=None)),
}


@dataclass(frozen=True)
class Wanted:
    """What a person asked to see: a lane, and words."""

    lane: str
    words: str

    @classmethod
    def read(cls, query) -> "Wanted":
        """Read a query string; what makes no sense is left out."""
        lane = query.get("lane", "")
        return cls(lane if lane in LANES else "", query.get("q", "").strip()[:40])


def listed(user, wanted: Wanted):
    """Return the speakers asked for, with what a list shows of each."""
    found = speakers.for_user(user).filter(LANES[wanted.lane][1]())
    if wanted.words:
        found = found.filter(_says(wanted.words))
    return found.select_related("diary__user", "place").annotate(trained=Max("trainings__day"))


def tell(user, rows) -> None:
    """Say of each row how its appointment stands and, to whoever has several counties, which is its own."""
    counties = {county.path: county.title for county in listing.counties_of(user)}
    for one in rows:
        one.term = terms.of(one)
        one.county = counties.get(scope.county_path(one.path), "市级") if counties else ""


def _says(words: str) -> Q:
    return Q(title__icontains=words) | Q(post__icontains=words) | Q(topics__icontains=words)
