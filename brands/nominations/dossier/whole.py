"""The papers of a whole call: which cases stand in them, 汇总表, 公示稿, 入选汇编."""

from brands.nominations import announced, entry
from brands.nominations.dossier import plain, writing
from brands.nominations.dossier.anthology import anthology
from brands.nominations.dossier.notice import notice
from brands.nominations.dossier.standard import TEXT, tables_of
from brands.nominations.dossier.summary import summary
from brands.nominations.material.choices import Source
from brands.nominations.material.rules import TextRule
from brands.nominations.models import Call, Nomination, Publicity, Step
from brands.nominations.models.step import COUNTED_BY_CITY
from cms.core.refusals import Refused

RECOMMENDED_BY_COUNTY = (Step.ENDORSED, Step.RECEIVED)
RELATED = ("call", "case__live_revision", "case__place", "place", "revision", "sealed_scan")


def standing(call: Call):
    """Return the nominations that go up together, in the register's order.

    They are those that the city has chosen, or, while it has chosen none, those that the counties have recommended.
    """
    chosen = call.nominations.filter(step__in=COUNTED_BY_CITY)
    rows = chosen if chosen.exists() else call.nominations.filter(step__in=RECOMMENDED_BY_COUNTY)
    return rows.select_related(*RELATED).order_by("place__path", "pk")


def summary_sheet(call: Call, nominations: list[Nomination]) -> bytes:
    """Return every summary sheet of the call, a page each."""
    tables = {table: [] for table in tables_of(call.rules())}
    for one in map(entry.of, nominations):
        for table, rows in tables.items():
            writing.add_row(one, table, rows)
    return summary(*(writing.summary_of(call.title, table, rows) for table, rows in tables.items()))


def awarded(call: Call):
    return call.nominations.filter(step=Step.AWARDED).select_related(*RELATED).order_by("place__path", "pk")


def anthology_of(call: Call) -> bytes:
    """Return every case that was awarded, as it was sealed, in its own words."""
    entries = [entry.of(one) for one in awarded(call)]
    return anthology(f"{call.series}（{call.year}年）", [writing.story_of(one, _text(one)) for one in entries])


def _summary(call: Call) -> tuple[str, str, bytes]:
    nominations = list(standing(call))
    if not nominations:
        raise Refused("还没有县里推荐上来的申报，汇总表里没有什么可写。")
    return "汇总表", "xlsx", summary_sheet(call, nominations)


def _anthology(call: Call) -> tuple[str, str, bytes]:
    if not awarded(call).exists():
        raise Refused("还没有登记入选的案例，没有什么可以汇编。")
    return "入选汇编", "docx", anthology_of(call)


def _notice(call: Call) -> tuple[str, str, bytes]:
    publicity = call.publicities.first()
    if publicity is None:
        raise Refused("还没有发公示；在全市页发了公示，这里就有公示稿。")
    return "公示", "docx", notice_of(publicity)


# The papers of a whole call: address → how it is made, (name, ending, bytes).
PAPERS = {"summary": _summary, "notice": _notice, "anthology": _anthology}


def notice_of(publicity: Publicity) -> bytes:
    said = announced.words(publicity)
    lines = [plain.Line(line["title"], _about(line), line["off"]) for line in announced.lines(publicity)]
    return notice(plain.Notice(**said, lines=lines))


def _about(line: dict) -> str:
    return " · ".join(filter(None, [line["county"], line["category"]]))


def _text(one: entry.Entry) -> TextRule:
    """Return the rule of the text that stands in the anthology: the case's own words where the notice asks for them."""
    texts = one.of_kind(TextRule)
    return next((rule for rule in texts if rule.source == Source.BODY), TEXT)
