"""Spelling Chinese so that a database finds it (docs/search.md tells why, with measurements).

The tokenizers of SQLite and PostgreSQL take a run of Han characters for one word. So every character is set apart by a
gap when it is indexed, and a word that is searched for, spelled the same way, becomes a phrase of its characters.
"""

import re

GAP = "|"  # parts terms for both databases in every locale, and is no white space: str.split() keeps the word together
BAR = "｜"  # stands in the index for a "|" that somebody wrote
HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

# Marks stand alone as well, or PostgreSQL would read "36-38堂" as 36 and minus 38.
ALONE = rf"(?:[{HAN}_]|[^\w\s])"
SEAM = re.compile(rf"(?<={ALONE})(?=\S)|(?<=\S)(?={ALONE})")
MARK = re.compile(r"_|[^\w\s]")

FULL_WIDTH = (*range(ord("０"), ord("９") + 1), *range(ord("Ａ"), ord("Ｚ") + 1), *range(ord("ａ"), ord("ｚ") + 1))
HALF_WIDTH = {code: code - 0xFEE0 for code in FULL_WIDTH}
AS_INDEXED = HALF_WIDTH | {ord(GAP): BAR}


def spelled(text: str) -> str:
    """Return the text as it is indexed, e.g. `5G基站` → `5G|基|站`."""
    return SEAM.sub(GAP, text.translate(AS_INDEXED))


def unspelled(text: str) -> str:
    """Return what was written, from what was indexed."""
    return text.replace(GAP, "")


def spelled_query(text: str) -> str:
    """Return the words searched for, spelled as in the index and without marks; "" when nothing is left to look for."""
    words = (word.split(GAP) for word in MARK.sub(GAP, spelled(text)).split())
    return " ".join(filter(None, (GAP.join(filter(None, word)) for word in words)))
