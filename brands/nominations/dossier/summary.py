"""汇总表 (.xlsx): one line a case, on A4 across, heads repeated on every page; numbers are numbers and text is text."""

import datetime as dt
import re
from decimal import Decimal
from io import BytesIO
from itertools import groupby

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins

from brands.nominations.dossier.plain import Column, Summary
from brands.nominations.dossier.safe import xml_safe

NUMBER = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d{1,15}(?:\.\d{1,6})?")
LONGEST = 32_000  # characters in a cell; Excel's own limit is 32,767
CUT = "……（太长，全文见案例正文）"
THIN = Side("thin")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
MIDDLE = Alignment("center", "center", wrap_text=True)
LEFT = Alignment("left", "center", wrap_text=True)
INCH = 25.4  # mm
FOOT = "填报单位（盖章）：　　　　　　　　　　填报人：　　　　　　　　　　　　　　年　　月　　日"
FIRST_WIDE = "\u2e80"
LINE, TALLEST = 15, 400  # points
LOOKS_LIKE_FORMULA = ("=", "+", "-", "@")


def summary(*given: Summary) -> bytes:
    """Return the sheets in one book, a page each."""
    book = Workbook()
    book.remove(book.active)
    book.properties.creator, book.properties.title = "", xml_safe(given[0].title)[:255]
    for number, one in enumerate(given, start=1):
        _fill(book.create_sheet(f"汇总表{number}" if len(given) > 1 else "汇总表"), one)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(page, given: Summary) -> None:
    last = len(given.columns)
    _across(page, 1, last, given.title, Font(name="黑体", size=18), MIDDLE, 42)
    first_row = _heads(page, given.columns)
    for at, row in enumerate(given.rows, start=first_row):
        for number, (column, value) in enumerate(zip(given.columns, row, strict=True), start=1):
            _put(page.cell(at, number), value, column.kind)
        page.row_dimensions[at].height = _height(given.columns, row)
    _across(page, first_row + len(given.rows) + 1, last, FOOT, Font(name="仿宋", size=12), LEFT, 36)
    _set_up(page, given.columns, first_row - 1)


def _heads(page, columns: list[Column]) -> int:
    """Write the heads from the second row on, groups merged above their columns; return the first row below them."""
    grouped = any(column.group for column in columns)
    bottom = 3 if grouped else 2
    for number, column in enumerate(columns, start=1):
        _head(page.cell(bottom, number), column.label)
        if grouped:
            _head(page.cell(2, number), column.group or column.label)
        if grouped and not column.group:
            page.cell(3, number).value = None
            page.merge_cells(start_row=2, end_row=3, start_column=number, end_column=number)
    for group, run in groupby(enumerate(columns, start=1), key=lambda pair: pair[1].group):
        numbers = [number for number, _ in run]
        if group and len(numbers) > 1:
            for number in numbers[1:]:
                page.cell(2, number).value = None
            page.merge_cells(start_row=2, end_row=2, start_column=numbers[0], end_column=numbers[-1])
    return bottom + 1


def _head(cell, words: str) -> None:
    _text(cell, words)
    cell.font, cell.alignment, cell.border = Font(name="黑体", size=11), MIDDLE, BOX


def _across(page, row: int, last: int, words: str, font: Font, alignment: Alignment, height: int) -> None:
    _text(page.cell(row, 1), words)
    page.cell(row, 1).font, page.cell(row, 1).alignment = font, alignment
    page.row_dimensions[row].height = height
    if last > 1:
        page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=last)


def _height(columns: list[Column], row: list) -> float:
    """Return a height in points that shows every line of the row's cells, as far as Excel allows."""
    return min(
        TALLEST, 6 + LINE * max(_lines(str(value), column.width) for column, value in zip(columns, row, strict=True))
    )


def _lines(words: str, width: int) -> int:
    """Count the lines that words take in a column: Han is two wide."""
    room = max(width - 1, 2)
    return sum(max(1, -(-sum(1 + (letter >= FIRST_WIDE) for letter in line) // room)) for line in words.split("\n"))


def _put(cell, value, kind: str) -> None:
    """Write a value as what its column holds; what cannot be read as a number or a day stays the words it is."""
    typed = _number(value) if kind == "number" else _day(value) if kind == "date" else None
    if typed is None:
        _text(cell, value)
    else:
        cell.value = typed
        cell.number_format = "yyyy-mm-dd" if kind == "date" else "General"
    cell.font, cell.border = Font(name="仿宋", size=11), BOX
    cell.alignment = LEFT if typed is None else MIDDLE


def _text(cell, words) -> None:
    """Write words as words, whatever they begin with, and so that they stay words when somebody edits the cell."""
    text = xml_safe(words)
    cell.value = text if len(text) <= LONGEST else text[:LONGEST] + CUT
    cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = int(text.startswith(LOOKS_LIKE_FORMULA))


def _number(value) -> int | float | None:
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return value
    text = xml_safe(value).strip()
    if not NUMBER.fullmatch(text):
        return None
    number = Decimal(text.replace(",", ""))
    return int(number) if number == number.to_integral_value() else float(number)


def _day(value) -> dt.date | None:
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(xml_safe(value).strip())
    except ValueError:
        return None


def _set_up(page, columns: list[Column], heads: int) -> None:
    """Set A4 across, fitted to its width, the heads on every page."""
    for number, column in enumerate(columns, start=1):
        page.column_dimensions[get_column_letter(number)].width = column.width
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_margins = PageMargins(left=20 / INCH, right=20 / INCH, top=22 / INCH, bottom=20 / INCH)
    page.print_title_rows = f"1:{heads}"
    page.print_options.horizontalCentered = True
    page.oddFooter.center.text = "第 &P 页，共 &N 页"
    page.freeze_panes = page.cell(heads + 1, 1)
