"""The public part of a nomination's way, for the journey on a case's page."""

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from brands.journey import Stage
from brands.models import CasePage
from brands.models.honour import Level
from brands.nominations.models import Action, Nomination, NominationEvent, Step
from brands.nominations.models.step import PUBLIC_STEPS, REPORTED_STEPS
from brands.nominations.wording import day

COLUMNS = (
    "step", "outcome_on", "place__title", "call__title", "call__level", "call__series", "publicity__starts_on",
    "publicity__ends_on", "publicity__working_days", "endorsed_at", "reported_at",
)  # fmt: skip


def public_stages(case: CasePage) -> list[Stage]:
    """Return the stops that were made public, call by call; nothing before the notice has begun. One query."""
    public = Nomination.objects.filter(
        case_id=case.pk, step__in=PUBLIC_STEPS, publicity__starts_on__lte=timezone.localdate()
    )
    dated = public.annotate(endorsed_at=_last(Action.ENDORSE), reported_at=_last(Action.REPORT))
    return [stage for row in dated.order_by("pk").values_list(*COLUMNS, named=True) for stage in _stages(row)]


def _last(action: Action) -> Subquery:
    events = NominationEvent.objects.filter(nomination=OuterRef("pk"), action=action).order_by("-at", "-pk")
    return Subquery(events.values("at")[:1])


def _stages(row) -> list[Stage]:
    level = Level(row.call__level).label
    reported = row.step in REPORTED_STEPS
    awarded = row.step == Step.AWARDED
    over = timezone.localdate() > row.publicity__ends_on
    notice = f"市级评选、公示 {row.publicity__working_days} 个工作日"
    return [
        Stage("县级推荐", f"{row.place__title} · {row.call__title}", _date(row.endorsed_at)),
        Stage(notice, f"到{day(row.publicity__ends_on)}", row.publicity__starts_on, over or reported),
        Stage(f"上报{level}", "", _date(row.reported_at) if reported else None, reported),
        Stage("入选", row.call__series if awarded else "", row.outcome_on if awarded else None, awarded),
    ]


def _date(at):
    return timezone.localdate(at) if at else None
