"""The wishes and the sessions in trouble that a dispatcher answers for."""

import datetime as dt

from django.db.models import Exists, OuterRef, Prefetch
from django.utils import timezone

from cms.places import scope
from lectures.days import midnight
from lectures.models import Booking, LectureRequest, Offer, OfferState, RequestState, Session, SessionState
from lectures.models.request import OPEN
from lectures.permissions import SCHEDULERS

LANES = {
    "": ("要派的", (RequestState.WAITING,)),
    "offered": ("等答复", (RequestState.OFFERED,)),
    "queued": ("排队的", (RequestState.QUEUED,)),
    "agreed": ("排定的", (RequestState.AGREED,)),
    "over": ("办完的", (RequestState.HELD, RequestState.CLOSED, RequestState.WITHDRAWN)),
}
OVER = "over"


def requests(user, lane: str):
    """Return the wishes of one lane: the most pressing first, those that are over the newest first."""
    states = LANES[lane][1]
    found = LectureRequest.objects.for_user(user).filter(state__in=states).select_related("place", "session")
    return found.order_by("-created_at", "-pk") if lane == OVER else found.order_by("due_at", "created_at", "pk")


def sessions(user):
    """Return the sessions that a person schedules."""
    return Session.objects.filter(scope.visible(user, "place__path", roles=SCHEDULERS))


def vacant(user):
    """Return the coming sessions without a speaker for whom nobody is asked, the next first.

    What is being found a time for by its wish is found a speaker for there.
    """
    coming = sessions(user).filter(state=SessionState.PLANNED, starts_at__gt=timezone.now())
    booked = Booking.objects.filter(session=OuterRef("pk"), live=True)
    asked = Offer.objects.filter(session=OuterRef("pk"), state=OfferState.SENT)
    vacant = coming.filter(~Exists(booked), ~Exists(asked)).exclude(request__state__in=OPEN)
    return vacant.select_related("place").order_by("starts_at", "pk")


def uncertain(user):
    """Return the sessions until the end of tomorrow that are not settled, with who is booked and who is asked."""
    until = midnight(timezone.localdate() + dt.timedelta(days=2))
    found = sessions(user).filter(state=SessionState.PLANNED, starts_at__gt=timezone.now(), starts_at__lt=until)
    booked = Booking.objects.filter(live=True).select_related("speaker")
    asked = Offer.objects.filter(state=OfferState.SENT).select_related("speaker")
    return found.select_related("place").prefetch_related(
        Prefetch("bookings", booked, to_attr="booked"), Prefetch("offers", asked, to_attr="asked")
    )
