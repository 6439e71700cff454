"""What a list may be narrowed by: each filter is one parameter of the address."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Filter:
    """One way to narrow a list: `choices(index)` gives (value, label) pairs, `narrow(pages, value)` the pages left."""

    name: str
    label: str
    choices: Callable[..., Iterable[tuple[str, str]]]
    narrow: Callable

    def bind(self, index, query: Mapping[str, str]) -> "BoundFilter":
        """Return the filter as it stands in one request; an unknown value counts as none."""
        choices = [(str(value), str(label)) for value, label in self.choices(index)]
        value = query.get(self.name, "")
        known = value if any(value == choice for choice, _ in choices) else ""
        return BoundFilter(self, choices, known)


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
