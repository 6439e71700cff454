"""What somebody looks for: the words, and what they narrowed it to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from cms.search import kinds
from cms.search.asking import LONGEST
from cms.search.kinds import County, Kind, Year
from cms.search.spelling import spelled_query


@dataclass(frozen=True)
class Question:
    """One search as its address says it; an unknown kind, county or year counts as none."""

    words: str = ""
    kind: Kind | None = None
    county: County | None = None
    year: Year | None = None
    was_cut: bool = False

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> "Question":
        typed = " ".join(query.get("q", "").split())
        return cls(
            words=typed[:LONGEST],
            kind=_chosen(kinds.kinds(), query.get("kind")),
            county=_chosen(kinds.counties(), query.get("county")),
            year=_chosen(kinds.years(), query.get("year")),
            was_cut=len(typed) > LONGEST,
        )

    @property
    def is_blank(self) -> bool:
        """True when there is no letter and no figure to look for."""
        return not spelled_query(self.words)

    @property
    def is_narrowed(self) -> bool:
        return any((self.kind, self.county, self.year))

    def address(self, **changes: str) -> str:
        """Return the query string of this search with something changed, e.g. `kind="cases"`."""
        chosen = {"kind": self.kind, "county": self.county, "year": self.year}
        parts = {"q": self.words} | {name: one.value for name, one in chosen.items() if one} | changes
        return urlencode({name: value for name, value in parts.items() if value})


def _chosen(choices: Iterable, value: str | None):
    return next((choice for choice in choices if choice.value == value), None)
