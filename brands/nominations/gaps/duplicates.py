"""The same case twice, or two that read alike: shown, never refused."""

import re
import zlib
from collections.abc import Iterator, Sequence

from django.db.models import Q

from brands.nominations.entry import Entry
from brands.nominations.gaps.gap import Gap, Where
from brands.nominations.material.choices import Source
from brands.nominations.models import Nomination, Step
from brands.nominations.models.step import PUBLIC_STEPS

SHINGLE = 5  # characters
KEPT = 128  # smallest hashes of a text (a bottom-k sketch: Broder 1997)
ALIKE = 0.5  # estimated share of common shingles from which on two texts read alike
WORDS = re.compile(r"[^\w]|_")
COLUMNS = ("sketch", "step", "case_id", "call__title", "call__year", "place__title", "case__title")
WHY = "报过的、和别处雷同的，评审时容易被拿下"


def sketch(words: str) -> list[int]:
    """Return the smallest hashes of a text's shingles, in order; punctuation and spaces do not count."""
    plain = WORDS.sub("", words)
    shingles = {plain[at : at + SHINGLE] for at in range(max(len(plain) - SHINGLE + 1, 0))}
    return sorted(zlib.crc32(one.encode()) for one in shingles)[:KEPT]


def likeness(one: Sequence[int], other: Sequence[int]) -> float:
    """Return the estimated share of shingles that two texts have in common, between 0 and 1."""
    smallest = sorted({*one, *other})[:KEPT]
    return len(set(one) & set(other) & set(smallest)) / len(smallest) if smallest else 0.0


def check(entry: Entry, *, everywhere: bool) -> Iterator[Gap]:
    """Name earlier nominations of this case, and others that read like it; two queries at most."""
    mine = sketch(entry.facts.get(Source.BODY, ""))
    for row in _others(entry, everywhere).iterator():
        if row.case_id == entry.case.pk:
            said = f"报过《{row.call}》（{row.call.year} 年，{row.get_step_display()}）"
            yield _gap(said, "同一件事再报，要写出这一年的新进展。")
        elif likeness(mine, row.sketch) >= ALIKE:
            yield _gap(f"和{row.place.title}的《{row.case.title}》大段相同", "对照一下，是不是同一件事、同一篇稿子。")


def _others(entry: Entry, everywhere: bool):
    """Return earlier nominations that the county may know of: its own, and what was made public."""
    rows = Nomination.objects.exclude(sketch=None).exclude(step=Step.WITHDRAWN)
    if entry.nomination is not None:
        rows = rows.filter(pk__lt=entry.nomination.pk)
    if not everywhere:
        rows = rows.filter(Q(place=entry.county) | Q(step__in=PUBLIC_STEPS))
    return rows.select_related("call", "place", "case").only(*COLUMNS).order_by("-pk")


def _gap(said: str, how: str) -> Gap:
    return Gap("duplicate", "是否重复", said, WHY, how, Where.CASE, blocking=False)
