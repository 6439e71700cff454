"""Text checks: pure functions over a page's texts and figures; they advise, with a reason, and never rewrite a word.

Facts and rules: GB/T 15834—2011 (punctuation), GB/T 9704—2012 (document numbers), GB 11643—1999 (identity numbers),
and the lists of grave slips that inspections of official sites publish.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from cms.review.checks import dates, figures, privacy, punctuation, vocabulary
from cms.review.checks.finding import ORDER, Finding, Level
from cms.review.checks.vocabulary import Term

__all__ = ["Finding", "Level", "Term", "examine", "private_data", "tally"]


def examine(texts, numbers, *, others=(), terms: Iterable[Term] = (), today: dt.date) -> list[Finding]:
    """Run every check over the texts and the key figures; the gravest first, then in reading order.

    `others` are the fields that are no running text (captions, names): searched for personal data and slips only.
    """
    texts = [text for text in texts if text.words]
    everything = [*texts, *others]
    numbers = [figure for figure in numbers if figure.get("value") is not None]
    found = [
        *privacy.check(everything, today=today),
        *vocabulary.check(everything, terms),
        *figures.check(texts, numbers),
        *dates.check(texts, numbers, today=today),
        *punctuation.check(texts),
    ]
    place = {text.field: order for order, text in enumerate(everything)}
    return sorted(
        dict.fromkeys(found), key=lambda finding: (ORDER[finding.level], place.get(finding.field, len(place)))
    )


def private_data(texts, *, today: dt.date) -> list[Finding]:
    """Return the personal data that must go before a page may be submitted."""
    return [finding for finding in privacy.check(texts, today=today) if finding.level == Level.MUST]


def tally(findings: Iterable[Finding]) -> dict[str, int]:
    """Count findings by level, e.g. {"must": 0, "should": 2, "hint": 1}."""
    counted = Counter(finding.level for finding in findings)
    return {level.value: counted[level] for level in Level}
