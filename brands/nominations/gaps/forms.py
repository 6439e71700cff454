"""推荐表: every cell that must be filled is, and none is longer than its room."""

from collections.abc import Iterator

from brands.nominations.entry import Entry
from brands.nominations.gaps.gap import Gap, Where, by
from brands.nominations.material.choices import LENGTHS, Source
from brands.nominations.material.rules import Cell, FormRule, TableRule
from cms.core.han import count_words

ELSEWHERE = (Source.HONOURS, Source.OPINION)  # nobody can fill in an award; the opinion is asked for in any case
OF_THE_CASE = {
    Source.TITLE: "id_title",
    Source.COVERAGE: "",
    Source.SUMMARY: "id_summary",
    Source.PERIOD: "id_period_start",
    Source.STARTED: "id_period_start",
    Source.FIGURES: "figures",
    Source.AUTHORS: "authors",
    Source.BRANDS: "id_brands",
    Source.PLACE: "id_place",
    Source.BODY: "id_practice",
}


def check(rule: FormRule, entry: Entry) -> Iterator[Gap]:
    for cell in rule.cells:
        words = entry.fact(cell)
        where, spot = place_of(cell)
        if cell.required and not words and cell.source not in ELSEWHERE:
            yield by(rule, f"“{cell.label}”还空着", f"{rule.name}里要填{cell.label}", "填上就好。", where, spot)
        have = count_words(words)
        if cell.max_words and have > cell.max_words:
            over = have - cell.max_words
            why = f"{cell.label}不超过 {cell.max_words} 字"
            yield by(rule, f"“{cell.label}”{have} 字，超了 {over} 字", why, f"删掉 {over} 字。", where, spot)


def check_table(rule: TableRule, entry: Entry) -> Iterator[Gap]:
    for column in rule.columns:
        key = entry.key_of(column)
        if column.source == Source.OWN and key == column.key and not entry.answer(key):
            why = f"{rule.name}里要填{column.label}"
            yield by(rule, f"“{column.label}”还空着", why, "填上就好。", Where.ANSWERS, key)


def place_of(cell: Cell) -> tuple[Where, str]:
    """Return where a cell's words are written."""
    if cell.source in (Source.OPINION, Source.CATEGORY):
        return Where.OPINION, "opinion"
    if cell.source in LENGTHS:
        return Where.RENDITIONS, f"renditionsform_{cell.source}"
    if cell.source in OF_THE_CASE:
        return Where.CASE, OF_THE_CASE[cell.source]
    return Where.ANSWERS, cell.key
