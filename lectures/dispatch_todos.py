"""What waits for speakers and dispatchers."""

from collections.abc import Iterator
from itertools import islice

from django.urls import reverse

from cms.desk.todos import Todo
from lectures import permissions, talking, wanted
from lectures.clashes import clock
from lectures.models import Offer, OfferState

MOST = 8  # cards of one kind; the rest is on the page behind them


def todos(user) -> Iterator[Todo]:
    """Yield the offers that wait for this speaker's answer, and the wishes and gaps that wait for this dispatcher."""
    offers = Offer.objects.filter(speaker__diary__user=user, state=OfferState.SENT)
    for offer in offers.select_related("session__place").order_by("due_at", "pk")[:MOST]:
        yield _offer(offer)
    if permissions.schedules(user):
        yield from (_vacant(session) for session in wanted.vacant(user)[:MOST])
        yield from (_asked(ask) for ask in talking.asks(wanted.sessions(user))[:MOST])
        yield from _uncertain([one for one in wanted.uncertain(user) if one.booked or one.asked])
        yield from _wishes(list(islice(wanted.requests(user, ""), MOST + 1)))


def _offer(offer: Offer) -> Todo:
    session = offer.session
    detail = f"{clock(session.starts_at)}，{session.place.title}\n请在 {clock(offer.due_at)} 前回话"
    url = reverse("lectures_desk:mine") + f"#offer-{offer.pk}"
    return Todo(f"请您去讲《{session.topic}》", url, "来不来", tag="派单", detail=detail, due=offer.due_at)


def _vacant(session) -> Todo:
    detail = f"{clock(session.starts_at)}，{session.place.title}。还没有人去讲。"
    url = reverse("lectures_desk:substitute", args=[session.pk])
    return Todo(
        f"《{session.topic}》", url, "找人去讲", tag="待补位", tone="gold", detail=detail, due=session.starts_at
    )


def _asked(ask: talking.Ask) -> Todo:
    session = ask.session
    detail = f"原来：{clock(session.starts_at)}，{session.place.title}\n想改到：{clock(ask.starts_at)}"
    url = reverse("lectures_desk:session", args=[session.pk]) + "#asked"
    title = f"{ask.who}想换个时间：《{session.topic}》"
    return Todo(title, url, "看看行不行", tag="想换时间", tone="gold", detail=detail, due=session.starts_at)


def _uncertain(sessions: list) -> Iterator[Todo]:
    if sessions:
        first = min(session.starts_at for session in sessions)
        title, detail = f"今明两天有 {len(sessions)} 场还没定下来", f"最早的一场：{clock(first)}"
        yield Todo(
            title, reverse("lectures_desk:tomorrow"), "去看看", tag="待确认", tone="gold", detail=detail, due=first
        )


def _wishes(found: list) -> Iterator[Todo]:
    for asked in found[:MOST]:
        detail = f"{asked.place.title}" + (f"\n请在 {clock(asked.due_at)} 前派出" if asked.due_at else "")
        url = reverse("lectures_desk:request", args=[asked.pk])
        yield Todo(f"点单：《{asked.topic}》", url, "找人", tag="点单", detail=detail, due=asked.due_at)
    if len(found) > MOST:
        yield Todo("还有别的点单", reverse("lectures_desk:requests"), "去看看", tag="点单")
