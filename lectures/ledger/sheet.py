"""The ledger as an .xlsx sheet of ten columns: a session a line."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import NamedTuple

from cms.core import sheets
from cms.core.refusals import Refused

COLUMNS = {
    "day": "日期",
    "start": "开始",
    "end": "结束",
    "place": "地点",
    "code": "地点编号",
    "topic": "课程或话题",
    "speakers": "宣讲师",
    "form": "形式",
    "audience": "对象",
    "head_count": "人数",
}
REQUIRED = ("day", "start", "end", "topic")
WIDTHS = (12, 8, 8, 26, 12, 30, 20, 12, 12, 8)

MOST_BYTES = 8 * 2**20
MOST_UNPACKED = 120 * 2**20  # bytes of XML in the file
MOST_ROWS = 25_000
DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
CLOCK = re.compile(r"(\d{1,2})\s*[:：点时]\s*(\d{1,2})?(?:[:：]\d{1,2})?\s*分?")


class Row(NamedTuple):
    """One line of the sheet, every cell as text."""

    number: int
    day: str = ""
    start: str = ""
    end: str = ""
    place: str = ""
    code: str = ""
    topic: str = ""
    speakers: str = ""
    form: str = ""
    audience: str = ""
    head_count: str = ""


def write(rows: Iterable[Iterable]) -> bytes:
    """Return the sheet with these rows, in the order of COLUMNS; text stays text, whatever it begins with."""
    return sheets.write("宣讲台账", list(COLUMNS.values()), rows, widths=WIDTHS, freeze="A2")


def read(data: bytes) -> list[Row]:
    """Return the rows of a sheet; Refused tells in words why a file cannot be read."""
    found = sheets.lines(data, most_rows=MOST_ROWS, most_bytes=MOST_BYTES, most_unpacked=MOST_UNPACKED)
    header = next(found, None)
    if header is None:
        raise Refused("表里是空的。")
    places = sheets.columns(header, COLUMNS, REQUIRED)
    if not {"place", "code"} & set(places):
        raise Refused("第一行要有“地点”或“地点编号”。可以先导出一份，照着它的样子填。")
    rows = [row for number, line in enumerate(found, start=2) if any((row := _row(number, line, places))[1:])]
    if len(rows) > MOST_ROWS:
        raise Refused(f"一次最多导入 {MOST_ROWS:,} 行，请分成几份。")
    if not rows:
        raise Refused("表里只有标题，没有内容。")
    return rows


def day_of(text: str) -> dt.date:
    """Read a day in one of the ways people write it; ValueError when it is none."""
    found = DAY.fullmatch(text)
    if not found:
        raise ValueError(text)
    return dt.date(*map(int, found.groups()))


def clock_of(text: str) -> dt.time:
    """Read a time of day, e.g. 9:30, 09：30, 9点30分; ValueError when it is none."""
    found = CLOCK.fullmatch(text)
    if not found:
        raise ValueError(text)
    return dt.time(int(found[1]), int(found[2] or 0))


def _row(number: int, line: tuple, places: dict[str, int]) -> Row:
    return Row(number, **{name: _text(name, line[at]) for name, at in places.items()})


def _text(name: str, value) -> str:
    if name in ("start", "end"):
        if isinstance(value, dt.datetime | dt.time):
            return f"{value:%H:%M}"
        if isinstance(value, float) and 0 <= value < 1:  # Excel's own: a part of a day
            minutes = round(value * 24 * 60)
            return f"{minutes // 60}:{minutes % 60:02}"
    return sheets.text(value)
