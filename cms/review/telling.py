"""Who hears of what in review: exactly the people concerned."""

from django.urls import reverse
from wagtail.models import TaskState

from cms.notices.telling import tell
from cms.review import contents, permissions


def submitted(page, workflow_state) -> None:
    """Tell those who may decide the step that is open now."""
    state = workflow_state.current_task_state
    if state is None or state.status != TaskState.STATUS_IN_PROGRESS:
        return
    step = state.task.specific
    people = permissions.deciders(page, step.step).exclude(pk__in=page.author_ids())
    tell(
        people,
        title=f"请{step.get_step_display()}：《{page.title}》",
        url=reverse("review:decide", args=[state.pk]),
        key=f"review-{state.pk}",
    )


def decided(page, decision) -> None:
    """Tell the author what was decided, and the next step's people that it is their turn."""
    label = decision.get_step_display()
    people = authors(page, decision.workflow_state)
    if decision.verdict == decision.Verdict.RETURNED:
        notes = [f"{contents.label_of(type(page), field)}：{note}" for field, note in decision.notes]
        tell(
            people,
            title=f"{label}退回修改：《{page.title}》",
            body="\n".join(filter(None, [decision.comment, *notes])),
            url=page.author_url(),
            key=f"decided-{decision.pk}",
        )
        return
    decision.workflow_state.refresh_from_db()
    if decision.workflow_state.status == decision.workflow_state.STATUS_APPROVED:
        tell(people, title=f"已经发布：《{page.title}》", url=page.url or "", key=f"published-{decision.pk}")
        return
    submitted(page, decision.workflow_state)


def taken_down(page, tombstone) -> None:
    """Tell the author that the page is off the site, and why."""
    tell(
        {page.owner} - {None},
        title=f"已经撤下：《{page.title}》",
        body=tombstone.reason,
        url=page.author_url(),
        key=f"down-{tombstone.pk}",
    )


def authors(page, workflow_state) -> list:
    return [person for person in {page.owner, workflow_state.requested_by} if person]
