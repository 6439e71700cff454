"""What changed between two versions of a page, field by field and word by word; pure Python over difflib."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from cms.review import contents

SENTENCE = re.compile(r"[^。！？；\n]*[。！？；\n][”’」』）]*|[^。！？；\n]+$")
TOKEN = re.compile(r"[A-Za-z]+|\d[\d,.]*[%％]?|\s+|.", re.DOTALL)
ALIKE = 0.4  # below that two sentences are simply another text
SHORT = 2  # characters: so short a stretch between two changes belongs to them
LONG, EDGE = 80, 24  # characters: a longer unchanged stretch is shown by its edges


@dataclass(frozen=True)
class Piece:
    """A stretch of text that stayed ("same"), went ("del") or came ("ins"), or one left out of view ("gap")."""

    kind: str
    words: str


@dataclass(frozen=True)
class Change:
    """One field that differs."""

    field: str
    label: str
    pieces: tuple[Piece, ...]


def changes(old, new) -> list[Change]:
    """Compare two versions of a page: every text and every other editable field, in the order of the newer one."""
    before = {text.field: text for text in contents.everything(old)}
    after = {text.field: text for text in contents.everything(new)}
    found = []
    for field, text in (after | {field: before[field] for field in before.keys() - after.keys()}).items():
        was, now = (one[field].words if field in one else "" for one in (before, after))
        if was.strip() != now.strip():
            found.append(Change(field, text.label, tuple(shortened(difference(was, now)))))
    return found


def difference(old: str, new: str) -> list[Piece]:
    """Return the pieces of both texts in reading order: sentence by sentence, then character by character."""
    before, after = SENTENCE.findall(old), SENTENCE.findall(new)
    pieces: list[Piece] = []
    for kind, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        was, now = "".join(before[i:j]), "".join(after[k:m])
        pieces += [Piece("same", was)] if kind == "equal" else _within(was, now)
    return _joined(pieces)


def _within(old: str, new: str) -> list[Piece]:
    """Compare two stretches by numbers, Latin words and single characters."""
    before, after = TOKEN.findall(old), TOKEN.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.quick_ratio() < ALIKE or matcher.ratio() < ALIKE:
        return [Piece("del", old), Piece("ins", new)]
    pieces = []
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            pieces.append(Piece("same", "".join(before[i:j])))
        else:
            pieces += [Piece("del", "".join(before[i:j])), Piece("ins", "".join(after[k:m]))]
    return pieces


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Make whole words of scattered characters: changes that only a character or two part become one."""
    joined: list[Piece] = []
    gone = came = ""
    pieces = [piece for piece in pieces if piece.words]
    for place, piece in enumerate(pieces):
        between = gone or came
        if piece.kind == "del":
            gone += piece.words
        elif piece.kind == "ins":
            came += piece.words
        elif between and len(piece.words) <= SHORT and place + 1 < len(pieces) and "\n" not in piece.words:
            gone, came = gone + piece.words, came + piece.words
        else:
            joined += [Piece("del", gone), Piece("ins", came), piece]
            gone = came = ""
    joined += [Piece("del", gone), Piece("ins", came)]
    return [piece for piece in joined if piece.words]


def shortened(pieces: list[Piece]) -> list[Piece]:
    """Leave out the middle of long unchanged stretches."""
    shown: list[Piece] = []
    for place, piece in enumerate(pieces):
        if piece.kind != "same" or len(piece.words) <= LONG:
            shown.append(piece)
            continue
        head = piece.words[:EDGE] if place else ""
        tail = piece.words[-EDGE:] if place + 1 < len(pieces) else ""
        shown += [Piece("same", head), Piece("gap", "……"), Piece("same", tail)]
    return [piece for piece in shown if piece.words]
