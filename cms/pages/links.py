"""The pages that a page points to, of whatever kinds, read in one query."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import BigIntegerField, CharField, F, QuerySet, Value
from django.db.models.functions import Cast

from cms.pages.addresses import address
from cms.pages.cards import age, at_most
from cms.pages.models import BasePage
from cms.pages.pictures import Picture

NOTHING = Value("", output_field=CharField())
NO_COVER = Cast(Value(None), BigIntegerField())


@dataclass
class Link:
    """One page, as another one shows it: a line, or a card with its picture."""

    pk: int
    path: str
    title: str
    url_path: str
    published_at: datetime | None
    summary: str
    note: str
    cover_id: int | None
    picture: Picture | None = None

    @property
    def url(self) -> str:
        return address(self.url_path)


@dataclass(frozen=True)
class Group:
    """Pages to point to: at most `limit`, with one column of their own as a note; newest first, or as in the tree."""

    pages: QuerySet
    note: str = ""
    limit: int = 0
    in_tree_order: bool = False
    pictured: bool = True


def linked(**groups: Group) -> dict[str, list[Link]]:
    """Return the links of every group by its name, in one query however many there are."""
    first, *rest = [_rows(name, group) for name, group in groups.items()]
    found: dict[str, list[Link]] = {name: [] for name in groups}
    for name, *row in first.union(*rest, all=True):
        found[name].append(Link(*row))
    for name, group in groups.items():
        found[name] = _in_order(found[name], group)
    return found


def _in_order(links: list[Link], group: Group) -> list[Link]:
    if group.in_tree_order:
        return sorted(links, key=lambda link: link.path)
    return sorted(links, key=lambda link: age(link.published_at, link.pk), reverse=True)


def _rows(name: str, group: Group) -> QuerySet:
    """Return (name, *the fields of Link) rows."""
    pages = at_most(group.pages, group.limit) if group.limit else group.pages
    own = issubclass(pages.model, BasePage)
    return pages.order_by().values_list(
        Value(name, output_field=CharField()), "pk", "path", "title", "url_path", "first_published_at",
        F("summary") if own else NOTHING, Cast(F(group.note), CharField()) if group.note else NOTHING,
        F("cover_id") if own and group.pictured else NO_COVER,
    )  # fmt: skip


def chosen(manager) -> QuerySet:
    """Return the rows of a many-to-many field as a queryset, of a page as it is stored or as a preview holds it."""
    rows = manager.all()
    return rows if isinstance(rows, QuerySet) else rows.model.objects.filter(pk__in=[row.pk for row in rows])
