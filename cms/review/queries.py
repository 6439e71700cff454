"""What waits for whom."""

from django.db.models import Q
from wagtail.models import TaskState

from cms.places import scope
from cms.review.steps import DEPTHS, ROLES


def open_states(user):
    """Return the open task states whose step and place the person's memberships cover, oldest first; one query."""
    condition = Q(pk__in=[])
    for step, role in ROLES.items():
        for path in scope.paths(user, role):
            condition |= _decided_at(path, step)
    return TaskState.objects.filter(condition, status=TaskState.STATUS_IN_PROGRESS).order_by("started_at")


def _decided_at(path: str, step: str) -> Q:
    """Return the condition that a task state is this step and is decided by the people of the place at this very path."""
    depth = scope.depth_of(path)
    at_step = Q(task__reviewtask__step=step)
    if depth == DEPTHS[step]:
        return at_step & Q(workflow_state__round__scope_path__startswith=path)
    if depth < DEPTHS[step]:  # the city's own pages, whose every step the city decides
        return at_step & Q(workflow_state__round__scope_path=path)
    return Q(pk__in=[])
