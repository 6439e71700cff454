"""What only somebody's eyes can tell: ticked by the nominator, never guessed."""

import zlib
from collections.abc import Iterator

from brands.nominations.entry import Entry
from brands.nominations.gaps.gap import Gap, Where, by
from brands.nominations.material.rules import ImageRule, VideoRule

TICKED = "yes"


def key_of(rule) -> str:
    """Return under which key the tick is kept among the answers."""
    return f"{rule.key}.seen"


def value_of(rule, entry: Entry) -> str:
    """Return what a tick is kept as: it is about these very files, and not about others that take their place."""
    if isinstance(rule, ImageRule):
        files = [one.image.file.name for one in entry.pictures(rule)]
    elif isinstance(rule, VideoRule):
        files = [film.file.name for film in entry.videos(rule)]
    else:
        return TICKED
    return f"{TICKED}:{zlib.crc32('|'.join(files).encode()):08x}"


def check(rule, entry: Entry, words: str = "") -> Iterator[Gap]:
    words = words or rule.must_show
    if entry.answer(key_of(rule)) != value_of(rule, entry):
        yield by(rule, f"还没有人看过：{words}", words, "看过是这样，就打个勾。", Where.ANSWERS, key_of(rule))
