"""对照着看: what was sealed of several nominations of one call, side by side, in the register's order, unranked."""

from dataclasses import dataclass

from brands.models import Honour
from brands.nominations import entry, facts
from brands.nominations.material.choices import Source
from brands.nominations.models import Call, Nomination, Step
from cms.core.han import count_words

MOST = 20
COMPARED = (Step.ENDORSED, Step.RECEIVED, Step.RECOMMENDED, Step.RESERVED)


@dataclass(frozen=True)
class Column:
    """One nomination: its case in short, 字数 of its five parts, figures as they were counted, photos, honours."""

    nomination: Nomination
    title: str
    place: str
    period: str
    summary: str
    words: int
    figures: list[str]
    photos: int
    honours: list[str]


def of(call: Call, picked: list[int]) -> list[Column]:
    """Return what is compared: the nominations picked, or all that wait to be chosen; at most MOST."""
    rows = call.nominations.filter(step__in=COMPARED).select_related("place", "case__place", "revision")
    if picked:
        rows = rows.filter(pk__in=picked)
    rows = list(rows.order_by("place__path", "pk")[:MOST])
    won = _won([row.case_id for row in rows])
    for row in rows:
        row.call = call
    return [_column(row, won.get(row.case_id, [])) for row in rows]


def _column(row: Nomination, honours: list[str]) -> Column:
    one = entry.of(row)
    said = one.facts
    return Column(
        nomination=row,
        title=one.case.title,
        place=said[Source.PLACE],
        period=said[Source.PERIOD],
        summary=one.case.summary,
        words=count_words(said[Source.BODY]),
        figures=[facts.figure(figure) for figure in one.case.figures() if figure["value"] is not None],
        photos=len(one.photos),
        honours=honours,
    )


def _won(cases: list[int]) -> dict[int, list[str]]:
    """Return the honours of these cases as they are today; one query."""
    found: dict[int, list[str]] = {}
    for honour in Honour.objects.filter(page_id__in=cases).order_by("year", "pk"):
        found.setdefault(honour.page_id, []).append(f"{honour.year}年 {honour.series}（{honour.get_level_display()}）")
    return found
