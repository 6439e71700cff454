"""Places of a quota: one is taken when a county endorses and when the city chooses, and freed on the way back.

Under the call's lock nobody else takes one meanwhile; without the lock the unique number lets only one stand on it.
"""

from django.db import IntegrityError, transaction

from brands.nominations import quotas
from brands.nominations.models import Call, Nomination, Seat
from brands.nominations.models.quota import Tier
from brands.nominations.models.step import COUNTED_BY_CITY, COUNTED_BY_COUNTY
from cms.core.refusals import Refused


def take(nomination: Nomination, tier: Tier) -> None:
    """Take a place of the tier's quota, and one of the category's where the call limits it; refuse when one is full."""
    for category in quotas.limited(nomination, tier):
        limit = quotas.limit(nomination.call, tier, nomination.place, category)
        while not _sit(nomination, tier, category, limit):
            pass  # somebody else took that number first: try the next one that is free


def _sit(nomination: Nomination, tier: Tier, category: str, limit: int) -> bool:
    unit = nomination.place if tier == Tier.COUNTY else None
    held = Seat.objects.filter(call=nomination.call, tier=tier, unit=unit, category=category)
    if held.filter(nomination=nomination).exists():
        return True
    number = _lowest_free(held, limit)
    if number is None:
        raise Refused(_full(nomination, tier, category, limit, held))
    try:
        with transaction.atomic():
            Seat.objects.create(
                call=nomination.call, tier=tier, unit=unit, category=category, number=number, nomination=nomination
            )
    except IntegrityError:
        return False
    return True


def free(nomination: Nomination, *tiers: Tier) -> None:
    """Give the places of these tiers free, or of both."""
    nomination.seats.filter(tier__in=tiers or Tier.values).delete()


def settle(call: Call) -> None:
    """Let the seats follow the call's new numbers; refuse those that do not leave room for all.

    Call it under the call's lock.
    """
    for nomination in (
        call.nominations.filter(step__in=COUNTED_BY_COUNTY).select_related("place", "case").order_by("pk")
    ):
        nomination.call = call
        for tier in [Tier.COUNTY] + [Tier.CITY] * (nomination.step in COUNTED_BY_CITY):
            nomination.seats.filter(tier=tier).exclude(category__in=quotas.limited(nomination, tier)).delete()
            take(nomination, tier)
    for seat in call.seats.select_related("unit").order_by("number"):
        _move_down(call, seat)


def _move_down(call: Call, seat: Seat) -> None:
    """Give a seat above its limit a number below it."""
    limit = quotas.limit(call, seat.tier, seat.unit, seat.category)
    if seat.number <= limit:
        return
    group = call.seats.filter(tier=seat.tier, unit=seat.unit, category=seat.category)
    seat.number = _lowest_free(group, limit)
    if seat.number is None:
        whose, kind = seat.unit.title if seat.unit else "全市", f"“{seat.category}”这一类" if seat.category else ""
        raise Refused(f"{whose}{kind}已经有 {group.count()} 个，名额不能比这少。")
    seat.save()


def _lowest_free(held, limit: int) -> int | None:
    taken = set(held.values_list("number", flat=True))
    return next((number for number in range(1, limit + 1) if number not in taken), None)


def _full(nomination, tier: Tier, category: str, limit: int, held) -> str:
    """Say whose quota is full, and with what."""
    titles = held.order_by("number").values_list("nomination__case__title", flat=True)
    names = "、".join(f"《{title}》" for title in titles)
    stand = f"：{names}" if names else ""
    kind = f"“{category}”这一类" if category else ""
    if tier == Tier.CITY:
        return f"全市{kind}一共 {limit} 个名额，已经选定 {len(titles)} 个{stand}。要换一个，先空出一个。"
    whose = nomination.place.title
    return f"{whose}{kind}在这个通知里有 {limit} 个名额，已经推荐了 {len(titles)} 个{stand}。要换一个，先撤回一个。"
