"""Everything that one package holds: the files of its cases, for a whole call 汇总表, and what is to be said of it."""

from collections.abc import Callable, Iterator

from django.utils.formats import date_format

from brands.nominations import entry
from brands.nominations.dossier import whole, writing
from brands.nominations.dossier.laying import Case
from brands.nominations.dossier.naming import Names
from brands.nominations.dossier.packing import LIST, Piece, once
from brands.nominations.dossier.standard import tables_of
from brands.nominations.dossier.summary import summary
from brands.nominations.material.rules import TableRule
from brands.nominations.models import Nomination, Package
from cms.core.refusals import Refused

TOLD = "说明.txt"
NOTHING = "还没有县里推荐上来的申报，没有什么可以打包。"


class Content:
    """The files of a package, one case at a time; who reads `pieces` to its end knows the pictures and the notes."""

    def __init__(self, package: Package, when):
        self.package, self.when = package, when
        self.pictures: set[int] = set()  # pks
        self.notes: list[str] = []
        self.pks = [package.nomination_id] if package.nomination_id else _pks(package.call)

    def pieces(self, tell: Callable[[int, int], None] = lambda done, total: None) -> Iterator[Piece]:
        names, tables = Names(TOLD, LIST), {table: [] for table in tables_of(self.package.call.rules())}
        for number, pk in enumerate(self.pks, start=1):
            tell(number - 1, len(self.pks))
            one = entry.of(Nomination.objects.select_related(*whole.RELATED).get(pk=pk))
            yield from self._case(one, number, names)
            for table, rows in tables.items():
                writing.add_row(one, table, rows)
        if not self.package.nomination_id:
            for table, rows in tables.items():
                yield self._summary(table, rows, names)
        yield Piece(TOLD, "这个包的说明", lambda: iter([self._told()]), deflate=True)

    def _case(self, one: entry.Entry, number: int, names: Names) -> Iterator[Piece]:
        self.pictures |= {shown.image.pk for shown in writing.illustrating(one)}
        for piece in Case(one, number, names, self.notes).pieces():
            self.pictures |= {piece.picture} - {None}
            yield piece

    def _summary(self, table: TableRule, rows: list[list], names: Names) -> Piece:
        given = writing.summary_of(self.package.call.title, table, rows)
        return once(names.take("", table.name, "xlsx"), table.name, lambda: summary(given))

    def _told(self) -> bytes:
        """Return the note to the reader, as the oldest Notepad shows it."""
        by = self.package.asked_by.name if self.package.asked_by else ""
        lines = [
            f"《{self.package.call.title}》材料包",
            f"{date_format(self.when, 'Y年n月j日 H:i')} 打包，{by}要的，共 {len(self.pks)} 个案例。",
            f"每个文件的 SHA-256 在“{LIST}”里，可以核对有没有被改过。",
            "推荐表上的（盖章）是空着的：打印、盖章以后，以盖章件为准。",
            *(["", "要留意：", *self.notes] if self.notes else []),
        ]
        return ("\r\n".join(lines) + "\r\n").encode("utf-8-sig")


def _pks(call) -> list[int]:
    pks = list(whole.standing(call).select_related(None).values_list("pk", flat=True))
    if not pks:
        raise Refused(NOTHING)
    return pks
