"""The city's verbs between receipt and notice: receiving, choosing, the ranked reserve list, taking one up from it."""

from django.db import transaction
from django_fsm import can_proceed

from brands.nominations import guards, permissions, reserve, seats
from brands.nominations.journal import record
from brands.nominations.locks import hold, hold_together
from brands.nominations.models import Action, Nomination, Step
from brands.nominations.models.quota import Tier
from brands.nominations.moves import take
from cms.core.refusals import Refused


@transaction.atomic
def receive(*, nominations, user) -> list[Nomination]:
    """Confirm that what the counties sent has arrived: all of them or none."""
    _, received = hold_together(user, nominations)
    guards.allow(permissions.may_decide(user))
    for nomination in received:
        guards.step_is_next(nomination, Action.RECEIVE, can_proceed(nomination._receive))
    for nomination in received:
        take(nomination, nomination._receive, Action.RECEIVE, user)
    return received


@transaction.atomic
def recommend(*, nominations, user) -> list[Nomination]:
    """Choose nominations of one call, within the city's quota: all of them or none; what has just come is received."""
    call, chosen = hold_together(user, nominations)
    for nomination in chosen:
        _may_be_judged(nomination, Action.RECOMMEND, nomination._recommend, user)
    guards.city_quota(call, chosen)
    for nomination in chosen:
        _received_first(nomination, user)
        seats.take(nomination, Tier.CITY)
        take(nomination, nomination._recommend, Action.RECOMMEND, user)
    return chosen


@transaction.atomic
def keep_in_reserve(*, nominations, user) -> list[Nomination]:
    """Put nominations of one call at the end of its reserve list; one that was chosen gives its place free."""
    call, kept = hold_together(user, nominations)
    for nomination in kept:
        _may_be_judged(nomination, Action.RESERVE, nomination._reserve, user)
    for nomination in kept:
        _received_first(nomination, user)
        seats.free(nomination, Tier.CITY)
        rank = reserve.append(call, nomination)
        take(nomination, nomination._reserve, Action.RESERVE, user, f"候补第 {rank}")
    return kept


@transaction.atomic
def rerank(*, nomination, user, rank: int) -> Nomination:
    """Give a nomination of the reserve list another rank; those in between move by one."""
    call, (nomination,) = hold(user, nomination.call_id, nomination)
    guards.allow(permissions.may_choose(user, nomination))
    guards.step_is_next(nomination, Action.RERANK, nomination.step == Step.RESERVED)
    was, now = reserve.move(call, nomination, rank)
    if was != now:
        record(nomination, Action.RERANK, user, f"从候补第 {was} 调到第 {now}")
    return nomination


@transaction.atomic
def take_up(*, nomination, user) -> Nomination:
    """递补: choose the first of the reserve list when a place of the city's is free."""
    call, (nomination,) = hold(user, nomination.call_id, nomination)
    guards.allow(permissions.may_choose(user, nomination))
    guards.step_is_next(nomination, Action.TAKE_UP, can_proceed(nomination._take_up))
    guards.published(nomination.case)
    first = reserve.first(call)
    if first != nomination:
        raise Refused(f"候补第 1 是《{first.case.title}》，先递补它；要换次序，先调整候补名单。")
    guards.city_quota(call, [nomination])
    reserve.leave(nomination)
    seats.take(nomination, Tier.CITY)
    take(nomination, nomination._take_up, Action.TAKE_UP, user)
    return nomination


def _may_be_judged(nomination, action: Action, move, user) -> None:
    guards.allow(permissions.may_choose(user, nomination))
    guards.step_is_next(nomination, action, can_proceed(move) or can_proceed(nomination._receive))
    guards.published(nomination.case)


def _received_first(nomination, user) -> None:
    if can_proceed(nomination._receive):
        take(nomination, nomination._receive, Action.RECEIVE, user, quietly=True)
