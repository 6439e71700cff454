"""Courses whose lesson plan is past its review date (待更新), and whom that concerns."""

import datetime as dt

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from cms.desk.todos import Todo
from cms.places import scope
from cms.places.models import Role
from lectures.models import CoursePage
from lectures.permissions import SCHEDULERS

SOON = dt.timedelta(days=30)
BELOW_OWNER = 2  # a course's depth below its county or the city: the index lies between


def for_user(user):
    """Return the courses of a person's places that are due or soon will be, and those they wrote; the oldest first."""
    reach = Q(owner=user) | scope.visible(user, "path", roles=(Role.EDITOR, *SCHEDULERS))
    due = CoursePage.objects.live().filter(reach, review_due__lt=timezone.localdate() + SOON)
    return due.select_related("theme").order_by("review_due", "path")


def todos(user):
    """Yield one card for the plans that are overdue, to who wrote them and to the editors of the county itself."""
    mine = Q(owner=user)
    for path in scope.paths(user, Role.EDITOR):
        mine |= Q(path__startswith=path, depth=scope.depth_of(path) + BELOW_OWNER)
    due = list(CoursePage.objects.live().filter(mine, review_due__lt=timezone.localdate()).order_by("review_due"))
    if due:
        first = due[0]
        title = f"《{first.title}》的教案该重新审定了" if len(due) == 1 else f"{len(due)} 门课的教案该重新审定了"
        detail = f"{'' if len(due) == 1 else '最早的'}到{date_format(first.review_due, 'Y年n月j日')}，请看看要不要改。"
        yield Todo(title, reverse("lectures_desk:due_plans"), "去看看", tag="待更新", tone="gold", detail=detail)
