"""What is handed in where a notice was entered without saying it: the form, the text, the photos, the usual columns."""

from brands.nominations.material.choices import Source
from brands.nominations.material.rules import Cell, Column, FormRule, ImageRule, Rule, TableRule, TextRule, read

CELLS = (
    ("推荐单位", Source.UNIT), ("类别", Source.CATEGORY), ("案例名称", Source.TITLE), ("所在阵地", Source.PLACE),
    ("起止时间", Source.PERIOD), ("概述", Source.SUMMARY), ("案例正文", Source.BODY), ("关键数字", Source.FIGURES),
    ("获奖情况", Source.HONOURS),
)  # fmt: skip
COLUMNS = (
    ("序号", Source.NUMBER, "number", 6), ("县（市、区）", Source.COUNTY, "text", 14),
    ("推荐单位", Source.UNIT, "text", 24), ("案例名称", Source.TITLE, "text", 32),
    ("类别", Source.CATEGORY, "text", 20), ("起止时间", Source.PERIOD, "text", 18),
    ("概述", Source.SUMMARY, "text", 44), ("作者", Source.AUTHORS, "text", 14),
)  # fmt: skip
FORM = FormRule("form", "推荐表", cells=tuple(Cell(source, label, source) for label, source in CELLS))
TEXT = TextRule("text", "案例正文")
PHOTOS = ImageRule("photos", "照片")
TABLE = TableRule(
    "table", "汇总表", columns=tuple(Column(s, label, s, "", kind, wide) for label, s, kind, wide in COLUMNS)
)


def completed(rules: list[Rule]) -> list[Rule]:
    """Return a notice's rules with the form, which is always sealed, and all of the usual where it names nothing."""
    if not rules:
        return [FORM, TEXT, PHOTOS]
    return rules if any(isinstance(rule, FormRule) for rule in rules) else [FORM, *rules]


def tables_of(call: dict) -> list[TableRule]:
    """Return the summary sheets that a notice (as Call.rules() gives it) asks for, or the usual one."""
    return [rule for rule in read(call.get("materials", [])) if isinstance(rule, TableRule)] or [TABLE]
