"""The public part of a nomination's way, for the journey on a case's page."""

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from brands.journey import Stage
from brands.models import CasePage
from brands.nominations.models import Action, Nomination, NominationEvent, Step
from brands.nominations.models.step import PUBLIC_STEPS
from brands.nominations.wording import day


def public_stages(case: CasePage) -> list[Stage]:
    """Return the stops that were made public, call by call; nothing before the notice has begun. One query."""
    public = Nomination.objects.filter(
        case_id=case.pk, step__in=PUBLIC_STEPS, publicity__starts_on__lte=timezone.localdate()
    )
    dated = public.annotate(endorsed_at=_last(Action.ENDORSE), reported_at=_last(Action.REPORT))
    rows = dated.select_related("call", "publicity", "place").order_by("pk")
    return [stage for nomination in rows for stage in _stages(nomination)]


def _last(action: Action) -> Subquery:
    events = NominationEvent.objects.filter(nomination=OuterRef("pk"), action=action).order_by("-at", "-pk")
    return Subquery(events.values("at")[:1])


def _stages(nomination: Nomination) -> list[Stage]:
    call, notice = nomination.call, nomination.publicity
    level = call.get_level_display()
    reported = nomination.step in (Step.REPORTED, Step.AWARDED)
    awarded = nomination.step == Step.AWARDED
    dates = f"{day(notice.starts_on)}到{day(notice.ends_on)}"
    return [
        Stage("县级推荐", f"{nomination.place.title} · {call.title}", _date(nomination.endorsed_at)),
        Stage(f"市级评选、公示 {notice.working_days} 个工作日", dates, notice.starts_on, notice.is_over or reported),
        Stage(f"上报{level}", "", _date(nomination.reported_at) if reported else None, reported),
        Stage("入选", call.series if awarded else "", nomination.outcome_on if awarded else None, awarded),
    ]


def _date(at):
    return timezone.localdate(at) if at else None
