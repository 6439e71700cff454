"""The invariants of nominations, for `manage.py doctor`."""

from collections import Counter
from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q

from brands.honours import STRUCK
from brands.models import Honour
from brands.nominations import quotas
from brands.nominations.models import Call, Nomination, Publicity, Seat, Step
from brands.nominations.models.quota import Tier
from brands.nominations.models.step import COUNTED_BY_CITY, COUNTED_BY_COUNTY
from cms.audit.doctor import check
from cms.audit.models import Event
from cms.core import workdays


@check("推荐过的申报都有冻结的稿件和盖章件")
def frozen_and_sealed() -> Iterator[str]:
    bare = Q(revision=None) | Q(rules={}) | Q(sealed_scan=None)
    for nomination in _named(Nomination.objects.filter(bare, step__in=COUNTED_BY_COUNTY)):
        yield f"{_name(nomination)}没有冻结的稿件、通知或盖章件。"
    for nomination in _named(Nomination.objects.exclude(sealed_scan=None)).select_related("sealed_scan"):
        if not nomination.sealed_scan.file.storage.exists(nomination.sealed_scan.file.name):
            yield f"{_name(nomination)}的盖章件文件不见了。"


@check("名额没有超出")
def quotas_hold() -> Iterator[str]:
    for call in Call.objects.prefetch_related("quotas", "extra_quotas"):
        counted = call.nominations.filter(step__in=COUNTED_BY_COUNTY).select_related("place")
        used = Counter(nomination.place for nomination in counted)
        for county, number in used.items():
            if number > call.quota_for(county):
                yield f"《{call}》：{county.title}有 {call.quota_for(county)} 个名额，推荐了 {number} 个。"
        chosen = call.nominations.filter(step__in=COUNTED_BY_CITY).count()
        if chosen > call.city_quota:
            yield f"《{call}》：全市 {call.city_quota} 个名额，选定了 {chosen} 个。"


@check("每份推荐都占着它的名额，别的不占")
def seats_are_held() -> Iterator[str]:
    for tier, counted in ((Tier.COUNTY, COUNTED_BY_COUNTY), (Tier.CITY, COUNTED_BY_CITY)):
        held = Exists(Seat.objects.filter(nomination=OuterRef("pk"), tier=tier, category=""))
        for nomination in _named(Nomination.objects.filter(~held, step__in=counted)):
            yield f"{_name(nomination)}没有占{tier.label}名额。"
        for nomination in _named(Nomination.objects.filter(seats__tier=tier).exclude(step__in=counted).distinct()):
            yield f"{_name(nomination)}现在是“{nomination.get_step_display()}”，还占着{tier.label}名额。"
    for seat in Seat.objects.select_related(
        "call", "unit", "nomination__case", "nomination__place", "nomination__call"
    ):
        limit = quotas.limit(seat.call, seat.tier, seat.unit, seat.category)
        if seat.number > limit:
            yield f"{_name(seat.nomination)}占着第 {seat.number} 个名额，一共只有 {limit} 个。"


@check("候补名单和补报与申报相符")
def reserves_and_supplements() -> Iterator[str]:
    listed = Q(reserve__isnull=False)
    for nomination in _named(Nomination.objects.filter(listed ^ Q(step=Step.RESERVED))):
        yield f"{_name(nomination)}现在是“{nomination.get_step_display()}”，和候补名单对不上。"
    for call in Call.objects.prefetch_related("reserves"):
        ranks = sorted(reserve.rank for reserve in call.reserves.all())
        if ranks != list(range(1, len(ranks) + 1)):
            yield f"《{call}》的候补次序有空缺：{'、'.join(map(str, ranks))}。"
    for nomination in _named(Nomination.objects.filter(step=Step.SUPPLEMENT, supplements=None)):
        yield f"{_name(nomination)}要求补报，没有写要补什么。"
    owed = Nomination.objects.filter(supplements__answered_at=None, supplements__isnull=False)
    for nomination in _named(owed.exclude(step=Step.SUPPLEMENT)):
        yield f"{_name(nomination)}还有没交的补报，却已经是“{nomination.get_step_display()}”。"


@check("入选的都登记了荣誉")
def awards_are_honours() -> Iterator[str]:
    for nomination in _named(Nomination.objects.filter(step=Step.AWARDED)):
        same = {"series": nomination.call.series, "year": nomination.call.year}
        if Honour.objects.filter(page_id=nomination.case_id, **same).exists():
            continue
        struck = {f"detail__{key}": value for key, value in same.items()}
        if not Event.objects.filter(action=STRUCK, detail__page=nomination.case_id, **struck).exists():
            yield f"{_name(nomination)}入选了，荣誉册里没有。"


@check("公示的天数与放假安排相符")
def notices_are_long_enough() -> Iterator[str]:
    for notice in Publicity.objects.select_related("call"):
        last = workdays.add_workdays(notice.starts_on, notice.working_days)
        if notice.ends_on < last:
            days = f"要到 {last} 才满 {notice.working_days} 个工作日"
            yield f"《{notice.call}》的公示到 {notice.ends_on}，按现在的放假安排{days}。"


def _named(nominations):
    return nominations.select_related("case", "call", "place")


def _name(nomination: Nomination) -> str:
    return f"{nomination.place.title}的《{nomination.case.title}》（{nomination.call}）"
