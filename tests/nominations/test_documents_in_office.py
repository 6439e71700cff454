"""LibreOffice opens every document and sheet: nothing is lost, pages are A4, 22 lines of 28 characters each."""

import csv
import re
from io import StringIO

import pytest

from brands.nominations.dossier.anthology import anthology
from brands.nominations.dossier.body import body
from brands.nominations.dossier.form import form
from brands.nominations.dossier.notice import notice
from brands.nominations.dossier.summary import summary
from tests.nominations import papers
from tests.nominations.second_reader import AS_TEXT, converted, needs_office, paragraphs

pytestmark = needs_office
A4 = (595, 842)  # points
TEXT, CSV = "txt:Text (encoded):UTF8", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
PHOTO = papers.photo(papers.picture())
DOCUMENTS = {
    "form": lambda: form(papers.form()),
    "body": lambda: body(papers.story(photos=(PHOTO,))),
    "notice": lambda: notice(papers.notice()),
    "anthology": lambda: anthology("省创新案例集", [papers.story(), papers.story("另一个")]),
}


def page_sizes(pdf: bytes) -> list[tuple[int, ...]]:
    return [tuple(round(float(number)) for number in box.split()) for box in
            re.findall(rb"/Type/Page\b.*?/MediaBox\[([^\]]+)\]", pdf, re.DOTALL)]  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_read_whole_and_prints_on_a4(name, tmp_path):
    data = DOCUMENTS[name]()

    said = converted(data, tmp_path, "docx", TEXT).decode("utf-8-sig")
    for line in filter(None, paragraphs(data)):
        assert line in said
    pages = page_sizes(converted(data, tmp_path, "docx", "pdf"))
    assert pages and all(size[2:] == A4 for size in pages)


def test_the_sheet_is_read_whole_and_prints_on_a4_across(tmp_path):
    data = summary(papers.table())

    rows = list(csv.reader(StringIO(converted(data, tmp_path, "xlsx", CSV).decode("utf-8-sig"))))
    assert rows[3] == ["1", "延溪区", "林堃喆", "059500123456", "1234", "2026-03-02", AS_TEXT]
    assert rows[4][2:] == ["=1+1", "+8613800138000", "三十多场", "2026年春", papers.LONG]
    pages = page_sizes(converted(data, tmp_path, "xlsx", "pdf"))
    assert pages and all(size[2:] == A4[::-1] for size in pages)


def test_a_full_page_holds_22_lines_of_28_characters(tmp_path):
    full = papers.story("题", unit="", parts=[("", "长" * (28 * 22 * 3))], figures=(), authors="")

    pages = len(page_sizes(converted(body(full), tmp_path, "docx", "pdf")))
    one_line_less = papers.story("题", unit="", parts=[("", "长" * (28 * 22 * 3 - 28 * 4))], figures=(), authors="")

    assert pages == 4  # three pages of text and the title
    assert len(page_sizes(converted(body(one_line_less), tmp_path, "docx", "pdf"))) == 3
