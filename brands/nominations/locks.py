"""Every verb takes its locks here, in one order: the call, then its nominations by pk."""

from brands.nominations.models import Call, Nomination
from cms.core.refusals import Refused
from cms.places import scope

NOTHING_CHOSEN = "还没有选。请先勾上要办的申报。"


def hold(user, call_pk: int, *nominations) -> tuple[Call, list[Nomination]]:
    """Lock the call and these nominations of it and read them, and the person's offices, again."""
    scope.forget(user)
    call = Call.objects.select_for_update().get(pk=call_pk)
    wanted = {nomination.pk for nomination in nominations}
    rows = Nomination.objects.select_for_update(of=("self",)).select_related("case", "place")
    held = list(rows.filter(call=call, pk__in=wanted).order_by("pk")) if wanted else []
    if len(held) != len(wanted):
        raise Refused("勾选的申报里有的不是这个通知的，请刷新后再办。")
    for nomination in held:
        nomination.call = call
    return call, held


def hold_together(user, nominations) -> tuple[Call, list[Nomination]]:
    """Lock nominations that are dealt with together, and their one call."""
    calls = {nomination.call_id for nomination in nominations}
    if not calls:
        raise Refused(NOTHING_CHOSEN)
    if len(calls) > 1:
        raise Refused("一次只办同一个通知里的申报。")
    return hold(user, calls.pop(), *nominations)
