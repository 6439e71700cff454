"""审核单: one round of review on one sheet of paper."""

from dataclasses import dataclass
from datetime import datetime

from wagtail.models import Page

from cms.places import scope
from cms.review import advice, record
from cms.review.models import Decision
from cms.review.steps import Step

LONGEST = 90  # characters of an opinion; the rest stays on the desk, so that the sheet stays one page
MOST_RETURNS = 3
LONGEST_RETURN = 44


@dataclass(frozen=True)
class Line:
    """One step on the sheet: who, for whom, when, what they said."""

    step: str
    name: str = ""
    unit: str = ""
    at: datetime | None = None
    opinion: str = ""


@dataclass(frozen=True)
class Sheet:
    """Everything that stands on the sheet."""

    page: Page
    kind: str
    place: str
    county: str
    writers: str
    passage: record.Passage
    version: int | None
    lines: list[Line]
    returns: list[str]
    checks: str


def of(page) -> Sheet:
    """Gather the sheet of a page's latest round; approvals of an earlier version are not among its lines."""
    passage = record.of(page).latest
    revision = passage.round.workflow_state.current_task_state.revision
    page = revision.as_object()
    said = [one.decision for one in passage.said]
    about = [one for one in said if one.revision_id == revision.pk]
    approved = {one.step: one for one in about if one.verdict == Decision.Verdict.APPROVED}
    titles = dict(Page.objects.filter(path__in=_places(passage.round.scope_path)).values_list("path", "title"))
    return Sheet(
        page=page,
        kind=str(page._meta.verbose_name),
        place=titles.get(passage.round.scope_path, ""),
        county=titles.get(scope.county_path(passage.round.scope_path), ""),
        writers="、".join(page.writers()),
        passage=passage,
        version=record.version(page, revision.pk),
        lines=[_line(step, approved.get(step)) for step in Step],
        returns=_returns(said),
        checks=advice.in_words(about[-1].checks if about else {}),
    )


def _places(path: str) -> set[str]:
    return {path, scope.county_path(path)}


def _line(step: Step, decision: Decision | None) -> Line:
    if decision is None:
        return Line(step.label)
    opinion = _cut(decision.comment or "同意。", LONGEST)
    return Line(step.label, decision.user_name, decision.unit, decision.at, opinion)


def _returns(said: list[Decision]) -> list[str]:
    """Return the last few times the page was sent back, each in one short line."""
    returned = [one for one in said if one.verdict == Decision.Verdict.RETURNED]
    shown = [
        f"{one.at:%-m月%-d日} {one.get_step_display()}（{one.user_name}）："
        + _cut("；".join(filter(None, [one.comment, *(note for _, note in one.notes)])), LONGEST_RETURN)
        for one in returned[-MOST_RETURNS:]
    ]
    earlier = len(returned) - len(shown)
    return [f"另有 {earlier} 次退回，见系统记录。", *shown] if earlier else shown


def _cut(words: str, longest: int) -> str:
    words = " ".join(words.split())
    return words if len(words) <= longest else f"{words[:longest]}……（全文见系统）"
