"""汇总表: read again from its XML, numbers are numbers, text is text, heads are merged and repeated, A4 lies across."""

from brands.nominations.dossier import summary as sheet
from brands.nominations.dossier.plain import Column, Summary
from brands.nominations.dossier.summary import summary
from tests.nominations import papers
from tests.nominations.second_reader import AS_TEXT, S, cells, part

PAGE = "xl/worksheets/sheet1.xml"


def test_every_value_is_what_its_column_holds():
    said = cells(summary(papers.table()))

    assert said["A4"] == ("n", "1")
    assert said["D4"] == ("text", "059500123456")
    assert (said["E4"], said["E5"], said["E6"]) == (("n", "1234"), ("text", "三十多场"), ("n", "36.5"))
    assert said["F4"] == ("n", "46083")  # 2026-03-02
    assert said["F5"] == ("text", "2026年春")
    assert said["G5"] == ("text", papers.LONG)


def test_what_looks_like_a_formula_is_text_and_stays_text_when_it_is_edited():
    data = summary(papers.table())

    said = cells(data)
    assert said["C5"] == ("text", "=1+1")
    assert said["D5"] == ("text", "+8613800138000")
    assert said["C6"] == ("text", "@SUM(A1)")
    assert said["G4"] == ("text", AS_TEXT)
    formats = list(part(data, "xl/styles.xml").find(f"{S}cellXfs"))
    for cell in part(data, PAGE).iter(f"{S}c"):
        if cell.get("r") in ("C5", "D5", "C6", "G4"):
            assert formats[int(cell.get("s"))].get("quotePrefix") == "1"


def test_heads_are_merged_over_their_columns():
    data = summary(papers.table())

    said, merged = cells(data), {one.get("ref") for one in part(data, PAGE).iter(f"{S}mergeCell")}
    assert merged == {"A1:G1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:F3", "G2:G3", "A8:G8"}
    assert (said["A1"][1], said["C2"][1], said["C3"][1]) == (papers.table().title, "负责人", "姓名")
    assert "（盖章）" in said["A8"][1]


def test_it_prints_on_a4_across_with_its_heads_on_every_page():
    data = summary(papers.table())
    page = part(data, PAGE)

    setup = page.find(f"{S}pageSetup")
    assert (setup.get("orientation"), setup.get("paperSize"), setup.get("fitToWidth")) == ("landscape", "9", "1")
    names = {one.get("name"): one.text for one in part(data, "xl/workbook.xml").iter(f"{S}definedName")}
    assert names["_xlnm.Print_Titles"] == "'汇总表'!$1:$3"
    assert [float(column.get("width")) for column in page.find(f"{S}cols")][:2] == [6, 16]


def test_without_groups_there_is_one_line_of_heads():
    data = summary(Summary("表", [Column("甲"), Column("乙")], [["一", "二"]]))

    assert {at: words for at, (_, words) in cells(data).items() if at[1] in "23"} == {
        "A2": "甲", "B2": "乙", "A3": "一", "B3": "二",
    }  # fmt: skip


def test_a_text_longer_than_a_cell_can_be_is_cut_and_says_so():
    data = summary(Summary("表", [Column("甲")], [["长" * 40_000]]))

    words = cells(data)["A3"][1]
    assert words == "长" * sheet.LONGEST + sheet.CUT
    assert len(words) < 32_767
