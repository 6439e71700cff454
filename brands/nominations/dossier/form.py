"""推荐表 (.docx): the notice's cells, the opinions of county and city, and the place for their seals left blank."""

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.oxml.parser import OxmlElement
from docx.shared import Mm

from brands.nominations.dossier.paper import blank, fill, saved, write
from brands.nominations.dossier.plain import Form

WIDTHS = (Mm(30), Mm(48), Mm(30), Mm(48))
SHORT = 22  # characters that stand beside another cell in one line
SEAL_ROOM = Mm(48)
SEAL = "（盖章）"
DATE = "年　　月　　日"
OPINIONS = ("推荐单位意见", "市级意见")


def form(given: Form) -> bytes:
    """Return the document."""
    document = blank(given.title)
    write(document, given.title, "heading 1")
    document.add_paragraph()
    table = document.add_table(0, len(WIDTHS), style="Table Grid")
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    for width, column in zip(WIDTHS, table.columns, strict=True):
        column.width = width
    for pair in _rows(given.cells):
        _row(table, pair)
    for label, words in zip(OPINIONS, (given.opinion, ""), strict=True):
        _opinion(table, label, words)
    if given.foot:
        write(document, given.foot, "Table Foot")
    return saved(document)


def _rows(cells: list[tuple[str, str]]):
    """Yield the cells in order: two short neighbours side by side, everything else across the sheet."""
    waiting = None
    for cell in cells:
        short = _is_short(cell[1])
        if waiting and short:
            yield [waiting, cell]
            waiting = None
            continue
        if waiting:
            yield [waiting]
        waiting = cell if short else None
        if not short:
            yield [cell]
    if waiting:
        yield [waiting]


def _row(table, cells: list[tuple[str, str]]) -> None:
    row = _added(table)
    if all(_is_short(words) for _, words in cells):
        _keep_whole(row)
    if len(cells) == 1:
        row.cells[1].merge(row.cells[3])
    for at, (label, words) in enumerate(cells):
        _label(row.cells[2 * at], label)
        fill(row.cells[2 * at + 1], words)
        row.cells[2 * at + 1].vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER


def _opinion(table, label: str, words: str) -> None:
    """Add an opinion with its blank （盖章） 年 月 日 below; it stays on one page."""
    row = _added(table)
    row.height, row.height_rule = SEAL_ROOM, WD_ROW_HEIGHT_RULE.AT_LEAST
    _keep_whole(row)
    merged = row.cells[1].merge(row.cells[3])
    _label(row.cells[0], label)
    merged.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
    fill(merged, words or "　")
    for line in ("", SEAL, DATE):
        merged.add_paragraph(line, style="Table Seal")


def _added(table):
    row = table.add_row()
    for width, cell in zip(WIDTHS, row.cells, strict=True):
        cell.width = width
    return row


def _is_short(words: str) -> bool:
    return len(words) <= SHORT and "\n" not in words


def _keep_whole(row) -> None:
    """Let no page break go through the row."""
    row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))


def _label(cell, words: str) -> None:
    fill(cell, words, "Table Label")
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
