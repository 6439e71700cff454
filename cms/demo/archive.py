"""The review history of many published pages at once: revision, workflow state, four steps, decisions, seats, round."""

import json
from collections.abc import Sequence

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from wagtail.models import Page, Revision, TaskState, Workflow, WorkflowState

from cms.places.models import Membership
from cms.review.founding import NAME
from cms.review.models import Decision, ReviewedPage, ReviewTask, Round, Seat
from cms.review.steps import ROLES, Step

BATCH = 500


def archive(pages: Sequence[ReviewedPage], county) -> None:
    """Write what a real review would have left for each page of one kind in one county."""
    kind = ContentType.objects.get_for_model(pages[0])
    base = ContentType.objects.get_for_model(Page)
    both = {"content_type": kind, "base_content_type": base}
    revisions = _revisions(pages, both)
    states = WorkflowState.objects.bulk_create(
        [
            WorkflowState(
                **both,
                object_id=str(page.pk),
                workflow=Workflow.objects.get(name=NAME),
                status=WorkflowState.STATUS_APPROVED,
                requested_by=page.owner,
                created_at=page.first_published_at,
            )
            for page in pages
        ],
        batch_size=BATCH,
    )
    Round.objects.bulk_create(
        [
            Round(
                workflow_state=state, page_id=page.pk, scope_path=page.place.path, published_at=page.first_published_at
            )
            for page, state in zip(pages, states, strict=True)
        ],
        batch_size=BATCH,
    )
    for task in ReviewTask.objects.all():
        _step(task, county, pages, revisions, states)


def _revisions(pages, both) -> list[Revision]:
    """Give each page its one revision, live and latest."""
    revisions = Revision.objects.bulk_create(
        [
            Revision(
                **both,
                object_id=str(page.pk),
                created_at=page.first_published_at,
                user=page.owner,
                object_str=page.title,
                content=json.loads(json.dumps(page.serializable_data(), cls=DjangoJSONEncoder)),
            )
            for page in pages
        ],
        batch_size=BATCH,
    )
    rows = [
        Page(pk=page.pk, live_revision=made, latest_revision=made) for page, made in zip(pages, revisions, strict=True)
    ]
    Page.objects.bulk_update(rows, ["live_revision", "latest_revision"], batch_size=BATCH)
    return revisions


def _step(task: ReviewTask, county, pages, revisions, states) -> None:
    """Let one step's person of the county approve every page; the township's look is skipped, the city signs."""
    skipped = task.step == Step.LOOK
    place = county.get_parent() if task.step == Step.FINAL else county
    held = Membership.objects.filter(place_id=place.pk, role=ROLES[task.step]).order_by("pk").first()
    user = None if skipped else held.user
    status = TaskState.STATUS_SKIPPED if skipped else TaskState.STATUS_APPROVED
    kind = ContentType.objects.get_for_model(TaskState)
    done = TaskState.objects.bulk_create(
        [
            TaskState(
                workflow_state=state,
                revision=revision,
                task=task.task_ptr,
                status=status,
                started_at=page.first_published_at,
                finished_at=page.first_published_at,
                finished_by=user,
                content_type=kind,
            )
            for page, revision, state in zip(pages, revisions, states, strict=True)
        ],
        batch_size=BATCH,
    )
    if not skipped:
        _decide(task.step, place, user, pages, revisions, done)


def _decide(step: str, place, user, pages, revisions, states) -> None:
    """Write down that this person of the place approved every page."""
    seats = [Seat(workflow_state_id=state.workflow_state_id, user=user, step=step) for state in states]
    Seat.objects.bulk_create(seats, batch_size=BATCH)
    decisions = Decision.objects.bulk_create(
        [
            Decision(
                task_state=state,
                workflow_state_id=state.workflow_state_id,
                page_id=page.pk,
                revision=revision,
                step=step,
                verdict=Decision.Verdict.APPROVED,
                user=user,
                user_name=user.name,
                unit=place.title,
            )
            for page, revision, state in zip(pages, revisions, states, strict=True)
        ],
        batch_size=BATCH,
    )
    for decision, page in zip(decisions, pages, strict=True):
        decision.at = page.first_published_at
    Decision.objects.bulk_update(decisions, ["at"], batch_size=BATCH)
