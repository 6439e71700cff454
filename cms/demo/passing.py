"""Taking demonstration pages through review by the real verbs, and setting the clock of what they left."""

import datetime as dt

from django.utils import timezone
from wagtail.models import Page, Revision, TaskState, WorkflowState

from cms.review import decisions, permissions
from cms.review.models import Decision, Round
from cms.review.steps import Step

PACE = {Step.LOOK: 1, Step.FIRST: 2, Step.SECOND: 4, Step.FINAL: 6}  # days after submission


def noon(day: dt.date) -> dt.datetime:
    """Return a day's time of writing, somewhere in working hours, but never after now."""
    moment = timezone.make_aware(dt.datetime.combine(day, dt.time(9, 20))) + dt.timedelta(
        minutes=day.toordinal() * 37 % 420
    )
    return min(moment, timezone.now() - dt.timedelta(minutes=5))


def approve(page, *steps: Step, comment: str = "") -> None:
    """Approve the named steps one after the other, each by whoever may."""
    for step in steps:
        state = page.specific.current_workflow_task_state
        if state.task.specific.step == step:  # a step may have been skipped: the city's own pages have no township
            decisions.approve(
                task_state=state, user=_decider(page, state), revision_id=state.revision_id, comment=comment
            )


def send_back(page, comment: str) -> None:
    """Send the page back at its open step."""
    state = page.specific.current_workflow_task_state
    decisions.send_back(task_state=state, user=_decider(page, state), revision_id=state.revision_id, comment=comment)


def publish(page, on: dt.date) -> None:
    """Take a draft the whole way, submitted a week before it is first read on `on`."""
    decisions.submit(page=page, user=page.owner)
    approve(page, *Step)
    set_clock(page, on - dt.timedelta(days=PACE[Step.FINAL]))


def _decider(page, state):
    page = page.specific
    for user in permissions.deciders(page, state.task.specific.step).order_by("pk"):
        if permissions.may_decide(user, page, state):
            return user
    raise LookupError(f"nobody may decide {state} of {page}")


def set_clock(page, submitted: dt.date) -> None:
    """Move everything that the newest round of the page left to the days after it was submitted."""
    start = noon(submitted)
    state = WorkflowState.objects.filter(round__page=page.pk).order_by("-pk").first()
    WorkflowState.objects.filter(pk=state.pk).update(created_at=start)
    Round.objects.filter(workflow_state=state).update(started_at=start)
    before = start
    for task in TaskState.objects.filter(workflow_state=state).order_by("pk").select_related("task"):
        at = start + dt.timedelta(days=PACE[task.task.specific.step], hours=task.pk % 5)
        at = min(at, timezone.now() - dt.timedelta(minutes=2))
        TaskState.objects.filter(pk=task.pk).update(started_at=before, finished_at=task.finished_at and at)
        Decision.objects.filter(task_state=task).update(at=at)
        before = at
    Revision.objects.for_instance(page).update(created_at=start)
    live = {"first_published_at": before, "last_published_at": before}
    Page.objects.filter(pk=page.pk, live=True).update(**live)
    Page.objects.filter(pk=page.pk).update(latest_revision_created_at=start)
    Round.objects.filter(workflow_state=state, published_at__isnull=False).update(published_at=before)
