"""The register as an .xlsx sheet: written for people, read with suspicion."""

import datetime as dt
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from defusedxml.ElementTree import iterparse
from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from cms.core.refusals import Refused

COLUMNS = {
    "parent": "上级",
    "name": "名称",
    "tier": "层级",
    "code": "登记编号",
    "status": "状态",
    "since": "自何日起",
    "head_title": "负责人职务",
    "address": "地址",
    "opening_hours": "开放时间",
    "latitude": "纬度",
    "longitude": "经度",
}
REQUIRED = ("parent", "name", "tier", "status", "since")
WIDTHS = {"parent": 24, "name": 16, "address": 30, "opening_hours": 30}

MOST_BYTES = 4 * 2**20
MOST_UNPACKED = 40 * 2**20  # bytes of XML in the file
MOST_ROWS = 5_000
MOST_COLUMNS = 40
DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
NOT_A_SHEET = "这个文件打不开。请用 Excel 或 WPS 存成 .xlsx 再传。"


@dataclass(frozen=True)
class Row:
    """One line of the sheet, every cell as text."""

    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    @property
    def parents(self) -> tuple[str, ...]:
        """The names of the places above, from the county down, e.g. ("延溪区", "上埔镇")."""
        return tuple(part.strip() for part in re.split(r"[/／>]", self["parent"]) if part.strip())

    @property
    def key(self) -> tuple[str, ...]:
        return (*self.parents, self["name"])

    @property
    def since(self) -> dt.date | None:
        """The date in one of the ways people write it; None when blank. Raises ValueError when it is none."""
        text = self["since"]
        if not text:
            return None
        found = DATE.fullmatch(text)
        if not found:
            raise ValueError(text)
        return dt.date(*map(int, found.groups()))


def write(rows: Iterable[dict]) -> bytes:
    """Return the sheet with these rows (column name → value); text stays text, whatever it begins with."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("阵地登记册")
    sheet.freeze_panes = "C2"
    for number, name in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS.get(name, 13)
    sheet.append([_cell(sheet, label, bold=True) for label in COLUMNS.values()])
    for row in rows:
        sheet.append([_cell(sheet, row.get(name)) for name in COLUMNS])
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def _cell(sheet, value, bold: bool = False) -> WriteOnlyCell:
    if isinstance(value, dt.date):
        cell = WriteOnlyCell(sheet, value)
        cell.number_format = "yyyy-mm-dd"
        return cell
    cell = WriteOnlyCell(sheet, "" if value is None else str(value))
    cell.data_type = "s"
    cell.font = Font(bold=bold)
    return cell


def read(data: bytes) -> list[Row]:
    """Return the rows of a sheet; Refused tells in words why a file cannot be read."""
    _look_inside(data)
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        lines = list(book.worksheets[0].iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS, values_only=True))
    except Exception as error:  # a broken or hostile file may fail in any way
        raise Refused(NOT_A_SHEET) from error
    if not lines:
        raise Refused("表里是空的。")
    places = _places_of_columns(lines[0])
    rows = [Row(number, _texts(line, places)) for number, line in enumerate(lines[1:], start=2)]
    rows = [row for row in rows if any(row.cells.values())]
    if len(lines) > MOST_ROWS + 1:
        raise Refused(f"一次最多导入 {MOST_ROWS:,} 行，请分成几份。")
    if not rows:
        raise Refused("表里只有标题，没有内容。")
    return rows


def _look_inside(data: bytes) -> None:
    """Refuse a file that is too large, unpacks into too much, or brings entities of its own."""
    if len(data) > MOST_BYTES:
        raise Refused(f"文件太大了，最多 {MOST_BYTES // 2**20} MB。")
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED:
                raise Refused("文件展开以后太大了，请删去多余的工作表和图片。")
            for name in parts.namelist():
                if name.endswith((".xml", ".rels")):
                    with parts.open(name) as part:
                        for _, element in iterparse(part, forbid_dtd=True):
                            element.clear()
    except Refused:
        raise
    except Exception as error:  # as above
        raise Refused(NOT_A_SHEET) from error


def _places_of_columns(header: tuple) -> dict[str, int]:
    """Return where each column stands, by its heading, in whatever order."""
    labels = [str(label or "").strip() for label in header]
    places = {name: labels.index(label) for name, label in COLUMNS.items() if label in labels}
    missing = [COLUMNS[name] for name in REQUIRED if name not in places]
    if missing:
        raise Refused(f"第一行缺了这些列：{'、'.join(missing)}。可以先导出一份，照着它的样子填。")
    return places


def _texts(line: tuple, places: dict[str, int]) -> dict[str, str]:
    return {name: _text(line[place]) for name, place in places.items()}


def _text(value) -> str:
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).strip()
