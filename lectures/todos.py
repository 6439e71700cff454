"""What waits for those who record: sessions that took place and of which nobody has written a word yet."""

import datetime as dt

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from cms.desk.todos import Todo
from cms.places import scope
from cms.places.models import Role
from lectures import listing, permissions
from lectures.days import day_name, hours
from lectures.models import Booking, Session

MOST = 4
LOOK_BACK = dt.timedelta(days=45)


def record_todos(user):
    """Yield a calm card for each of one's own sessions without a record; one for all of them to who schedules."""
    recent = Session.objects.filter(starts_at__gte=timezone.now() - LOOK_BACK, starts_at__lte=timezone.now())
    waiting = listing.over_and_unrecorded(recent)
    spoken = Booking.objects.filter(speaker__diary__user=user, live=True).values("session")
    mine = waiting.filter(Q(pk__in=spoken) | scope.below(scope.paths(user, Role.CONTRIBUTOR), "place__path"))
    cards = list(mine.select_related("place").order_by("-starts_at", "-pk")[:MOST])
    yield from map(_card, cards)
    served = scope.visible(user, "place__path", roles=permissions.SCHEDULERS)
    others = waiting.filter(served).exclude(pk__in=[one.pk for one in cards]).count()
    if others:
        yield _together(others)


def _card(session: Session) -> Todo:
    return Todo(
        f"《{session.topic}》",
        reverse("lectures_desk:record", args=[session.pk]),
        "记一笔",
        tag="讲完待记",
        tone="green",
        detail=f"{day_name(session.starts_at)} {hours(session)}，{session.place.title}\n补一条记录就行。",
    )


def _together(count: int) -> Todo:
    url = reverse("lectures_desk:sessions") + "?lane=held"
    detail = "村里和宣讲师会来补；您也可以代记。补一条记录就行。"
    return Todo(f"{count} 场讲完了，还没有记录", url, "看看是哪几场", tag="宣讲", tone="green", detail=detail)
