"""What a public notice says: the page and the paper that is put up read the same."""

from django.utils.formats import date_format

from brands.models import CasePage
from brands.nominations.models import Nomination, Publicity
from brands.nominations.models.step import ON_NOTICE

UNCERTAIN = "公示跨到的年份，放假和调休安排还没有公布，先按法定节假日计算；公布后如有变化，以延后的日期为准。"
HOW = "公示期内，单位提出的请加盖公章，个人提出的请写真实姓名，用书面材料说明事实，送到："


def words(publicity: Publicity) -> dict[str, str]:
    """Return the sentences of a notice by name."""
    call = publicity.call
    number = f"（{call.document_number}）" if call.document_number else ""
    days = [date_format(day, "Y年n月j日") for day in (publicity.starts_on, publicity.ends_on)]
    return {
        "title": f"{call.title}\n拟推荐案例公示",
        "opening": f"按照{call.issued_by}《{call.title}》{number}的要求，各县（市、区）推荐，市里评选，"
        f"拟推荐下列 {len(publicity.entries)} 个案例，现予公示。",
        "when": f"{days[0]}至{days[1]}，{publicity.working_days} 个工作日。",
        "uncertain": "" if publicity.is_certain else UNCERTAIN,
        "how": HOW,
        "contact": publicity.contact,
    }


def lines(publicity: Publicity) -> list[dict]:
    """Return what was announced, with `off` for what was taken off since, and `url` where the case is to be read."""
    pks = [entry["nomination"] for entry in publicity.entries]
    now = {row.pk: row for row in Nomination.objects.filter(pk__in=pks).only("case_id", "step", "publicity_id")}
    cases = CasePage.objects.live().in_bulk([row.case_id for row in now.values()])
    return [_line(entry, now.get(entry["nomination"]), cases, publicity) for entry in publicity.entries]


def _line(entry: dict, nomination, cases: dict, publicity) -> dict:
    off = nomination is None or nomination.step not in ON_NOTICE or nomination.publicity_id != publicity.pk
    case = cases.get(nomination.case_id) if nomination else None
    return entry | {"off": off, "url": case.get_url() if case and not off else ""}
