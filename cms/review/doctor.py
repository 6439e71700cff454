"""What must always hold of review."""

from collections.abc import Iterator

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Exists, F, OuterRef, Q
from wagtail.models import Page, TaskState, WorkflowState, get_page_models

from cms.audit.doctor import check
from cms.audit.models import Event
from cms.review.models import Decision, ReviewedPage, ReviewTask, Round, Seat
from cms.review.steps import Step

IMPORTED = (
    "导入旧稿"  # the action under which an import from an older site writes each page into the book (detail: page)
)


def _reviewed_types():
    kinds = [kind for kind in get_page_models() if issubclass(kind, ReviewedPage)]
    return ContentType.objects.get_for_models(*kinds).values()


@check("发布的内容，每一步都审过网上的这一版")
def published_without_approval() -> Iterator[str]:
    """Yield live pages whose live revision lacks the approval of an active step; a step that was skipped counts."""
    imported = Event.objects.filter(action=IMPORTED).values_list("detail__page", flat=True)
    live = Page.objects.filter(live=True, content_type__in=_reviewed_types()).exclude(pk__in=list(imported))
    for task in ReviewTask.objects.filter(active=True).order_by("pk"):
        approved = Decision.objects.filter(
            page=OuterRef("pk"), revision=OuterRef("live_revision"), step=task.step, verdict=Decision.Verdict.APPROVED
        )
        passed = TaskState.objects.filter(task=task.pk, revision=OuterRef("live_revision"))
        skipped = Exists(passed.filter(status=TaskState.STATUS_SKIPPED))
        if task.step == Step.LOOK:  # the township's look may have been switched off when the page was reviewed
            skipped |= ~Exists(passed)
        for page in live.exclude(Exists(approved)).exclude(skipped).only("title"):
            yield f"《{page.title}》（{page.pk}）没有{task.get_step_display()}通过网上这一版的记录"


@check("没有人审自己的稿子")
def decided_on_own_work() -> Iterator[str]:
    own = Decision.objects.filter(Q(page__owner=F("user")) | Q(revision__user=F("user")))
    for decision in own.select_related("page"):
        yield f"《{decision.page.title}》的{decision.get_step_display()}由作者{decision.user_name}自己做了"


@check("一轮里一个人只审一步")
def two_steps_by_one_person() -> Iterator[str]:
    """Yield people with decisions of two steps in one round, and decisions and seats that do not fit each other."""
    decided = Decision.objects.filter(user__isnull=False).order_by()
    counted = decided.values("workflow_state", "user_name", "page__title").annotate(steps=Count("step", distinct=True))
    for row in counted.filter(steps__gt=1):
        yield f"{row['user_name']}在《{row['page__title']}》的一轮里审了 {row['steps']} 步"
    same = {"workflow_state": OuterRef("workflow_state"), "user": OuterRef("user"), "step": OuterRef("step")}
    for decision in decided.exclude(Exists(Seat.objects.filter(**same))).select_related("page"):
        yield f"《{decision.page.title}》的{decision.get_step_display()}没有记下是谁坐的这一席"
    for seat in Seat.objects.exclude(Exists(Decision.objects.filter(**same))).select_related("user"):
        yield f"{seat.user.name}坐着{seat.get_step_display()}的席位，却没有审过（轮次 {seat.workflow_state_id}）"


@check("在审的稿子停在该停的地方，没有人动过")
def rounds_out_of_step() -> Iterator[str]:
    """Yield rounds in progress without a place to be decided, without an open step, or whose text has changed since."""
    for state in WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS, round__isnull=True):
        yield f"审核流程 {state.pk} 没有登记轮次，没有人看得到它"
    going = Round.objects.filter(workflow_state__status=WorkflowState.STATUS_IN_PROGRESS).select_related("page")
    step = "workflow_state__current_task_state"
    for round_ in going.exclude(**{f"{step}__status": TaskState.STATUS_IN_PROGRESS}):
        yield f"《{round_.page.title}》在审，却没有停在任何一步"
    for round_ in going.exclude(**{f"{step}__revision": F("page__latest_revision")}):
        yield f"《{round_.page.title}》在审期间被改动过"
