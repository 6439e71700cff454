"""Pages as cards: what lists and sections show of a page, read as plain rows, in one query for any number of kinds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import F, Field, IntegerField, QuerySet, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce
from wagtail.models import Page

from cms.pages import page_cache
from cms.pages.addresses import address
from cms.pages.pictures import Picture, pictures

COUNTY_DEPTH = 3
COUNTY_PATH = 12  # characters of a county's tree path
LONG_AGO = datetime(1949, 10, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Columns:
    """Where a kind of page keeps what its card says: field paths or expressions, "" where it says nothing."""

    tag: str | Combinable = ""
    labels: Sequence[tuple[str, str]] = ()  # what the tag's stored values mean
    note: str | Combinable = ""
    note_labels: Sequence[tuple[str, str]] = ()
    number: str | Combinable = ""
    place: str | Combinable = ""


@dataclass(frozen=True)
class Card:
    """One page, as lists show it."""

    pk: int
    title: str
    url: str
    summary: str
    published: datetime | None
    county: str
    place: str
    tag: str
    tag_value: str
    note: str
    number: int
    picture: Picture | None
    kind: type[Page]

    @property
    def kind_name(self) -> str:
        return self.kind._meta.verbose_name

    @property
    def where(self) -> str:
        """Where it is from, e.g. 延溪区 · 上埔村; "" for the city's own."""
        return " · ".join(dict.fromkeys(part for part in (self.county, self.place) if part))


def cards_of(pages: QuerySet) -> list[Card]:
    """Return the cards of one listing, in its own order (one query for the rows, one or two for their pictures)."""
    return _cards(list(_rows(pages, 0)), [pages.model])[0]


def shelves_of(listings: Sequence[tuple[QuerySet, int]]) -> list[list[Card]]:
    """Return the newest cards of several listings, each with its limit; all kinds are read in one query."""
    parts = [_rows(at_most(pages, limit).order_by(), shelf) for shelf, (pages, limit) in enumerate(listings)]
    rows = list(parts[0].union(*parts[1:], all=True)) if parts else []
    rows.sort(key=lambda row: age(row[7], row[1]), reverse=True)
    return _cards(rows, [pages.model for pages, _ in listings])


def at_most(pages: QuerySet, limit: int) -> QuerySet:
    """Return the first of these pages, ready for a UNION, where SQLite takes no LIMIT: they are a subquery."""
    return pages.model.objects.filter(pk__in=pages.values("pk")[:limit])


def age(published: datetime | None, pk: int) -> tuple[datetime, int]:
    """Return what to sort by, the newest last; what was never published is the oldest."""
    return published or LONG_AGO, pk


def _rows(pages: QuerySet, shelf: int) -> QuerySet:
    columns = pages.model.card
    return pages.values_list(
        Value(shelf, IntegerField()), "pk", "path", "title", "url_path", "summary", "cover_id", "first_published_at",
        _text(columns.place), _text(columns.tag), _text(columns.note), _number(columns.number),
    )  # fmt: skip


def _text(source: str | Combinable):
    return _filled(source, Value("", TextField()), TextField())


def _number(source: str | Combinable):
    return _filled(source, Value(0, IntegerField()), IntegerField())


def _filled(source, nothing: Value, kind: Field):
    if not source:
        return Cast(nothing, kind)
    return Coalesce(Cast(F(source) if isinstance(source, str) else source, kind), nothing)


def _cards(rows: list[tuple], kinds: list[type[Page]]) -> list[list[Card]]:
    shelves: list[list[Card]] = [[] for _ in kinds]
    counties = page_cache.kept("counties", _county_names) if rows else {}
    shown = pictures(row[6] for row in rows)
    for shelf, pk, path, title, url_path, summary, cover, published, place, tag, note, number in rows:
        kind = kinds[shelf]
        county = counties.get(path[:COUNTY_PATH], "")
        words = _meaning(tag, kind.card.labels), tag, _meaning(note, kind.card.note_labels), number
        card = Card(pk, title, address(url_path), summary, published, county, place, *words, shown.get(cover), kind)
        shelves[shelf].append(card)
    return shelves


def _meaning(value: str, labels) -> str:
    return str(dict(labels).get(value, value))


def _county_names() -> dict[str, str]:
    """Return the title of each county by its tree path; the city's own sections are no counties."""
    beneath = Page.objects.filter(depth=COUNTY_DEPTH)
    return {page.path: page.title for page in beneath if not hasattr(page.specific_class, "listing")}
