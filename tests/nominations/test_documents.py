"""The documents, read again from their XML: they say what they were given, on paper of GB/T 9704."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brands.nominations.dossier.anthology import anthology
from brands.nominations.dossier.body import body, numeral
from brands.nominations.dossier.form import form
from brands.nominations.dossier.notice import notice
from brands.nominations.dossier.safe import xml_safe
from tests.nominations import papers
from tests.nominations.second_reader import AS_TEXT, HOSTILE, W, paragraphs, part, styles

EMU_PER_MM = 36_000
EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
DOCUMENTS = {
    "form": lambda: form(papers.form()),
    "body": lambda: body(papers.story()),
    "notice": lambda: notice(papers.notice()),
    "anthology": lambda: anthology("省创新案例集", [papers.story(), papers.story(HOSTILE)]),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_stands_on_the_paper_of_the_standard(name):
    page = part(DOCUMENTS[name]()).find(f"{W}body/{W}sectPr")

    margins = {side: round(int(page.find(f"{W}pgMar").get(f"{W}{side}")) / 1440 * 25.4) for side in
               ("top", "bottom", "left", "right")}  # fmt: skip
    assert margins == {"top": 37, "bottom": 35, "left": 28, "right": 26}
    assert (page.find(f"{W}pgSz").get(f"{W}w"), page.find(f"{W}pgSz").get(f"{W}h")) == ("11906", "16838")
    assert 225 / 25.4 * 1440 // int(page.find(f"{W}docGrid").get(f"{W}linePitch")) == 22


def test_title_body_and_headings_are_set_in_the_fonts_of_the_standard():
    sheet = part(body(papers.story()), "word/styles.xml")

    fonts = {}
    for style in sheet.iter(f"{W}style"):
        font, size = style.find(f"{W}rPr/{W}rFonts"), style.find(f"{W}rPr/{W}sz")
        fonts[style.get(f"{W}styleId")] = (
            font is not None and font.get(f"{W}eastAsia"),
            size is not None and size.get(f"{W}val"),
        )
    default = sheet.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert default.find(f"{W}rFonts").get(f"{W}eastAsia") == "仿宋"
    assert default.find(f"{W}sz").get(f"{W}val") == "32"  # 3号
    assert fonts["Heading1"] == ("方正小标宋简体", "44")  # 2号
    assert (fonts["Heading2"][0], fonts["Heading3"][0]) == ("黑体", "楷体")


def test_pages_are_numbered_between_dashes_on_the_outer_side():
    data = body(papers.story())

    for name in ("word/footer1.xml", "word/footer2.xml"):
        footer = part(data, name)
        assert "".join(text.text for text in footer.iter(f"{W}t")) == "— 1 —"
        assert footer.find(f".//{W}instrText").text.strip() == "PAGE"
    assert part(data, "word/settings.xml").find(f"{W}evenAndOddHeaders") is not None


def test_a_story_reads_as_it_was_given():
    said = paragraphs(body(papers.story()))

    assert said == [
        "一座古厝的三十六堂党课",
        "延溪区新时代文明实践中心",
        "一、背景起因",
        "村里的祠堂空着。",
        "（一）一张八仙桌",
        "傍晚收了工，天井里摆开几条长板凳。",
        "二、主要做法",
        AS_TEXT,
        "三、取得成效",
        papers.LONG,
        "四、关键数字",
        "小院党课 36 堂（截至2026年6月30日，签到簿）。",
        "（撰稿：陈秋生）",
    ]


def test_headings_are_headings_and_a_long_line_that_begins_like_one_is_not():
    story = papers.story(
        parts=[("一、已经编了号", "（二）" + "很长的一段" * 10), ("", "没有小标题")], figures=(), authors=""
    )

    assert styles(body(story)) == ["Heading1", "Byline", "Heading2", "BodyText", "BodyText"]
    assert "一、已经编了号" in paragraphs(body(story))
    assert styles(body(papers.story()))[:6] == ["Heading1", "Byline", "Heading2", "BodyText", "Heading3", "BodyText"]


def test_photos_fit_the_page_and_have_their_captions_below():
    photos = (papers.photo(papers.picture()), papers.photo(papers.picture((800, 2000), "PNG", "RGBA"), "竖的", ""))
    data = body(papers.story(photos=photos))

    extents = [(int(one.get("cx")), int(one.get("cy"))) for one in part(data).iter(EXTENT)]
    assert all(width <= 156 * EMU_PER_MM and height <= 225 * EMU_PER_MM for width, height in extents)
    assert [round(width / height, 2) for width, height in extents] == [1.6, 0.4]
    assert paragraphs(data)[-4:] == ["", "图1　灶台边的课（林小山 摄）", "", "图2　竖的"]
    with zipfile.ZipFile(BytesIO(data)) as parts:
        assert len([name for name in parts.namelist() if name.startswith("word/media/")]) == 2


def test_a_photo_that_cannot_be_opened_is_said_to_be_missing():
    said = paragraphs(body(papers.story(photos=(papers.photo(b"no picture at all", "坏的"),))))

    assert said[-1] == "图1　坏的（林小山 摄）（这张图片的文件打不开，没有印出来）"


def test_the_form_holds_the_cells_and_leaves_the_seals_blank():
    data = form(papers.form())
    said = paragraphs(data)

    for label, words in papers.form().cells:
        expected = AS_TEXT if words is HOSTILE else words
        assert said[said.index(label) + 1] == expected
    assert said.index("推荐单位意见") < said.index("做法实在，群众叫好，同意推荐。") < said.index("市级意见")
    assert said.count("（盖章）") == said.count("年　　月　　日") == 2
    assert said[-1] == "稿件编号 12 · 申报 3 号"
    assert not list(part(data).iter(EXTENT)), "no seal is ever drawn"


def test_the_forms_cells_are_merged_where_they_go_across():
    rows = list(part(form(papers.form())).iter(f"{W}tr"))

    widths = [[int(span.get(f"{W}val")) if (span := cell.find(f"{W}tcPr/{W}gridSpan")) is not None else 1
               for cell in row.iter(f"{W}tc")] for row in rows]  # fmt: skip
    assert widths[0] == [1, 1, 1, 1]
    assert all(sum(row) == 4 for row in widths)
    assert widths[-1] == widths[-2] == [1, 3]


def test_the_notice_reads_as_the_page_does_and_strikes_what_was_taken_off():
    data = notice(papers.notice())

    said = paragraphs(data)
    assert said[2:5] == [
        "拟推荐下列 2 个案例，现予公示。",
        "1. 一座古厝的三十六堂党课（延溪区 · 宣讲）",
        f"2. {AS_TEXT.strip()}（竹岭市，已撤出公示）",
    ]
    struck = ["".join(text.text for text in run.iter(f"{W}t")) for run in part(data).iter(f"{W}r")
              if run.find(f"{W}rPr/{W}strike") is not None]  # fmt: skip
    assert struck == [f"2. {AS_TEXT.strip()}"]
    assert said[-2:] == ["（盖章）", "年　　月　　日"]


def test_the_anthology_names_every_case_in_its_contents_and_begins_each_on_a_new_page():
    data = DOCUMENTS["anthology"]()
    tree = part(data)

    said = paragraphs(data)
    assert said[2:4] == [
        "1　一座古厝的三十六堂党课（延溪区新时代文明实践中心）",
        f"2　{AS_TEXT}（延溪区新时代文明实践中心）",
    ]
    titles = [one for one in tree.iter(f"{W}p") if one.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert len(titles) == 2
    names = [mark.get(f"{W}name") for mark in tree.iter(f"{W}bookmarkStart")]
    assert names == [link.get(f"{W}anchor") for link in tree.iter(f"{W}hyperlink")]
    marks = [mark.get(f"{W}fldCharType") for mark in tree.iter(f"{W}fldChar")]
    assert marks.count("begin") == marks.count("separate") == marks.count("end") == 3


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_was_typed_never_becomes_a_field(name):
    instructions = {text.text.split()[0] for text in part(DOCUMENTS[name]()).iter(f"{W}instrText")}

    assert instructions <= {"TOC", "PAGEREF"}


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec=None), max_size=80))
def test_whatever_is_typed_comes_back_as_text(words):
    lines = [line.strip(" \t\u3000") for line in xml_safe(words).split("\n")]

    said = paragraphs(body(papers.story(parts=[("甲", words)], figures=(), authors="")))

    assert [line.replace("\t", "") for line in lines if line] == said[3:]


def test_numbers_are_counted_in_chinese():
    assert [numeral(number) for number in (1, 9, 10, 11, 20, 21, 99)] == [
        "一",
        "九",
        "十",
        "十一",
        "二十",
        "二十一",
        "九十九",
    ]
