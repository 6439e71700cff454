"""The papers of a whole call: which cases stand in them, 汇总表, 公示稿, 入选汇编."""

from brands.nominations import announced, entry
from brands.nominations.dossier import plain, writing
from brands.nominations.dossier.anthology import anthology
from brands.nominations.dossier.notice import notice
from brands.nominations.dossier.standard import TEXT, table_of
from brands.nominations.dossier.summary import summary
from brands.nominations.material.choices import Source
from brands.nominations.material.rules import TextRule, read
from brands.nominations.models import Call, Nomination, Publicity, Step
from brands.nominations.models.step import COUNTED_BY_CITY

RELATED = ("call", "case__live_revision", "case__place", "place", "revision", "sealed_scan")


def standing(call: Call):
    """Return the nominations that go up together, in the register's order.

    They are those that the city has chosen, or, while it has chosen none, those that the counties have recommended.
    """
    chosen = call.nominations.filter(step__in=COUNTED_BY_CITY)
    rows = chosen if chosen.exists() else call.nominations.filter(step=Step.ENDORSED)
    return rows.select_related(*RELATED).order_by("place__path", "pk")


def summary_sheet(call: Call, nominations: list[Nomination]) -> bytes:
    table = table_of(read(call.rules().get("materials", [])))
    rows = [writing.row_of(entry.of(one), table, number) for number, one in enumerate(nominations, start=1)]
    return summary(writing.summary_of(call.title, table, rows))


def awarded(call: Call):
    return call.nominations.filter(step=Step.AWARDED).select_related(*RELATED).order_by("place__path", "pk")


def anthology_of(call: Call) -> bytes:
    """Return every case that was awarded, as it was sealed, in its own words."""
    entries = [entry.of(one) for one in awarded(call)]
    return anthology(f"{call.series}（{call.year}年）", [writing.story_of(one, _text(one)) for one in entries])


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
