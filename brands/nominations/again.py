"""Next year's call: what the county sent in last time, what became of it, and which figures have changed since."""

from dataclasses import dataclass

from brands.nominations import facts
from brands.nominations.models import Call, Nomination, Step
from cms.places.models import PlacePage

MOST = 50  # a county sends in a handful


@dataclass(frozen=True)
class Again:
    """One nomination of last time, with what its case's key figures say now."""

    nomination: Nomination
    changes: list[str]
    taken: bool  # it has been nominated for this call already


def of(call: Call, county: PlacePage) -> list[Again]:
    """Return what the county sent in to the call before this one; nothing when it had none."""
    if call.previous_id is None:
        return []
    rows = Nomination.objects.filter(call=call.previous_id, place=county).exclude(step=Step.WITHDRAWN)
    rows = rows.exclude(revision=None).select_related("case__live_revision", "revision").order_by("pk")[:MOST]
    taken = set(call.nominations.exclude(step=Step.WITHDRAWN).values_list("case_id", flat=True))
    return [Again(row, changes(row), row.case_id in taken) for row in rows]


def changes(nomination: Nomination) -> list[str]:
    """Return how the case's key figures differ from what was sent in, in words; nothing where nothing was frozen."""
    live = nomination.case.live_revision
    if nomination.revision is None or live is None:
        return []
    then, now = (_by_label(one.as_object()) for one in (nomination.revision, live))
    return [sentence for label in then | now if (sentence := _change(then.get(label), now.get(label)))]


def _by_label(case) -> dict[str, dict]:
    return {figure["label"]: figure for figure in case.figures() if figure["value"] is not None}


def _change(then: dict | None, now: dict | None) -> str:
    if then is None:
        return f"新添了：{facts.figure(now)}"
    if now is None:
        return f"去掉了：{facts.figure(then)}"
    if (then["value"], then["unit"]) == (now["value"], now["unit"]):
        return ""
    return f"{then['label']}：{then['value']:f} {then['unit']} → {now['value']:f} {now['unit']}"
