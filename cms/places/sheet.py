"""The register as an .xlsx sheet: written for people, read with suspicion."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from cms.core import sheets
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
DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")


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
    widths = [WIDTHS.get(name, 13) for name in COLUMNS]
    told = ([_day_or_text(row.get(name)) for name in COLUMNS] for row in rows)
    return sheets.write("阵地登记册", list(COLUMNS.values()), told, widths=widths, freeze="C2")


def _day_or_text(value):
    return value if isinstance(value, dt.date) else "" if value is None else str(value)


def read(data: bytes) -> list[Row]:
    """Return the rows of a sheet; Refused tells in words why a file cannot be read."""
    found = list(sheets.lines(data, most_rows=MOST_ROWS, most_bytes=MOST_BYTES, most_unpacked=MOST_UNPACKED))
    if not found:
        raise Refused("表里是空的。")
    places = sheets.columns(found[0], COLUMNS, REQUIRED)
    rows = [Row(number, _texts(line, places)) for number, line in enumerate(found[1:], start=2)]
    rows = [row for row in rows if any(row.cells.values())]
    if len(found) > MOST_ROWS + 1:
        raise Refused(f"一次最多导入 {MOST_ROWS:,} 行，请分成几份。")
    if not rows:
        raise Refused("表里只有标题，没有内容。")
    return rows


def _texts(line: tuple, places: dict[str, int]) -> dict[str, str]:
    return {name: sheets.text(line[place]) for name, place in places.items()}
