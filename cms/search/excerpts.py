"""The place in a text where the words stand, with the words marked."""

import re

from django.db import connection
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from wagtail.search.models import IndexEntry

from cms.search.spelling import GAP, HALF_WIDTH, spelled_query, unspelled

BEFORE, LENGTH = 24, 110  # characters
SENTENCE_END = re.compile(r"[。！？；\s]")
BETWEEN = r"[\W_]{0,4}"  # marks that may stand inside a word, as in 小院“党课”


def texts(content_types: set[int], pks: list[int]) -> dict[int, str]:
    """Return the indexed text of these pages, as it was written."""
    field = "body_text" if connection.vendor == "postgresql" else "body"
    entries = IndexEntry.objects.filter(content_type__in=content_types, object_id__in=[str(pk) for pk in pks])
    return {int(pk): unspelled(text or "") for pk, text in entries.values_list("object_id", field)}


class Words:
    """The words of a search, to be found again in a text."""

    def __init__(self, query: str):
        words = sorted(spelled_query(query).split(), key=len, reverse=True)
        self.pattern = re.compile("|".join(map(_pattern, words)), re.IGNORECASE) if words else None

    def marked(self, text: str) -> SafeString:
        """Return the text as HTML, its words in <mark>."""
        parts, end = [], 0
        for start, stop in self._spans(text):
            parts += [escape(text[end:start]), "<mark>", escape(text[start:stop]), "</mark>"]
            end = stop
        return mark_safe("".join([*parts, escape(text[end:])]))  # noqa: S308 - every piece of the text is escaped

    def _spans(self, text: str) -> list[tuple[int, int]]:
        same_length = text.translate(HALF_WIDTH)
        return [match.span() for match in self.pattern.finditer(same_length)] if self.pattern else []

    def excerpt(self, text: str) -> SafeString:
        """Return about two lines of an indexed text, from the sentence of the first word, or from the beginning."""
        first = self.pattern.search(text) if self.pattern else None
        start = _sentence_start(text, first.start()) if first else 0
        piece = text[start : start + LENGTH].strip()
        before, after = "…" if start else "", "…" if start + LENGTH < len(text) else ""
        return self.marked(f"{before}{piece}{after}" if piece else "")


def _pattern(word: str) -> str:
    """Return the expression of one word; one of letters and figures does not begin or end inside another."""
    tokens = word.split(GAP)
    left = r"(?<![a-zA-Z0-9])" if tokens[0].isascii() else ""
    right = r"(?![a-zA-Z0-9])" if tokens[-1].isascii() else ""
    return left + BETWEEN.join(map(re.escape, tokens)) + right


def _sentence_start(text: str, hit: int) -> int:
    """Return where the sentence of the hit begins, but not more than a few words before it."""
    earliest = max(hit - BEFORE, 0)
    ends = [match.end() for match in SENTENCE_END.finditer(text, earliest, hit)]
    return ends[-1] if ends else earliest
