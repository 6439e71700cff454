"""The reserve list of a call: ranks from 1 without a gap; every change is made under the call's lock."""

from brands.nominations.models import Call, Nomination, Reserve


def append(call: Call, nomination: Nomination) -> int:
    """Put a nomination at the end; return its rank."""
    return Reserve.objects.create(call=call, nomination=nomination, rank=call.reserves.count() + 1).rank


def first(call: Call) -> Nomination:
    return call.reserves.select_related("nomination__case").earliest("rank").nomination


def move(call: Call, nomination: Nomination, rank: int) -> tuple[int, int]:
    """Move a nomination to a rank, or as near as the list is long; return where it was and where it is."""
    order = _order(call)
    was = order.index(nomination.pk) + 1
    now = min(max(rank, 1), len(order))
    order.remove(nomination.pk)
    order.insert(now - 1, nomination.pk)
    _write(call, order)
    return was, now


def leave(nomination: Nomination) -> None:
    """Take a nomination off the list, if it is on it; those behind it move up."""
    call, order = nomination.call, _order(nomination.call)
    if nomination.pk in order:
        order.remove(nomination.pk)
        _write(call, order)


def _order(call: Call) -> list[int]:
    return list(call.reserves.order_by("rank").values_list("nomination_id", flat=True))


def _write(call: Call, order: list[int]) -> None:
    """Write the list anew: two rows may at no moment hold one rank."""
    call.reserves.all().delete()
    Reserve.objects.bulk_create(Reserve(call=call, nomination_id=pk, rank=at) for at, pk in enumerate(order, 1))
