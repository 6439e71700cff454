"""What waits for a nominator."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone

from brands.nominations import queries
from brands.nominations.models import Nomination, Step, Supplement
from brands.nominations.permissions import CITY_DEPTH, office
from brands.nominations.wording import day, day_ends, moment, time_left
from cms.desk.todos import Todo
from cms.places import scope
from cms.places.models import Role


def todos(user) -> Iterator[Todo]:
    """Yield the county's open calls and unfinished nominations, and the city's next steps, call by call."""
    counties = [county for county in queries.counties_of(user) if scope.holds(user, Role.NOMINATOR, path=county.path)]
    if counties:
        yield from _county(counties)
    if office(user, CITY_DEPTH):
        yield from _city()


def _county(counties) -> Iterator[Todo]:
    in_hand = Nomination.objects.filter(place__in=counties, step__in=queries.IN_COUNTY).select_related("case", "place")
    in_hand = in_hand.prefetch_related("call__extensions")
    for nomination in in_hand.order_by("call__closes_at", "pk"):
        yield _returned(nomination) if nomination.step == Step.RETURNED else _prepared(nomination)
    owed = Supplement.objects.filter(nomination__place__in=counties, answered_at=None)
    for supplement in owed.select_related("nomination__call", "nomination__case").order_by("due_on", "pk"):
        yield _owed(supplement)
    for share in queries.shares(queries.open_calls(), counties):
        if share.is_open and share.left and not share.used and not share.preparing:
            yield _open(share)


def _returned(nomination) -> Todo:
    title, url = f"《{nomination.case.title}》", reverse("nominations:bench", args=[nomination.pk])
    until, detail = nomination.call.amend_until, nomination.call.title
    if until:
        detail += f"\n补正到 {moment(until)}，{time_left(until)}"
    return Todo(title, url, "去补充", tag="退回补充", tone="gold", detail=detail, due=until)


def _owed(supplement) -> Todo:
    nomination, until = supplement.nomination, day_ends(supplement.due_on)
    detail = f"{supplement.words}\n请在{day(supplement.due_on)}前交，{time_left(until)}"
    url = reverse("nominations:bench", args=[nomination.pk])
    return Todo(f"《{nomination.case.title}》", url, "去补报", tag="要求补报", tone="gold", detail=detail, due=until)


def _prepared(nomination) -> Todo:
    call, closes = nomination.call, nomination.call.closes_for(nomination.place)
    soft = f"请在 {moment(call.soft_due_at)} 前交，" if call.soft_due_at and call.soft_due_at > timezone.now() else ""
    detail = f"{call.title}\n{soft}县级推荐 {moment(closes)} 截止，{time_left(closes)}"
    url = reverse("nominations:bench", args=[nomination.pk])
    return Todo(
        f"《{nomination.case.title}》", url, "去盖章推荐", tag="申报", detail=detail, due=call.soft_due_at or closes
    )


def _open(share) -> Todo:
    call = share.call
    url = reverse("nominations:candidates", args=[call.pk]) + f"?county={share.county.slug}"
    until = f"{moment(share.closes_at)} 截止，{time_left(share.closes_at)}"
    detail = f"{share.county.title}有 {share.limit} 个名额，还没有推荐。\n{until}"
    return Todo(call.title, url, "选案例", tag="征集", detail=detail, due=share.closes_at)


def _city() -> Iterator[Todo]:
    today = timezone.localdate()
    still = Supplement.objects.filter(nomination=OuterRef("pk"), answered_at=None)
    waiting = Nomination.objects.filter(step__in=queries.IN_CITY).annotate(owed=Exists(still))
    columns = ("call_id", "call__title", "step", "publicity__ends_on", "owed")
    calls: dict[int, tuple[str, list]] = {}
    for call, title, step, ends_on, owed in waiting.values_list(*columns):
        over = ends_on is not None and today > ends_on
        calls.setdefault(call, (title, []))[1].append((step, over, ends_on, owed))
    for call, (title, rows) in sorted(calls.items()):
        yield from _city_call(reverse("nominations:board", args=[call]), title, rows)


def _city_call(url: str, title: str, rows: list) -> Iterator[Todo]:
    """Yield one card for each thing that this call waits for."""
    endorsed = sum(step in (Step.ENDORSED, Step.RECEIVED) for step, *_ in rows)
    given = sum(step == Step.SUPPLEMENT and not owed for step, *_, owed in rows)
    chosen = sum(step == Step.RECOMMENDED for step, *_ in rows)
    over = sum(step == Step.PUBLICISED and done for step, done, *_ in rows)
    running = [ends_on for step, done, ends_on, _ in rows if step == Step.PUBLICISED and not done]
    if endorsed:
        yield Todo(title, url, "去评选", tag="申报", detail=f"县里推荐上来 {endorsed} 个，等着选。")
    if chosen:
        yield Todo(title, url, "去公示", tag="申报", detail=f"选定的 {chosen} 个还没有公示。")
    if over:
        yield Todo(title, url, "去上报", tag="申报", detail=f"{over} 个公示期满，可以上报了。")
    if given:
        yield Todo(title, url, "去上报", tag="补报", detail=f"{given} 个补报的交来了，等着再上报。")
    if running:
        detail = f"{len(running)} 个正在公示，最晚到{day(max(running))}。"
        yield Todo(title, url, "看公示", tag="公示中", tone="green", detail=detail)
