"""The verbs of publishing review: one transaction each, one winner each, the same from /admin/ and from the desk."""

from django.db import transaction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, TaskState, Workflow, WorkflowState

from cms.audit import models as audit
from cms.core.refusals import Refused
from cms.places import scope
from cms.review import advice, checks, permissions, telling
from cms.review.models import Decision, Round, Seat, TakeDown

DECIDED = "这一步刚刚已经由别人处理过了。"
CHANGED = "稿子和您看到的不是同一版了，请重新看一遍再定。"
LONGEST_REASON = 300


@transaction.atomic
def submit(*, page, user, correction: str = "") -> WorkflowState:
    """Send the newest text of a page into review, or back into it after changes; twice is once.

    `correction` is the sentence the public will read; it is required when the page has been published before.
    """
    page = _locked(page)
    _allow(permissions.may_edit(user, page))
    state = page.current_workflow_state
    if state and state.status == WorkflowState.STATUS_IN_PROGRESS:
        return state
    if gaps := page.obstacles():
        raise Refused("还差一点，补上就能交：" + "；".join(gaps))
    correction = correction.strip()
    if page.first_published_at and not correction:
        why = "已经发布过的内容，改动要写一句更正说明，读者会看到。"
        raise Refused(why, correction="写一句：改了什么、为什么改。")
    return _resume(state, page, user, correction) if state else _begin(page, user, correction)


def _begin(page, user, correction: str) -> WorkflowState:
    """Start a round: where it is decided is written before the first step is asked who decides."""
    workflow = page.get_workflow() or Workflow.objects.get(active=True)
    state = WorkflowState.objects.create(
        content_type=page.cached_content_type,
        base_content_type=page.get_base_content_type(),
        object_id=str(page.pk),
        workflow=workflow,
        status=WorkflowState.STATUS_IN_PROGRESS,
        requested_by=user,
    )
    Round.objects.create(workflow_state=state, page_id=page.pk, scope_path=page.scope_path, correction=correction)
    state.update(user=user)
    telling.submitted(page, state)
    return state


def _resume(state: WorkflowState, page, user, correction: str) -> WorkflowState:
    """Go on with a round that was sent back: at the step that did so if no word changed, else from the first.

    `get_next_task` knows: an approval counts for the revision it saw (WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT).
    """
    Round.objects.filter(workflow_state=state).update(correction=correction, scope_path=page.scope_path)
    state.requested_by = user
    state.status = WorkflowState.STATUS_IN_PROGRESS
    state.current_task_state = None
    state.save()
    state.update(user=user, next_task=state.get_next_task())
    telling.submitted(page, state)
    return state


def approve(*, task_state, user, revision_id: int, comment: str = "", notes: dict | None = None) -> Decision:
    """Approve one step; after the last one the page is published."""
    return _decide(task_state, user, revision_id, Decision.Verdict.APPROVED, comment, _said(notes))


def send_back(*, task_state, user, revision_id: int, comment: str = "", notes: dict | None = None) -> Decision:
    """Send a page back to its author with a comment, and notes by field; one of them must say something."""
    notes = _said(notes)
    if not comment.strip() and not notes:
        raise Refused("请写一句要改什么，作者才知道怎么改。", comment="这里写一句。")
    return _decide(task_state, user, revision_id, Decision.Verdict.RETURNED, comment, notes)


@transaction.atomic
def _decide(task_state, user, revision_id, verdict, comment, notes) -> Decision:
    """Decide a step under the lock of its page: the first wins, the others read why not.

    Every verb locks the page first and the round after it, so no two of them wait for each other.
    """
    page = _locked(Page(pk=task_state.workflow_state.object_id))
    round_state = WorkflowState.objects.select_for_update().get(pk=task_state.workflow_state_id)
    task_state = TaskState.objects.select_related("task").get(pk=task_state.pk)
    task_state.workflow_state = round_state
    _still_open(task_state, round_state)
    scope.forget(user)
    _allow(permissions.may_decide(user, page, task_state))
    if task_state.revision_id != revision_id or page.latest_revision_id != revision_id:
        raise Refused(CHANGED)
    step = task_state.task.specific.step
    Seat.objects.get_or_create(workflow_state=round_state, user=user, defaults={"step": step})
    decision = Decision.objects.create(
        task_state=task_state,
        workflow_state=round_state,
        page_id=page.pk,
        revision_id=revision_id,
        step=step,
        verdict=verdict,
        user=user,
        user_name=user.name,
        unit=_unit(user, page, step),
        comment=comment.strip(),
        notes=list(notes.items()),
        checks=checks.tally(advice.findings(page)),
    )
    act = task_state.approve if verdict == Decision.Verdict.APPROVED else task_state.reject
    act(user=user, comment=comment)
    telling.decided(page, decision)
    return decision


@transaction.atomic
def withdraw(*, page, user) -> None:
    """Take one's own page back out of review, to change it."""
    page = _locked(page)
    state = page.current_workflow_state
    if not state:
        raise Refused("这篇稿子不在审核中。")
    if user.pk not in {page.owner_id, state.requested_by_id}:
        raise Refused("只有作者或提交的人能把稿子收回。")
    state.cancel(user=user)


@transaction.atomic
def take_down(*, page, user, reason: str) -> TakeDown:
    """Take a published page off the site at once; its address stops answering, its tombstone stays for staff."""
    page = _locked(page)
    _allow(permissions.may_take_down(user, page))
    if not page.live:
        raise Refused("这一页已经不在网上了。")
    if not reason.strip():
        raise Refused("请写一句撤下的原因。", reason="写一句原因。")
    if state := page.current_workflow_state:
        state.cancel(user=user)  # or an approval that is under way would put the page back
    published = type(page).objects.get(pk=page.pk)  # not the draft: what was public stays on record as it was
    UnpublishPageAction(published, user=user).execute(skip_permission_checks=True)
    tombstone = TakeDown.objects.create(
        page_id=page.pk, reason=reason.strip()[:LONGEST_REASON], user=user, user_name=user.name
    )
    audit.write(user, "撤下", page.title, page=page.pk, reason=tombstone.reason)
    telling.taken_down(page, tombstone)
    return tombstone


def _locked(page):
    """Return the page's newest text, under a row lock where the database has them."""
    return Page.objects.select_for_update().get(pk=page.pk).specific.get_latest_revision_as_object()


def _still_open(task_state: TaskState, round_state: WorkflowState) -> None:
    if task_state.status != TaskState.STATUS_IN_PROGRESS or round_state.current_task_state_id != task_state.pk:
        raise Refused(DECIDED)


def _said(notes: dict | None) -> dict[str, str]:
    """Return the notes that say something."""
    return {field: note.strip() for field, note in (notes or {}).items() if note.strip()}


def _allow(verdict) -> None:
    if not verdict:
        raise Refused(verdict.reason)


def _unit(user, page, step: str) -> str:
    """Return the title of the place for which the person decides."""
    path = permissions.deciding_path(page, step)
    return next((m.place.title for m in scope.memberships(user) if m.place.path == path), "")
