"""When nothing is found: the nearest names that do exist, by shared characters or by sound."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from django.db.models import Q, Value
from django.db.models.functions import Replace
from wagtail.models import Page

from cms.pages.models import PageTag
from cms.pages.slugs import pinyin_slug
from cms.search import kinds
from cms.search.spelling import HAN

MOST_PAIRS = 12
MOST_CANDIDATES = 300
MOST_SHOWN = 6
NEAR_ENOUGH = 0.34  # of 1.0, the same name


@dataclass(frozen=True)
class Suggestion:
    """A name that exists; a page has its address, a keyword is searched for."""

    label: str
    url: str = ""


def near(words: str) -> list[Suggestion]:
    """Return the titles, places and keywords nearest to the words, the nearest first."""
    alike = _alike(words)
    if not alike:
        return []
    titles = _pages(alike).values_list("title", "url_path")[:MOST_CANDIDATES]
    tags = _sounding(PageTag.objects, "name", alike).values_list("name", flat=True)[:MOST_CANDIDATES]
    names = {title: "/" + path.split("/", 2)[2] for title, path in titles}
    ranked = sorted(((_nearness(words, name), name) for name in {*names, *tags}), reverse=True)
    return [Suggestion(name, names.get(name, "")) for score, name in ranked[:MOST_SHOWN] if score >= NEAR_ENOUGH]


def shorter(words: str) -> list[str]:
    """Return each word on its own, where several together found nothing."""
    parts = words.split()
    return parts[:MOST_SHOWN] if len(parts) > 1 else []


def _pages(alike: Q):
    of_a_kind = Page.objects.live().public().filter(content_type__in=[kind.content_type for kind in kinds.kinds()])
    return _sounding(of_a_kind, "title", alike).order_by("-first_published_at")


def _sounding(things, name: str, alike: list[tuple[str, str]]):
    """Narrow to the things that share two characters with the words, or two syllables of their address."""
    condition = Q()
    for characters, syllables in alike:
        if characters:
            condition |= Q(**{f"{name}__contains": characters[0]}) & Q(**{f"{name}__contains": characters[1]})
        if syllables:
            condition |= Q(sound__contains=syllables)
    return things.annotate(sound=Replace("slug", Value("-"), Value(""))).filter(condition)


def _alike(words: str) -> list[tuple[str, str]]:
    """Return the pairs to look for: of two characters next to each other, and of their syllables."""
    han = re.findall(rf"[{HAN}]", words)
    letters = [("", word.lower()) for word in re.findall(r"[A-Za-z]{4,}", words)]
    pairs = [(a + b, pinyin_slug(a + b).replace("-", "")) for a, b in pairwise(han)]
    return [*letters, *pairs][:MOST_PAIRS]


def _nearness(words: str, name: str) -> float:
    """Return how alike two names are, from 0 to 1: the better of how they are written and how they sound."""
    written = SequenceMatcher(None, words, name).ratio()
    heard = SequenceMatcher(None, _sound(words), _sound(name)).ratio()
    return max(written, heard)


def _sound(words: str) -> str:
    return pinyin_slug(words).replace("-", "")
