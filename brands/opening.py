"""Taking up a draft to change it: under its lock, by somebody who may, while nobody is judging it."""

from wagtail.models import Page, WorkflowState

from brands.models import CasePage
from cms.core.refusals import Refused
from cms.review.permissions import may_edit


def newest(page, *, user) -> CasePage:
    """Return the newest text of the page under a row lock where the database has them; call it inside a transaction."""
    page = Page.objects.select_for_update().get(pk=page.pk).specific.get_latest_revision_as_object()
    allow(may_edit(user, page))
    return page


def open_for(page, *, user) -> CasePage:
    """Return the newest text, locked as by `newest`; refused while the page is being reviewed or an editor holds it."""
    page = newest(page, user=user)
    refuse_if_closed(page)
    return page


def refuse_if_closed(page) -> None:
    state = page.current_workflow_state
    if state and state.status == WorkflowState.STATUS_IN_PROGRESS:
        raise Refused("这篇稿子正在审核，先收回来才能改。")
    if page.locked:
        raise Refused("编辑在后台把这篇稿子锁住了，请等一等，或问问编辑。")


def allow(verdict) -> None:
    if not verdict:
        raise Refused(verdict.reason)
