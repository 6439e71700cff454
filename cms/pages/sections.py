"""What the rooms show on the home page and on a place's page, put together with one query for all their cards."""

from dataclasses import dataclass, field, replace

from django.db.models import QuerySet
from wagtail import hooks
from wagtail.models import Page

from cms.pages.cards import Card, shelves_of


@dataclass(frozen=True)
class Section:
    """One block of a composed page; one that shows `pages` is left out while there are none."""

    template: str
    order: int  # small numbers first
    title: str = ""
    note: str = ""
    url: str = ""  # where there is more
    span: int = 12  # of twelve columns on a wide screen
    pages: QuerySet | None = None  # the live pages to show, newest first
    limit: int = 6
    layout: str = "rows"  # the class of the list, for sections/list.html
    item: str = "pages/items/row.html"
    cards: list[Card] = field(default_factory=list)
    context: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Figure:
    """One number of the home page: never without its unit and how it was counted."""

    value: str
    unit: str
    label: str
    how: str


@hooks.register("register_home_section")
def figures(home: Page) -> Section | None:
    """The line of figures; each room registers its own with `register_home_figure`."""
    made = [figure for make in hooks.get_hooks("register_home_figure") if (figure := make(home))]
    return Section("sections/figures.html", 30, context={"figures": made}) if made else None


def compose(hook: str, page: Page) -> list[Section]:
    """Return the sections that the rooms register with a hook; each registered function takes the page."""
    made = (make(page) for make in hooks.get_hooks(hook))
    sections = sorted((section for section in made if section), key=lambda section: section.order)
    shelves = iter(shelves_of([(section.pages, section.limit) for section in sections if section.pages is not None]))
    filled = ((section, [] if section.pages is None else next(shelves)) for section in sections)
    return [replace(section, cards=cards, pages=None) for section, cards in filled if cards or section.pages is None]
