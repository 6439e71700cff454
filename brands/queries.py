"""How far the cases a writer works with have come."""

from django.db.models import Case, CharField, Count, OuterRef, Subquery, TextChoices, Value, When
from wagtail.models import WorkflowState

from brands.permissions import cases_for
from cms.review.models import Round


class State(TextChoices):
    """Where a case stands, as its writer sees it."""

    RETURNED = "returned", "退回修改"
    DRAFT = "draft", "草稿"
    REVIEW = "review", "审核中"
    PUBLISHED = "published", "已发布"
    DOWN = "down", "已撤下"


_newest_round = Round.objects.filter(page=OuterRef("pk")).order_by("-started_at", "-pk")

STATE = Case(
    When(round_status=WorkflowState.STATUS_IN_PROGRESS, then=Value(State.REVIEW)),
    When(round_status=WorkflowState.STATUS_NEEDS_CHANGES, then=Value(State.RETURNED)),
    When(live=True, then=Value(State.PUBLISHED)),
    When(first_published_at__isnull=False, then=Value(State.DOWN)),
    default=Value(State.DRAFT),
    output_field=CharField(),
)


FIRST_WHAT_WAITS = Case(When(state=State.RETURNED, then=0), When(state=State.DRAFT, then=1), default=2)


def with_state(cases):
    """Annotate each case with `state` and, while it is reviewed, with the `step` it is at."""
    return cases.annotate(
        round_status=Subquery(_newest_round.values("workflow_state__status")[:1]),
        step=Subquery(_newest_round.values("workflow_state__current_task_state__task__reviewtask__step")[:1]),
        state=STATE,
    )


def submissions_of(user):
    """Return the cases the person works with, each with its state: what waits for its writer, then the newest first."""
    cases = with_state(cases_for(user)).select_related("place", "owner")
    return cases.order_by(FIRST_WHAT_WAITS, "-latest_revision_created_at", "-pk")


def counts(cases) -> dict[str, int]:
    """Return how many of these cases are in each state; one query."""
    return dict(cases.order_by().values_list("state").annotate(number=Count("pk")))
