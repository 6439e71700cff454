"""From a typed name to the place that is meant, for people without an account: by name, then picked from a few."""

from dataclasses import dataclass

from django.db.models import CharField, F, Value
from wagtail.models import Page

from cms.places import scope
from cms.places.models import PlacePage
from cms.places.naming import BETWEEN

MOST = 12


@dataclass(frozen=True)
class Found:
    """A place with the names above it, e.g. 上埔村（延溪区上埔镇）."""

    place: PlacePage
    above: str

    @property
    def full(self) -> str:
        return f"{self.place.title}（{self.above}）" if self.above else self.place.title


def search(typed: str) -> list[Found]:
    """Return the published places whose name holds what was typed, or whose name stands in it, the nearest to it first.

    延溪区上埔镇上埔村 finds the village alone; 上埔 finds the town and the village.
    """
    words = BETWEEN.sub("", typed)
    if not words:
        return []
    places = PlacePage.objects.live()
    found = list(places.filter(title__icontains=words).order_by("path")[:MOST])
    exact = [place for place in found if place.title == words]
    return _above(exact or found or _named_in(places, words))


def of_pk(pk) -> Found | None:
    """Return one published place by its key, whatever was sent as that."""
    if not str(pk).isdecimal() or len(str(pk)) > 9:  # noqa: PLR2004 - longer than any key
        return None
    found = _above(PlacePage.objects.live().filter(pk=pk))
    return found[0] if found else None


def _named_in(places, words: str) -> list[PlacePage]:
    """Return the deepest places whose own name, and that of a place above if there is one, was typed."""
    named = places.annotate(words=Value(words, output_field=CharField())).filter(words__contains=F("title"))
    found = list(named.order_by("path")[: MOST * 5])
    paths = {place.path for place in found}
    best = [(_typed_above(place.path, paths), place.depth, place) for place in found]
    top = max(((above, depth) for above, depth, _ in best), default=None)
    return [place for above, depth, place in best if (above, depth) == top][:MOST]


def _typed_above(path: str, paths: set[str]) -> int:
    return sum(path[:end] in paths for end in range(Page.steplen, len(path), Page.steplen))


def _above(places) -> list[Found]:
    places = list(places)
    paths = {path for place in places for path in _ancestors(place.path)}
    titles = dict(PlacePage.objects.filter(path__in=paths).values_list("path", "title"))
    return [Found(one, "".join(titles.get(path, "") for path in _ancestors(one.path))) for one in places]


def _ancestors(path: str) -> list[str]:
    first = scope.COUNTY_DEPTH * Page.steplen
    return [path[:end] for end in range(first, len(path), Page.steplen)]
