"""Words on their way into a document: the one boundary that everything typed passes."""

import re

# What XML 1.0 cannot hold (§2.2) and what no reader shows: controls but tab and line breaks, halves of surrogate
# pairs, noncharacters, the byte order mark. And every mark that turns the direction of writing (U+061C, 200E-200F,
# 202A-202E, 2066-2069): Chinese needs none, and with one a name reads otherwise than it is stored.
# All of these are dropped, and nothing else is.
DROPPED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff"
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
BREAKS = re.compile("\r\n?|\u2028|\u2029")


def xml_safe(words) -> str:
    """Return the words as a document may hold them: a line break is \\n, and nothing in them is code or markup."""
    text = BREAKS.sub("\n", "" if words is None else str(words))
    return "".join(letter for letter in DROPPED.sub("", text) if ord(letter) & 0xFFFE != 0xFFFE)  # noqa: PLR2004 - planes end so
