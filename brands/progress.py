"""The way of one case through review, as its writer reads it: what happened, who is next, how long it may take."""

import statistics
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise

from wagtail.models import TaskState, WorkflowState

from brands.models import CasePage
from cms.places.models import PlacePage
from cms.review import contents
from cms.review.models import Decision, ReviewTask
from cms.review.permissions import deciders, deciding_path
from cms.review.steps import Step

SAMPLE, FEWEST = 20, 5
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Moment:
    """One thing that happened to a case."""

    at: datetime
    title: str
    who: str = ""
    words: str = ""
    notes: list[tuple[str, str]] = field(default_factory=list)  # (what part, what was said of it)


@dataclass(frozen=True)
class Next:
    """Whose turn it is now."""

    step: str
    unit: str
    people: list[str]
    since: datetime
    usual: str  # in words, or "" when too few cases have passed to say


def newest_return(page) -> Decision | None:
    """Return the decision that sent the case back, while it is with its writer for that reason."""
    state = WorkflowState.objects.filter(round__page=page).order_by("-round__started_at", "-pk").first()
    if state is None or state.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return None
    return state.decisions.filter(verdict=Decision.Verdict.RETURNED).order_by("-at", "-pk").first()


def notes_by_label(decision: Decision) -> list[tuple[str, str]]:
    """Return a decision's notes, each with what people call its field."""
    return [(contents.label_of(CasePage, name), note) for name, note in decision.notes]


def timeline(page) -> list[Moment]:
    """Return what happened to the case so far, oldest first."""
    began = page.revisions.order_by("pk").first()
    moments = [
        Moment(
            began.created_at if began else page.latest_revision_created_at,
            "开始写",
            page.owner.name if page.owner_id else "",
        )
    ]
    rounds = list(page.rounds.select_related("workflow_state").order_by("started_at", "pk"))
    states = TaskState.objects.filter(workflow_state__in=[one.workflow_state_id for one in rounds]).order_by("pk")
    moments += _handed_in(rounds, list(states))
    moments += [_decided(decision) for decision in page.decisions.all()]
    moments += [
        Moment(one.published_at, "更正发布" if one.correction else "发布") for one in rounds if one.published_at
    ]
    moments += [Moment(one.at, "撤下", one.user_name, one.reason) for one in page.take_downs.all()]
    return sorted(moments, key=lambda moment: moment.at)


def _handed_in(rounds, states: list[TaskState]) -> list[Moment]:
    """Return each handing in: a round's beginning, and every step that follows one which sent the case back."""
    moments = []
    for one in rounds:
        of_round = [state for state in states if state.workflow_state_id == one.workflow_state_id]
        moments.append(Moment(one.started_at, "交更正稿" if one.correction else "交稿", words=one.correction))
        for before, after in pairwise(of_round):
            if before.status == TaskState.STATUS_REJECTED:
                moments.append(Moment(after.started_at, "改好再交"))
        moments += [
            Moment(state.finished_at, "收回") for state in of_round if state.status == TaskState.STATUS_CANCELLED
        ]
    return moments


def _decided(decision: Decision) -> Moment:
    title = f"{decision.get_step_display()}{decision.get_verdict_display()}"
    who = " ".join(filter(None, (decision.unit, decision.user_name)))
    return Moment(decision.at, title, who, decision.comment, notes_by_label(decision))


def next_of(page) -> Next | None:
    """Return whose turn it is, while the case is being reviewed."""
    state = page.current_workflow_task_state
    if state is None or state.status != TaskState.STATUS_IN_PROGRESS:
        return None
    step = state.task.specific.step
    unit = PlacePage.objects.filter(path=deciding_path(page, step)).values_list("title", flat=True).first() or "市级"
    people = deciders(page, step).exclude(pk__in=page.author_ids())
    return Next(Step(step).label, unit, list(people.values_list("name", flat=True)), state.started_at, usual_time(step))


def usual_time(step: str) -> str:
    """Return how long this step took in the middle case of the last twenty, in words."""
    task = ReviewTask.objects.get(step=step)
    done = TaskState.objects.filter(task=task, status__in=(TaskState.STATUS_APPROVED, TaskState.STATUS_REJECTED))
    times = done.order_by("-finished_at").values_list("started_at", "finished_at")[:SAMPLE]
    took = [end - start for start, end in times if end]
    return in_words(statistics.median(took)) if len(took) >= FEWEST else ""


def in_words(length: timedelta) -> str:
    if length < HOUR:
        return "不到 1 小时"
    if length < DAY:
        return f"{round(length / HOUR)} 小时左右"
    return f"{round(length / DAY)} 天左右"
