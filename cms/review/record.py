"""How a page was reviewed, round by round: for the log, the review sheet and whoever decides next."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from wagtail.models import Revision, WorkflowState

from cms.review import contents
from cms.review.models import Decision, Round, TakeDown
from cms.review.steps import Step

STATUS = {
    WorkflowState.STATUS_NEEDS_CHANGES: "退回，等作者改",
    WorkflowState.STATUS_APPROVED: "审完发布",
    WorkflowState.STATUS_CANCELLED: "收回",
}


@dataclass
class Said:
    """One decision with its notes under the names of their fields."""

    decision: Decision
    notes: list[tuple[str, str]]

    @property
    def returned(self) -> bool:
        return self.decision.verdict == Decision.Verdict.RETURNED


@dataclass
class Passage:
    """One round: who submitted it when, what was decided, how it ended."""

    round: Round
    said: list[Said]
    step: str = ""  # the step it waits at, "" when it waits at none

    @property
    def status(self) -> str:
        return f"待{self.step}" if self.step else STATUS.get(self.round.workflow_state.status, "")

    @property
    def requester(self) -> str:
        person = self.round.workflow_state.requested_by
        return person.name if person else ""


@dataclass
class Record:
    """Everything review knows of one page, the latest round first."""

    passages: list[Passage] = field(default_factory=list)
    take_downs: list[TakeDown] = field(default_factory=list)

    @property
    def latest(self) -> Passage | None:
        return self.passages[0] if self.passages else None


def of(page) -> Record:
    return of_many([page])[page.pk]


def of_many(pages: Iterable) -> dict[int, Record]:
    """Return the records of several pages by their pk; four queries, however many there are."""
    records = {page.pk: Record() for page in pages}
    related = ("workflow_state__requested_by", "workflow_state__current_task_state__task__reviewtask", "page")
    rounds = Round.objects.filter(page__in=records).select_related(*related)
    for round_ in rounds.prefetch_related("workflow_state__decisions"):
        records[round_.page_id].passages.append(_passage(round_))
    for tombstone in TakeDown.objects.filter(page__in=records):
        records[tombstone.page_id].take_downs.append(tombstone)
    return records


def _passage(round_: Round) -> Passage:
    state = round_.workflow_state
    model = round_.page.cached_content_type.model_class()
    said = [
        Said(decision, [(contents.label_of(model, name), note) for name, note in decision.notes])
        for decision in state.decisions.all()
    ]
    waits = state.status == WorkflowState.STATUS_IN_PROGRESS and state.current_task_state
    return Passage(round_, said, Step(state.current_task_state.task.reviewtask.step).label if waits else "")


def version(page, revision_id: int | None) -> int | None:
    """Return which version of the page a revision is, counted from 1; None when it is no longer kept."""
    if revision_id is None:
        return None
    kept = Revision.objects.for_instance(page)
    return kept.filter(pk__lte=revision_id).count() if kept.filter(pk=revision_id).exists() else None
