"""From a question to its answer: how many there are of what, and the ones on this page."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.db.models.functions import Left
from django.utils.safestring import SafeString
from wagtail.models import Page

from cms.places.scope import COUNTY_DEPTH
from cms.search import excerpts, kinds
from cms.search.kinds import County, Kind
from cms.search.question import Question

PER_PAGE = 20
COUNTY_LENGTH = COUNTY_DEPTH * Page.steplen


@dataclass(frozen=True)
class Found:
    """One result, its words marked."""

    kind: Kind
    title: SafeString
    url: str
    excerpt: SafeString
    county: str
    published_at: datetime | None


@dataclass(frozen=True)
class Choice:
    """One way to narrow the answer, and how many would be left."""

    value: str
    label: str
    count: int
    address: str
    is_chosen: bool


class Answer:
    """Everything that was found, told by kind and county from one count."""

    def __init__(self, question: Question):
        self.question = question
        self.kinds, self.counties = kinds.kinds(), kinds.counties()
        self.pages = Page.objects.live().public().filter(content_type__in=[kind.content_type for kind in self.kinds])
        if question.year:
            self.pages = self.pages.filter(first_published_at__year=int(question.year.value))
        self.counts = self._counts()

    def _counts(self) -> Counter:
        """Return how many were found by (kind, county), before narrowing by either."""
        place = Left("path", COUNTY_LENGTH)
        rows = self._hits(self.pages).order_by().values_list("content_type_id", place).annotate(Count("pk"))
        return Counter({(kind, path): count for kind, path, count in rows})

    def _hits(self, pages) -> QuerySet:
        return pages.search(self.question.words).get_queryset()

    def _count(self, kind: Kind | None, county: County | None) -> int:
        return sum(
            count
            for (content_type, path), count in self.counts.items()
            if kind in (None, self._kind_of(content_type)) and (county is None or county.path == path)
        )

    def _kind_of(self, content_type: int) -> Kind:
        return next(kind for kind in self.kinds if kind.content_type == content_type)

    @property
    def total(self) -> int:
        return self._count(self.question.kind, self.question.county)

    def kind_choices(self) -> list[Choice]:
        """Return all kinds with something found, after 全部."""
        asked = self.question
        choices = [(kind, self._count(kind, asked.county)) for kind in (None, *self.kinds)]
        return [_choice(asked, "kind", kind, count) for kind, count in choices if count or kind in (None, asked.kind)]

    def county_choices(self) -> list[Choice]:
        """Return all counties, after 全市."""
        asked = self.question
        return [_choice(asked, "county", county, self._count(asked.kind, county)) for county in (None, *self.counties)]

    def page(self, number) -> Paginator:
        """Return one page of results, the last one when there are not so many."""
        return Paginator(_Hits(self), PER_PAGE).get_page(number)

    def results(self, start: int, stop: int) -> list[Found]:
        """Return these results, title hits first, then the newest."""
        asked, pages = self.question, self.pages
        if asked.kind:
            pages = pages.filter(content_type=asked.kind.content_type)
        if asked.county:
            pages = pages.filter(path__startswith=asked.county.path)
        rows = self._hits(pages).values_list("pk", "content_type_id", "title", "url_path", "path", "first_published_at")
        rows = list(rows[start:stop])
        words = excerpts.Words(asked.words)
        texts = excerpts.texts({content_type for _, content_type, *_ in rows}, [pk for pk, *_ in rows])
        counties = {county.path: county.label for county in self.counties}
        return [
            Found(
                kind=self._kind_of(content_type),
                title=words.marked(title),
                url="/" + url_path.split("/", 2)[2],  # without the home page's own slug
                excerpt=words.excerpt(texts.get(pk, "")),
                county=counties.get(path[:COUNTY_LENGTH], ""),
                published_at=published_at,
            )
            for pk, content_type, title, url_path, path, published_at in rows
        ]


class _Hits:
    """The results as a paginator wants them: their number is known already."""

    def __init__(self, answer: Answer):
        self.answer = answer

    def count(self) -> int:
        return self.answer.total

    def __getitem__(self, part: slice) -> list[Found]:
        return self.answer.results(part.start, part.stop)


def _choice(asked: Question, name: str, one: Kind | County | None, count: int) -> Choice:
    value = one.value if one else ""
    label = one.label if one else {"kind": "全部", "county": "全市"}[name]
    return Choice(value, label, count, asked.address(**{name: value}), one == getattr(asked, name))
