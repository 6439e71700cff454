"""Known slips and fixed expressions, from the list that the city keeps (cms.review.models.TermRule)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from cms.review.checks.finding import Finding, Level, excerpt

JOINTS = re.compile(r"[、，,和与及\s“”\"]*")


@dataclass(frozen=True)
class Term:
    """One entry of the list, free of the database.

    A word: `wrong` should read `right`, unless it stands inside one of the `unless` phrases. A series: `wrong` is its
    name (四个意识) and `right` its members in their order, joined by 、.
    """

    wrong: str
    right: str
    level: Level
    note: str = ""
    unless: str = ""
    series: bool = False

    @property
    def members(self) -> tuple[str, ...]:
        return tuple(self.right.split("、"))

    @property
    def exceptions(self) -> tuple[str, ...]:
        return tuple(filter(None, self.unless.split("、")))


def check(texts, terms: Iterable[Term]) -> Iterator[Finding]:
    """Find listed slips, and listed series whose members stand in another order or are short of one."""
    words, series = _sorted(tuple(terms))
    pattern = _pattern(words)
    for text in texts:
        if pattern:
            yield from _slips(text, pattern, {term.wrong: term for term in words})
        for term in series:
            yield from _order(text, term)


@lru_cache(maxsize=4)
def _sorted(terms: tuple[Term, ...]) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
    """Return the single words, and the series."""
    return tuple(term for term in terms if not term.series), tuple(term for term in terms if term.series)


@lru_cache(maxsize=4)
def _pattern(words: tuple[Term, ...]) -> re.Pattern | None:
    """Return one pattern for the whole list, longer entries first; a letter of the alphabet stops at the word's end."""
    if not words:
        return None
    listed = sorted((term.wrong for term in words), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, listed)))


def _slips(text, pattern: re.Pattern, by_wrong: dict[str, Term]) -> Iterator[Finding]:
    for match in pattern.finditer(text.words):
        term = by_wrong[match[0]]
        if not _excepted(text.words, match, term):
            what = (
                f"“{term.wrong}”应为“{term.right}”"
                if term.level == Level.MUST
                else f"“{term.wrong}”宜写作“{term.right}”"
            )
            yield Finding(term.level, text.field, text.label, what, term.note, excerpt(text.words, *match.span()))


def _excepted(words: str, match: re.Match, term: Term) -> bool:
    """Say whether the word stands inside a phrase in which it is right: 过渡假期 holds no slip of 度假."""
    for phrase in term.exceptions:
        for found in re.finditer(re.escape(term.wrong), phrase):
            start = match.start() - found.start()
            if start >= 0 and words.startswith(phrase, start):
                return True
    return False


def _order(text, term: Term) -> Iterator[Finding]:
    """Read each run of members (甲、乙和丙) and compare it with the listed order."""
    for run, start, end in _runs(text.words, term.members):
        places = [term.members.index(member) for member in run]
        quote = excerpt(text.words, start, end)
        if places != sorted(set(places)):
            what = f"“{term.wrong}”的顺序是{term.right}"
            yield Finding(term.level, text.field, text.label, what, term.note or "固定提法按固定的顺序写全。", quote)
        elif len(run) == len(term.members) - 1 and len(run) > 1:
            missing = "、".join(member for member in term.members if member not in run)
            what = f"“{term.wrong}”少了“{missing}”"
            yield Finding(Level.HINT, text.field, text.label, what, "固定提法一般写全。", quote)


def _runs(words: str, members: tuple[str, ...]) -> Iterator[tuple[list[str], int, int]]:
    """Yield every run of two or more members that only commas and conjunctions part."""
    found = list(re.finditer("|".join(map(re.escape, members)), words))
    run: list[re.Match] = []
    for match in [*found, None]:
        if run and (match is None or not JOINTS.fullmatch(words, run[-1].end(), match.start())):
            if len(run) > 1:
                yield [one[0] for one in run], run[0].start(), run[-1].end()
            run = []
        if match:
            run.append(match)
