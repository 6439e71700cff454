"""What a list may be narrowed by: each filter is one parameter of the address."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

LONGEST = 40  # characters of a typed word


@dataclass(frozen=True)
class Filter:
    """One way to narrow a list: `choices(index)` gives (value, label) pairs, `narrow(pages, value)` the pages left.

    A filter without `choices` takes a typed word.
    """

    name: str
    label: str
    choices: Callable[..., Iterable[tuple[str, str]]] | None
    narrow: Callable

    def choices_of(self, index) -> list[tuple[str, str]]:
        """Return the choices for one index; they are kept with the site's version."""
        return [(str(value), str(label)) for value, label in self.choices(index)] if self.choices else []

    def bind(self, choices: list[tuple[str, str]], query: Mapping[str, str]) -> "BoundFilter":
        """Return the filter as it stands in one request; an unknown value counts as none."""
        value = query.get(self.name, "").strip()[:LONGEST]
        known = self.choices is None or any(value == choice for choice, _ in choices)
        return BoundFilter(self, choices, value if known else "")


@dataclass(frozen=True)
class BoundFilter:
    """A filter with its choices and the value chosen ("" for all)."""

    filter: Filter
    choices: list[tuple[str, str]] = field(default_factory=list)
    value: str = ""

    @property
    def name(self) -> str:
        return self.filter.name

    @property
    def label(self) -> str:
        return self.filter.label

    @property
    def typed(self) -> bool:
        return self.filter.choices is None

    @property
    def of_use(self) -> bool:
        """False where there is nothing to choose between."""
        return self.typed or bool(self.choices)

    def apply(self, pages):
        return self.filter.narrow(pages, self.value) if self.value else pages


def _years(index):
    years = index.listing().order_by().values_list("first_published_at__year", flat=True).distinct()
    return [(year, f"{year}年") for year in sorted({year for year in years if year}, reverse=True)]


def by_year() -> Filter:
    """Narrow by the year of first publication."""
    return Filter("year", "年份", _years, lambda pages, year: pages.filter(first_published_at__year=year))


def by_choice(name: str, label: str, choices: Iterable[tuple[str, str]]) -> Filter:
    """Narrow by a field that has a fixed set of choices."""
    fixed = list(choices)
    return Filter(name, label, lambda index: fixed, lambda pages, value: pages.filter(**{name: value}))
