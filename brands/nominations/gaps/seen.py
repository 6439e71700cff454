"""What only somebody's eyes can tell: ticked by the nominator, never guessed."""

from collections.abc import Iterator

from brands.nominations.entry import Entry
from brands.nominations.gaps.gap import Gap, Where, by

TICKED = "yes"


def key_of(rule) -> str:
    """Return under which key the tick is kept among the answers."""
    return f"{rule.key}.seen"


def check(rule, entry: Entry, words: str = "") -> Iterator[Gap]:
    words = words or rule.must_show
    if entry.answer(key_of(rule)) != TICKED:
        yield by(rule, f"还没有人看过：{words}", words, "看过是这样，就打个勾。", Where.ANSWERS, key_of(rule))
