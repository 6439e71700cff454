"""What a wish and its offers do when their session changes, whoever changed it: they follow.

Called in the transaction of the verb that holds the session; the wish is locked next, its offers last.
"""

import datetime as dt

from django.dispatch import receiver
from django.utils import timezone
from django_fsm import can_proceed

from cms.core import workdays
from lectures import telling
from lectures.journal import happened
from lectures.models import LectureRequest, Offer, OfferState, RequestState, Session, SessionEvent

Kind = SessionEvent.Kind
HOURS_TO_DISPATCH = 8  # working hours: one working day


def lock_wish(**which) -> LectureRequest | None:
    """Return a wish, locked, by its own key or its session; None when nobody wished for the session."""
    return LectureRequest.objects.select_for_update(of=("self",)).filter(**which).first()


def open_offers(session: Session) -> list[Offer]:
    """Return the offers of a session that wait for their answer, locked."""
    offers = Offer.objects.select_for_update(of=("self",)).select_related("session__place", "speaker")
    return list(offers.filter(session=session, state=OfferState.SENT).order_by("pk"))


def conclude(sent: Offer, move) -> None:
    """End an offer by one of its moves."""
    move()
    sent.answered_at = timezone.now()
    sent.save()


def take_back(sent: Offer) -> None:
    conclude(sent, sent._recall)
    telling.recalled(sent)


def due_for_dispatch() -> dt.datetime:
    """Return until when a wish that waits from now on should find somebody to ask."""
    return workdays.add_working_hours(timezone.now(), HOURS_TO_DISPATCH)


def wait_again(session: Session) -> None:
    """Give a wish back to the dispatcher when nobody is asked for its session any more."""
    asked = lock_wish(session=session)
    if asked and asked.state == RequestState.OFFERED and not open_offers(session):
        asked._reopen()
        asked.due_at = due_for_dispatch()
        asked.save()


@receiver(happened)
def follow(sender, session, kind, **kwargs) -> None:
    """Do what becomes of the wish and the offers."""
    act = {Kind.CONFIRMED: _agreed, Kind.RELEASED: _left, Kind.CANCELLED: _called_off, Kind.HELD: _held}.get(kind)
    if act:
        act(session)


def _agreed(session: Session) -> None:
    """Whoever is booked comes, by their own word or by the dispatcher's; the others are not needed."""
    asked = lock_wish(session=session)
    booked = set(session.bookings.filter(live=True).values_list("speaker", flat=True))
    for sent in open_offers(session):
        if sent.speaker_id in booked:
            conclude(sent, sent._accept)
            telling.answered(sent)
        else:
            take_back(sent)
    if asked and can_proceed(asked._agree):
        asked._agree()
        asked.save()
        names = "、".join(session.bookings.filter(live=True).values_list("speaker__title", flat=True))
        telling.settled(asked, f"有人来讲了：{telling.when(session)}，{names}")


def _left(session: Session) -> None:
    """Who was asked alone and let go by somebody else is not asked any more."""
    lock_wish(session=session)
    booked = set(session.bookings.filter(live=True).values_list("speaker", flat=True))
    for sent in open_offers(session):
        if not sent.open_call and sent.speaker_id not in booked:
            take_back(sent)
    wait_again(session)


def _called_off(session: Session) -> None:
    """The wish waits for another time; the session is no longer its own."""
    asked = lock_wish(session=session)
    for sent in open_offers(session):
        take_back(sent)
    if asked is None:
        return
    asked.session = None
    if can_proceed(asked._reopen):
        asked._reopen()
        asked.due_at = due_for_dispatch()
        telling.settled(asked, f"《{asked.topic}》原来排的那一场取消了，再给您找时间")
    asked.save()


def _held(session: Session) -> None:
    """What was wished for has been heard."""
    asked = lock_wish(session=session)
    for sent in open_offers(session):
        take_back(sent)
    if asked and can_proceed(asked._hold):
        asked._hold()
        asked.save()
