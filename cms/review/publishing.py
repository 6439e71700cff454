"""What happens after the last approval."""

from django.utils import timezone
from wagtail.models import TaskState, WorkflowState

from cms.core.refusals import Refused
from cms.review.models import Decision, ReviewTask, Round
from cms.review.steps import Step


def publish_approved(workflow_state: WorkflowState, user=None) -> None:
    """Publish exactly the revision that every step approved; the approvals are the permission, nobody holds another."""
    last = workflow_state.current_task_state
    if unapproved_steps(workflow_state, last.revision_id):
        raise Refused("还有步骤没有审过这一版，不能发布。")
    page = workflow_state.content_object.specific
    first = page.first_published_at or timezone.now()
    last.revision.publish(user=user, skip_permission_checks=True)
    page = type(page).objects.get(pk=page.pk)
    # Wagtail takes the time from the revision's JSON, which keeps milliseconds only: it would move by less than one.
    type(page).objects.filter(pk=page.pk).update(
        first_published_at=first, byline=byline(page, workflow_state, last.revision_id)
    )
    Round.objects.filter(workflow_state=workflow_state).update(published_at=timezone.now())


def unapproved_steps(workflow_state: WorkflowState, revision_id: int) -> list[str]:
    """Return the active steps that neither approved nor skipped this very revision."""
    done = workflow_state.task_states.filter(
        revision_id=revision_id, status__in=(TaskState.STATUS_APPROVED, TaskState.STATUS_SKIPPED)
    )
    tasks = ReviewTask.objects.filter(active=True, workflow_tasks__workflow=workflow_state.workflow)
    return list(tasks.exclude(pk__in=done.values("task_id")).values_list("step", flat=True))


def byline(page, workflow_state: WorkflowState, revision_id: int) -> list[list[str]]:
    """Return who wrote and who reviewed, e.g. [["供稿", "陈秋生"], ["初审", "王敏"], …]."""
    approved = Decision.objects.filter(
        workflow_state=workflow_state, revision_id=revision_id, verdict=Decision.Verdict.APPROVED
    )
    written = [["供稿", "、".join(page.writers())]] if page.writers() else []
    return written + [[Step(step).label, name] for step, name in approved.values_list("step", "user_name")]
