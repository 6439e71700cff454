"""Reviewed pages in Wagtail's editor: our three buttons in the place of its five, and what they do."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.models import WorkflowState

from cms.core.refusals import Refused
from cms.review import advice, checks, decisions, permissions
from cms.review.models import ReviewedPage

SUBMIT, WITHDRAW = "action-review", "action-withdraw"
STOCK = {"action-publish", "action-submit", "action-restart-workflow", "action-unpublish", "action-cancel-workflow"}
SHOWN_FINDINGS = 3


def is_reviewed(context) -> bool:
    """Say whether the editor is open on a reviewed page, or on a new one of a reviewed kind."""
    page = context.get("page")
    if page is not None:
        return isinstance(page, ReviewedPage)
    kinds = context["parent_page"].specific_class.allowed_subpage_models()
    return any(issubclass(kind, ReviewedPage) for kind in kinds)


class SubmitItem(ActionMenuItem):
    """提交审核: keep what is written, then hand it in."""

    name = SUBMIT
    label = "提交审核"
    icon_name = "resubmit"

    def is_shown(self, context):
        if not is_reviewed(context) or context.get("locked_for_user") or context["view"] == "revisions_revert":
            return False
        page = context.get("page")
        return page is None or bool(permissions.may_edit(context["request"].user, page))


class WithdrawItem(ActionMenuItem):
    """收回来改: take one's own page back out of review."""

    name = WITHDRAW
    label = "收回来改"
    icon_name = "undo"

    def is_shown(self, context):
        if context["view"] != "edit" or not is_reviewed(context):
            return False
        state = context["page"].current_workflow_state
        waits = state and state.status == WorkflowState.STATUS_IN_PROGRESS
        return bool(waits and context["request"].user.pk in {context["page"].owner_id, state.requested_by_id})


class ReviewItem(ActionMenuItem):
    """The way from the editor to the desk: to decide, or to see how far review has come."""

    name = "review-on-desk"
    icon_name = "glasses"

    def is_shown(self, context):
        return context["view"] == "edit" and is_reviewed(context) and context["page"].rounds.exists()

    def get_context_data(self, parent_context):
        label = "去审核" if _decidable(parent_context) else "看怎么审的"
        return super().get_context_data(parent_context) | {"label": label}

    def get_url(self, parent_context):
        if _decidable(parent_context):
            return reverse("review:decide", args=[parent_context["page"].current_workflow_task_state.pk])
        return reverse("review:record", args=[parent_context["page"].pk])


def _decidable(context) -> bool:
    state = context["page"].current_workflow_task_state
    return bool(state and permissions.may_decide(context["request"].user, context["page"], state))


def only_ours(items: list, request, context) -> None:
    """Take Wagtail's own ways to publish, submit, cancel and unpublish out of the menu of reviewed pages."""
    if is_reviewed(context):
        items[:] = [item for item in items if item.name not in STOCK]


def refuse_stock_buttons(request, parent, kind) -> None:
    """A forged press of a button that is not there creates nothing."""
    if issubclass(kind, ReviewedPage) and STOCK & request.POST.keys():
        raise PermissionDenied


def withdraw_instead(request, page):
    """Take a page back out of review, by our button or by Wagtail's."""
    pressed = {WITHDRAW, "action-cancel-workflow"} & request.POST.keys()
    if not isinstance(page, ReviewedPage) or not pressed:
        return None
    decisions.withdraw(page=page, user=request.user)
    messages.success(request, "收回来了，改好再交。")
    return redirect("wagtailadmin_pages:edit", page.pk)


def submit_after_saving(request, page):
    """Hand in what was just saved; a refusal leaves the draft as it is and says what is missing."""
    if SUBMIT not in request.POST or not isinstance(page, ReviewedPage):
        return None
    if page.first_published_at and not page.workflow_in_progress:
        return redirect("review:submit", page.pk)  # where the correction is written
    try:
        decisions.submit(page=page, user=request.user)
    except Refused as refusal:
        messages.error(request, f"已经存好，还没有交上去。{refusal.reason}")
    else:
        messages.success(request, f"《{page.title}》交上去了，有消息会告诉您。")
        _warn(request, page)
    return redirect("wagtailadmin_pages:edit", page.pk)


def _warn(request, page) -> None:
    """Say what the checks found, for the author to know before the reviewers do."""
    found = [finding for finding in advice.findings(page) if finding.level != checks.Level.HINT]
    if found:
        first = "；".join(finding.sentence for finding in found[:SHOWN_FINDINGS])
        more = "……" if len(found) > SHOWN_FINDINGS else "。"
        messages.warning(request, f"文字检查有 {len(found)} 处提醒，审核的人也会看到：{first}{more}")
