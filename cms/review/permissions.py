"""Who may decide which step of which page, and why not."""

from django.contrib.auth import get_user_model
from wagtail.models import Page, PagePermissionTester, TaskState

from cms.places import scope
from cms.places.models import Membership, PlacePage, Role, Tier
from cms.places.scope import YES, Verdict
from cms.review.steps import DEPTHS, ROLES, Step


def deciding_path(page, step: str) -> str:
    """Return the tree path of the place whose people decide the step, as deep as the page reaches."""
    return page.scope_path[: DEPTHS[step] * Page.steplen]


def deciders(page, step: str):
    """Return the people whose membership covers this step of this page today."""
    path = deciding_path(page, step)
    people = get_user_model().objects.filter(is_active=True)
    if step == Step.LOOK and not PlacePage.objects.filter(path=path, tier=Tier.INSTITUTE).exists():
        return people.none()
    held = Membership.objects.current().filter(role=ROLES[step], place__path=path)
    return people.filter(pk__in=held.values("user"))


def may_decide_step(user, page, step: str) -> Verdict:
    """Say whether the person's membership covers this step of this page."""
    if not hasattr(page, "scope_path"):
        return Verdict(False, "这个页面不走审核流程。")
    path = deciding_path(page, step)
    return scope.holds(user, ROLES[step], path=path, depth=scope.depth_of(path))


def may_decide(user, page, state: TaskState) -> Verdict:
    """Say whether the person may decide this open step: right place, not their own work, no other step of the round."""
    step = state.task.specific.step
    covered = may_decide_step(user, page, step)
    if not covered:
        return covered
    if user.pk in page.author_ids() | {state.workflow_state.requested_by_id}:
        return Verdict(False, "自己写的、自己改过或自己提交的稿子，要由别人来审。")
    if state.workflow_state.seats.filter(user=user).exclude(step=step).exists():
        return Verdict(False, "这一轮您已经审过另一步了，同一个人不能审两步。")
    return YES


def may_take_down(user, page) -> Verdict:
    """Say whether the person may take the page off the site: a reviewer of its county, or a signer of the city."""
    return may_take_down_at(user, page.scope_path)


def may_take_down_at(user, path: str) -> Verdict:
    """Say the same of any page decided at a tree path."""
    return scope.holds(user, Role.REVIEWER, Role.SIGNER, path=scope.county_path(path))


def may_edit(user, page) -> Verdict:
    """Say whether the person may change the text: its author, or a contributor or editor at its place or above."""
    if page.owner_id == user.pk:
        return YES
    return scope.holds(user, Role.CONTRIBUTOR, Role.EDITOR, path=page.scope_path)


class ReviewedPagePermissionTester(PagePermissionTester):
    """Publishing belongs to the last approval, taking down to a verb; what has once been public cannot be deleted."""

    def can_publish(self):
        return False

    def can_unpublish(self):
        return False

    def can_submit_for_moderation(self):
        return False  # the button in /admin/ is ours and calls decisions.submit

    def can_delete(self, ignore_bulk=False):
        return self.page.first_published_at is None and super().can_delete(ignore_bulk)

    def can_move(self):
        return self.user.is_superuser and super().can_move()

    def can_unschedule(self):
        return False
