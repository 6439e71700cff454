"""Wagtail's ways around review, closed: bulk actions, deletion of what was public, copies that publish themselves."""

from django.contrib.contenttypes.models import ContentType
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.models import Page, get_page_models

from cms.review.models import ReviewedPage

BULK = ("publish", "unpublish", "move", "delete")
REFUSED_IN_BULK = "案例、故事这些要审核的内容不能成批处理：发布要逐篇审，撤下要逐篇写原因，移动、删除也请逐篇来。"


def reviewed_below(*pages) -> "Page":
    """Return the reviewed pages among some pages and everything below them."""
    kinds = [kind for kind in get_page_models() if issubclass(kind, ReviewedPage)]
    types = ContentType.objects.get_for_models(*kinds).values()
    found = Page.objects.none()
    for page in pages:
        found |= Page.objects.descendant_of(page, inclusive=True)
    return found.filter(content_type__in=types)


def refuse_bulk(request, action_type: str, objects, view):
    """Refuse a bulk action that would reach a reviewed page, directly or below one of the pages chosen."""
    if view.model is not Page or action_type not in BULK or not reviewed_below(*objects).exists():
        return None
    messages.error(request, REFUSED_IN_BULK)
    return redirect(view.next_url)


def refuse_deletion(request, page):
    """Refuse to delete what is in review, or anything that holds what has once been public."""
    below = reviewed_below(page)
    if below.filter(first_published_at__isnull=False).exists():
        reason = "里面有发布过的内容，不能删除；不想让人看到，请在工作台“审过的”里撤下。"
    elif below.filter(rounds__workflow_state__status="in_progress").exists():
        reason = "还在审核，不能删除；请作者先收回来。"
    else:
        return None
    messages.error(request, reason)
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def refuse_published_copies(request, page):
    """Refuse a copy that would be public at once, of one page or of all below it."""
    at_once = {"publish_copies", "alias"} & request.POST.keys()
    if not at_once or not reviewed_below(page).exists():
        return None
    messages.error(request, "复制出来的是新稿子，要重新审过才能发布。请去掉“发布”“别名”再复制。")
    return redirect("wagtailadmin_pages:copy", page.pk)
