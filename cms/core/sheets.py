"""Sheets (.xlsx): written so that text stays text, read with suspicion and little memory."""

import datetime as dt
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO

from defusedxml.ElementTree import iterparse
from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from cms.core.refusals import Refused

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_COLUMNS = 40
NOT_A_SHEET = "这个文件打不开。请用 Excel 或 WPS 存成 .xlsx 再传。"
ILLEGAL = dict.fromkeys([*range(9), 11, 12, *range(14, 32)])  # what XML cannot hold


def write(title: str, labels: Sequence[str], rows: Iterable[Sequence], *, widths: Sequence[int], freeze: str) -> bytes:
    """Return a sheet of one page: a line of labels in bold, then the rows, one at a time."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = freeze
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.append([cell(sheet, label, bold=True) for label in labels])
    for row in rows:
        sheet.append([cell(sheet, value) for value in row])
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def cell(sheet, value, bold: bool = False) -> WriteOnlyCell:
    """Return a cell: numbers and days as such, everything else as a string, whatever it begins with."""
    if isinstance(value, dt.date):
        made = WriteOnlyCell(sheet, value)
        made.number_format = "yyyy-mm-dd"
        return made
    if isinstance(value, int):
        return WriteOnlyCell(sheet, value)
    made = WriteOnlyCell(sheet, "" if value is None else str(value).translate(ILLEGAL))
    made.data_type = "s"  # never a formula
    if bold:
        made.font = Font(bold=True)
    return made


def lines(data: bytes, *, most_rows: int, most_bytes: int, most_unpacked: int) -> Iterator[tuple]:
    """Yield the lines of the first page, the labels first, up to one more than `most_rows` rows of content.

    Refused says in words why a file cannot be read.
    """
    look_inside(data, most_bytes, most_unpacked)
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        yield from book.worksheets[0].iter_rows(max_row=most_rows + 2, max_col=MOST_COLUMNS, values_only=True)
    except Exception as error:  # a broken or hostile file may fail in any way
        raise Refused(NOT_A_SHEET) from error


def look_inside(data: bytes, most_bytes: int, most_unpacked: int) -> None:
    """Refuse a file that is too large, unpacks into too much, or brings entities of its own."""
    if len(data) > most_bytes:
        raise Refused(f"文件太大了，最多 {most_bytes // 2**20} MB。")
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > most_unpacked:
                raise Refused("文件展开以后太大了，请删去多余的工作表和图片。")
            for name in parts.namelist():
                if name.endswith((".xml", ".rels")):
                    with parts.open(name) as part:
                        _no_entities(part)
    except Refused:
        raise
    except Exception as error:  # as above
        raise Refused(NOT_A_SHEET) from error


def _no_entities(part) -> None:
    """Walk through an XML file, keeping nothing of it; defusedxml refuses a DTD."""
    above = []
    for event, element in iterparse(part, events=("start", "end"), forbid_dtd=True):
        if event == "start":
            above.append(element)
        else:
            above.pop()
            if above:
                above[-1].remove(element)


def columns(header: Sequence, names: dict[str, str], required: Iterable[str]) -> dict[str, int]:
    """Return where each column stands, by its label, in whatever order; `names` are by name, as people read them."""
    labels = [str(label or "").strip() for label in header]
    places = {name: labels.index(label) for name, label in names.items() if label in labels}
    missing = [names[name] for name in required if name not in places]
    if missing:
        raise Refused(f"第一行缺了这些列：{'、'.join(missing)}。可以先导出一份，照着它的样子填。")
    return places


def text(value) -> str:
    """Return what a cell says, as text: a day as 2026-03-01, a time as 09:30, a whole number without a point."""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).strip()
