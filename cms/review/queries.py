"""What waits for whom, and what was decided about what one may see."""

from django.db.models import Exists, F, OuterRef, Q, Subquery
from wagtail.models import Page, TaskState, WorkflowState

from cms.places import scope
from cms.places.models import Role
from cms.review import permissions
from cms.review.models.decision import Seat, TakeDown
from cms.review.models.page import ReviewedPage
from cms.review.models.round import Round
from cms.review.steps import DEPTHS, ROLES

WATCHERS = (*ROLES.values(), Role.MANAGER)  # who may look up how the pages of their places were reviewed


def open_states(user):
    """Return the open task states whose step and place the person's memberships cover, oldest first; one query."""
    condition = Q(pk__in=[])
    for step, role in ROLES.items():
        for path in scope.paths(user, role):
            condition |= _decided_at(path, step)
    return TaskState.objects.filter(condition, status=TaskState.STATUS_IN_PROGRESS).order_by("started_at", "pk")


def _decided_at(path: str, step: str) -> Q:
    """Return the condition that a task state is this step and is decided by the people of this very place."""
    depth = scope.depth_of(path)
    at_step = Q(task__reviewtask__step=step)
    if depth == DEPTHS[step]:
        return at_step & Q(workflow_state__round__scope_path__startswith=path)
    if depth < DEPTHS[step]:  # the city's own pages, whose every step the city decides
        return at_step & Q(workflow_state__round__scope_path=path)
    return Q(pk__in=[])


def decidable(user):
    """Return the open task states that this person may decide: not their own work, no other step of that round."""
    other_seat = Seat.objects.filter(workflow_state=OuterRef("workflow_state"), user=user)
    other_seat = other_seat.exclude(step=OuterRef("task__reviewtask__step"))
    own = (
        Q(workflow_state__requested_by=user)
        | Q(workflow_state__round__page__owner=user)
        | Q(workflow_state__round__page__latest_revision__user=user)
    )
    return open_states(user).exclude(own).exclude(Exists(other_seat))


def states(user):
    """Return every task state of the pages that this person may look up; another county's is not among them."""
    return TaskState.objects.filter(
        scope.visible(user, "workflow_state__round__scope_path", roles=WATCHERS), workflow_state__round__isnull=False
    ).select_related("task__reviewtask", "workflow_state__round", "workflow_state__requested_by", "revision")


def rounds(user):
    """Return the rounds of the pages that this person may look up."""
    return Round.objects.filter(scope.visible(user, "scope_path", roles=WATCHERS))


def pages(user):
    """Return the pages that have been in review and that this person may look up, the latest submitted first."""
    latest = Round.objects.filter(page=OuterRef("pk")).order_by("-started_at", "-pk")
    seen = Page.objects.filter(pk__in=rounds(user).values("page"))
    seen = seen.annotate(submitted_at=Subquery(latest.values("started_at")[:1]))
    return seen.order_by(F("submitted_at").desc(nulls_last=True), "-pk")


def own_pages(user):
    """Return the pages that this person wrote and that have been in review: they may see how it went."""
    return Page.objects.filter(owner=user, pk__in=Round.objects.values("page"))


def editable(user, pk: int):
    """Return the newest text of a page that this person may change; None when it is no reviewed page or not theirs."""
    page = Page.objects.filter(pk=pk).first()
    newest = page and page.get_latest_revision_as_object()
    return newest if isinstance(newest, ReviewedPage) and permissions.may_edit(user, newest) else None


def searched(pages, *, words: str = "", state: str = ""):
    """Narrow the log: words of the title, and where a page stands now; an unknown state narrows nothing."""
    if words:
        pages = pages.filter(Q(title__icontains=words) | Q(draft_title__icontains=words))
    narrow = {
        "live": Q(live=True),
        "review": Q(pk__in=_pages_with(WorkflowState.STATUS_IN_PROGRESS)),
        "returned": Q(pk__in=_pages_with(WorkflowState.STATUS_NEEDS_CHANGES)),
        "down": Q(live=False, pk__in=TakeDown.objects.values("page")),
    }
    return pages.filter(narrow[state]) if state in narrow else pages


def _pages_with(status: str):
    return Round.objects.filter(workflow_state__status=status).values("page")
