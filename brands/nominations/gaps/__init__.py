"""缺什么: every rule of a call held against a case as it stands, live or frozen."""

from collections.abc import Iterator

from brands.nominations.entry import Entry
from brands.nominations.gaps import always, duplicates, eligibility, forms, images, papers, texts, videos
from brands.nominations.gaps.gap import WRITERS, Gap, Where
from brands.nominations.material.rules import (
    EligibilityRule,
    FileRule,
    FormRule,
    ImageRule,
    TableRule,
    TextRule,
    VideoRule,
)

__all__ = ["WRITERS", "Gap", "Where", "blocking", "of"]

CHECKS = {
    TextRule: texts.check,
    ImageRule: images.check,
    VideoRule: videos.check,
    FileRule: papers.check,
    FormRule: forms.check,
    TableRule: forms.check_table,
    EligibilityRule: eligibility.check,
}


def of(entry: Entry, *, everywhere: bool = False) -> list[Gap]:
    """Return what is missing, what holds the nomination up first, each in the notice's order.

    `everywhere` compares with every county's nominations, for the city; else with one's own and public ones.
    """
    found = [*_found(entry), *duplicates.check(entry, everywhere=everywhere)]
    return sorted(found, key=lambda gap: not gap.blocking)


def blocking(entry: Entry) -> list[Gap]:
    """Return only what holds a nomination up."""
    return [gap for gap in _found(entry) if gap.blocking]


def _found(entry: Entry) -> Iterator[Gap]:
    for rule in entry.rules:
        if check := CHECKS.get(type(rule)):
            yield from check(rule, entry)
    yield from always.consents(entry)
    yield from always.opinion(entry)
    yield from always.figures(entry)
