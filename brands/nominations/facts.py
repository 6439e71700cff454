"""What the system knows of a case already, in the words of a form: nobody types it again."""

from collections.abc import Callable

from brands.models import CasePage, Honour
from brands.nominations.material.choices import LENGTHS, Source
from brands.renditions import of as renditions_of
from cms.places.models import PlacePage

NOW = "今"


def of(case: CasePage, county: PlacePage, category: str, opinion: str) -> dict[str, str]:
    """Return every fact in words: {Source: words}. A handful of queries, whatever the case holds."""
    known = {source.value: read(case) for source, read in READ.items()}
    here = {Source.UNIT: county.plaque or county.title, Source.COUNTY: county.title, Source.OPINION: opinion}
    known |= here | {Source.CATEGORY: category or case.get_category_display()}
    lengths = renditions_of(case)
    return known | {source: lengths.get(source, "") for source in LENGTHS}


def month(day) -> str:
    return f"{day.year}年{day.month}月" if day else ""


def day(date) -> str:
    return f"{date.year}年{date.month}月{date.day}日" if date else ""


def body(sections: list[tuple[str, str]]) -> str:
    """Return headings and words one below the other, as they are counted and printed."""
    return "\n".join(line for heading, words in sections for line in (heading, words) if line)


def figure(one: dict) -> str:
    """Return e.g. 小院党课 36 堂（截至2026年6月30日，签到簿）."""
    how = "，".join(filter(None, [f"截至{day(one['as_of'])}" if one["as_of"] else "", one["method"]]))
    number = "" if one["value"] is None else f"{one['value']:f}"
    return f"{one['label']} {number} {one['unit']}" + (f"（{how}）" if how else "")


def _period(case: CasePage) -> str:
    if not case.period_start:
        return ""
    return f"{month(case.period_start)}至{month(case.period_end) or NOW}"


def _honours(case: CasePage) -> str:
    won = Honour.objects.filter(page_id=case.pk).order_by("year", "pk")
    return "\n".join(f"{one.year}年 {one.series}（{one.get_level_display()}）" for one in won)


def _coverage(case: CasePage) -> str:
    rows = [block.value for block in case.coverage]
    return "\n".join(" ".join(filter(None, [row["outlet"], f"《{row['title']}》", day(row["date"])])) for row in rows)


READ: dict[Source, Callable[[CasePage], str]] = {
    Source.PLACE: lambda case: case.place.title if case.place else "",
    Source.TITLE: lambda case: case.title,
    Source.PERIOD: _period,
    Source.STARTED: lambda case: month(case.period_start),
    Source.SUMMARY: lambda case: case.summary,
    Source.BODY: lambda case: body([(heading, words) for _, heading, words in case.parts]),
    Source.FIGURES: lambda case: "\n".join(figure(one) for one in case.figures()),
    Source.AUTHORS: lambda case: "、".join(case.writers()),
    Source.BRANDS: lambda case: "、".join(brand.title for brand in case.brands.all()),
    Source.HONOURS: _honours,
    Source.COVERAGE: _coverage,
}
