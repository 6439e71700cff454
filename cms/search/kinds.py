"""What can be found, and by what it can be narrowed: the kinds of pages, the counties, the years."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page

from cms.pages import page_cache
from cms.pages.models import IndexPage
from cms.places import scope
from cms.places.founding import section_specs
from cms.places.models import PlacePage


@dataclass(frozen=True)
class Kind:
    """One kind of page, under the name of its section."""

    value: str
    label: str
    content_type: int
    is_dated: bool  # its date of publication tells the reader something


@dataclass(frozen=True)
class County:
    """One county by its address."""

    value: str
    label: str
    path: str


@dataclass(frozen=True)
class Year:
    """One year of publication."""

    value: str

    @property
    def label(self) -> str:
        return f"{self.value}年"


def kinds() -> list[Kind]:
    """Return the kinds that have a section, in the order of the menu."""
    sections = [spec for spec in section_specs() if issubclass(spec.model, IndexPage)]
    models = [spec.model.kind_model() for spec in sections]
    types = ContentType.objects.get_for_models(*models)
    return [
        Kind(spec.slug, spec.title, types[model].pk, model is not PlacePage)
        for spec, model in zip(sections, models, strict=True)
    ]


def counties() -> list[County]:
    """Return the counties; kept until the site changes."""
    rows = scope.counties().live().values_list("slug", "title", "path")
    return page_cache.kept("search:counties", lambda: [County(*row) for row in rows])


def years() -> list[Year]:
    """Return the years from the first publication to this one, the newest first; kept until the site changes."""

    def from_the_first() -> list[Year]:
        live = Page.objects.live().filter(first_published_at__isnull=False)
        first = live.order_by("first_published_at").values_list("first_published_at", flat=True).first()
        this_year = timezone.localdate().year
        start = timezone.localtime(first).year if first else this_year
        return [Year(str(year)) for year in range(this_year, start - 1, -1)]

    return page_cache.kept("search:years", from_the_first)
