"""点单→派单→接单→评单: asking, offering, answering.

The hours of a speaker who is asked alone are kept until they answer, so no two dispatchers offer the same hour. In an
open call (抢单) nobody's hours are kept: the first to accept is booked. Locks: as in locks.py, then wish, then offers.
"""

import datetime as dt

from django.db import IntegrityError, transaction
from django.utils import timezone

from cms.core import workdays
from cms.core.chores import chore
from cms.core.refusals import Refused
from lectures import scheduling, telling
from lectures.following import conclude, due_for_dispatch, lock_wish, wait_again
from lectures.locks import GONE, hold
from lectures.models import LectureRequest, Offer, OfferState, Rating, RequestState, Session, SessionState
from lectures.models.request import OPEN
from lectures.models.session import COMING
from lectures.permissions import allow_scheduling, may_record

HOURS_TO_ANSWER = 8  # working hours: one working day
ASKING = "这一场已经在问人了，请等答复，或者先收回。"
FURTHEST = dt.timedelta(days=366)
RATING_DAYS = 7
CONTACT_DAYS = 30  # how long a way to reach somebody is kept after their wish is over
TOO_LATE = {
    OfferState.ACCEPTED: "这一单已经答应过了。",
    OfferState.DECLINED: "这一单已经回了“来不了”。",
    OfferState.EXPIRED: "这一单过了答复的时间，已经另外找人了。谢谢您。",
    OfferState.RECALLED: "这一单已经有人去了，或者不需要了。谢谢您。",
}


@transaction.atomic
def request(*, topic, place, from_day, to_day, user=None, **wishes) -> LectureRequest:
    """Ask for a lecture; anybody may. `wishes` are further fields of LectureRequest."""
    course = wishes.get("course")
    topic = topic.strip() or (course.title if course else "")
    if not topic:
        raise Refused("请写想听什么，或者选一门课。", topic="写几个字就行。")
    today = timezone.localdate()
    if to_day < from_day:
        raise Refused("结束的日子在开始的前面了。", to_day="请选同一天或者往后的日子。")
    if to_day < today or from_day > today + FURTHEST:
        raise Refused("请选从今天起一年以内的日子。", from_day="请选从今天起一年以内的日子。")
    asked = LectureRequest.objects.create(
        topic=topic[:80], place=place, from_day=max(from_day, today), to_day=to_day, user=user,
        due_at=due_for_dispatch(), **wishes,
    )  # fmt: skip
    telling.asked(asked)
    return asked


@transaction.atomic
def offer(*, request, speaker, starts_at, ends_at, user, venue: str = "") -> Offer:
    """Ask one speaker to serve a wish at this time; their hours and the place are kept until they answer."""
    asked, session = _session_for(request, [speaker], starts_at, ends_at, user, venue)
    scheduling.assign(session=session, speaker=speaker, user=user)
    sent = _send(session, speaker, user, open_call=False)
    asked._offer()
    asked.save()
    return sent


@transaction.atomic
def open_call(*, request, speakers, starts_at, ends_at, user, venue: str = "") -> list[Offer]:
    """Ask several speakers at once; the first to accept is booked."""
    if not speakers:
        raise Refused("请至少勾一位宣讲师。", speakers="勾一位以上。")
    asked, session = _session_for(request, speakers, starts_at, ends_at, user, venue)
    sent = [_send(session, speaker, user, open_call=True) for speaker in speakers]
    asked._offer()
    asked.save()
    return sent


@transaction.atomic
def substitute(*, session, speaker, user) -> Offer:
    """Ask another speaker to step in where one dropped out."""
    session = _vacant(session, [speaker], user)
    scheduling.assign(session=session, speaker=speaker, user=user)
    return _send(session, speaker, user, open_call=False)


@transaction.atomic
def open_substitution(*, session, speakers, user) -> list[Offer]:
    """Ask several speakers at once to step in; the first to accept is booked."""
    if not speakers:
        raise Refused("请至少勾一位宣讲师。", speakers="勾一位以上。")
    session = _vacant(session, speakers, user)
    return [_send(session, speaker, user, open_call=True) for speaker in speakers]


@transaction.atomic
def accept(*, offer) -> Session:
    """Say yes: the session is confirmed. Of all who press at once, one wins; the others read why not."""
    sent = _open_offer(offer)
    session = sent.session
    if sent.open_call:
        if session.bookings.filter(live=True).exists():
            raise Refused(TOO_LATE[OfferState.RECALLED])
        scheduling.assign(session=session, speaker=sent.speaker, user=None)
    return scheduling.confirm(session=session, user=None)


@transaction.atomic
def decline(*, offer, reason: str) -> Offer:
    """Say no, with a reason; the wish is open again and waits for the next speaker."""
    sent = _open_offer(offer)
    if not reason.strip():
        raise Refused("请写一句为什么来不了，好安排别人。", reason="一句就行。")
    sent.reason = reason.strip()[:100]
    _vacate(sent, sent._decline)
    telling.answered(sent)
    return sent


@transaction.atomic
def recall(*, offer, user) -> Offer:
    """Take an offer back before it is answered."""
    sent = _open_offer(offer)
    allow_scheduling(user, sent.session.place.path)
    _vacate(sent, sent._recall)
    telling.recalled(sent)
    return sent


@transaction.atomic
def queue(*, request, user, answer: str) -> LectureRequest:
    """Put a wish that cannot be served now into the queue, and say why."""
    return _settle(request, user, answer, LectureRequest._queue, "先排上队了")


@transaction.atomic
def close(*, request, user, answer: str) -> LectureRequest:
    """Say that a wish cannot be served, and why."""
    return _settle(request, user, answer, LectureRequest._close, "这次没有办成")


@transaction.atomic
def withdraw(*, request) -> LectureRequest:
    """Take one's own wish back; who has its key may."""
    asked = _let_go(request, None)
    if asked.state not in OPEN:
        raise Refused(f"这一单{asked.get_state_display()}，不能撤回了。要取消请联系当地的实践中心。")
    asked._withdraw()
    asked.save()
    return asked


def rate(*, session, device: str, score: int, words: str = "", user=None) -> Rating:
    """Keep what one listener says, once a device a session, within a week of it; `user` is whom they told it to."""
    verdict = user is None or may_record(user, session)
    if not verdict:
        raise Refused(verdict.reason)
    now = timezone.now()
    if session.state == SessionState.CANCELLED or now < session.starts_at:
        raise Refused("这一场还没有开讲，讲完再来说。")
    if now > session.ends_at + dt.timedelta(days=RATING_DAYS):
        raise Refused(f"讲完已经超过 {RATING_DAYS} 天，这一场不再收了。谢谢您。")
    try:
        with transaction.atomic():
            return Rating.objects.create(
                session=session, device=device, score=score, words=words.strip()[:120], by_staff=user is not None
            )
    except IntegrityError as error:
        raise Refused("这部手机已经说过这一场了。谢谢您。") from error


@chore(every=dt.timedelta(minutes=10))
def expire_due() -> None:
    """Let go of speakers who did not answer in time, and forget how to reach people whose days are long over."""
    for late in Offer.objects.filter(state=OfferState.SENT, due_at__lt=timezone.now()):
        try:
            _expire(late)
        except Refused:
            continue  # answered at the last moment
    over = LectureRequest.objects.filter(to_day__lt=timezone.localdate() - dt.timedelta(days=CONTACT_DAYS))
    over = over.exclude(contact="").exclude(state=RequestState.AGREED, session__ends_at__gt=timezone.now())
    over.update(contact="")


@transaction.atomic
def _expire(late: Offer) -> None:
    sent = _open_offer(late)
    _vacate(sent, sent._expire)
    telling.answered(sent)


def _session_for(request, speakers, starts_at, ends_at, user, venue) -> tuple[LectureRequest, Session]:
    """Return the wish, locked, and a session for it at this time that nobody is asked for yet."""
    session = Session.objects.filter(request=request).first()
    place = request.place
    hold(user, places=[place.pk], speakers=[speaker.pk for speaker in speakers], session=session)
    asked = _held_wish(request, session)
    allow_scheduling(user, asked.place.path)
    if asked.state not in OPEN:
        raise Refused(f"这一单{asked.get_state_display()}，不用再派了。")
    when = {"starts_at": starts_at, "ends_at": ends_at, "place": place}
    if session is None:
        details = {name: getattr(asked, name) for name in ("course", "topic", "audience")}
        dialects = [asked.dialect] if asked.dialect else []
        asked.session = scheduling.book(user=user, venue=venue, dialects=dialects, **when, **details)
        return asked, asked.session
    _nobody_asked(session)
    if (session.starts_at, session.ends_at, session.place_id) != (starts_at, ends_at, place.pk):
        session = scheduling.move(session=session, user=user, **when)
    if venue not in ("", session.venue):
        session = scheduling.change(session=session, user=user, venue=venue)
    return asked, session


def _held_wish(request, session: Session | None) -> LectureRequest:
    """Return a wish, locked, if it still has the session that was held for it."""
    asked = lock_wish(pk=request.pk)
    if asked.session_id != (session and session.pk):
        raise Refused(GONE)
    return asked


def _nobody_asked(session: Session) -> None:
    if session.offers.filter(state=OfferState.SENT).exists():
        raise Refused(ASKING)
    names = "、".join(session.bookings.filter(live=True).values_list("speaker__title", flat=True))
    if names:
        raise Refused(f"{names}已经排在这一场里了：在场次那一页定下来，或者先请他退出。")


def _vacant(session, speakers, user) -> Session:
    held = hold(user, speakers=[speaker.pk for speaker in speakers], session=session)
    session = held.session
    allow_scheduling(user, session.place.path)
    asked = lock_wish(session=session)
    if session.state != SessionState.PLANNED:
        raise Refused(f"这一场{session.get_state_display()}，不缺人。")
    _nobody_asked(session)
    if asked and asked.state == RequestState.AGREED:
        asked._reopen()
        asked._offer()
        asked.save()
    return session


def _send(session, speaker, user, *, open_call: bool) -> Offer:
    due = workdays.add_working_hours(timezone.now(), HOURS_TO_ANSWER)
    try:
        with transaction.atomic():
            sent = Offer.objects.create(
                session=session, speaker=speaker, sent_by=user, open_call=open_call, due_at=min(due, session.starts_at)
            )
    except IntegrityError as error:
        raise Refused(ASKING) from error
    telling.offered(sent)
    return sent


def _open_offer(offer) -> Offer:
    """Return an offer that still waits for its answer, locked, with the wish behind it and all that it books."""
    hold(None, speakers=[offer.speaker_id], session=offer.session)
    lock_wish(session=offer.session)
    sent = Offer.objects.select_for_update(of=("self",)).select_related("session__place", "speaker").get(pk=offer.pk)
    if sent.state != OfferState.SENT:
        raise Refused(TOO_LATE[sent.state])
    return sent


def _vacate(sent: Offer, move) -> None:
    """End an offer without a speaker, and free the hours that were kept for the answer."""
    conclude(sent, move)
    session = sent.session
    if not sent.open_call and session.state in COMING and session.bookings.filter(speaker=sent.speaker, live=True):
        scheduling.release(session=session, speaker=sent.speaker, user=None, reason=sent.reason)
    wait_again(session)


def _settle(request, user, answer: str, move, title: str) -> LectureRequest:
    asked = _let_go(request, user)
    if asked.state not in OPEN:
        raise Refused(f"这一单{asked.get_state_display()}。")
    if not answer.strip():
        raise Refused("请写一句答复，点单的人看得到。", answer="写一句。")
    asked.answer = answer.strip()[:200]
    move(asked)
    asked.save()
    telling.settled(asked, f"{title}：《{asked.topic}》")
    return asked


def _let_go(request, user) -> LectureRequest:
    """Return the wish, locked; while it is open, the session kept for it is called off and whoever is asked is told."""
    session = Session.objects.filter(request=request).first()
    hold(user, session=session)
    asked = _held_wish(request, session)
    allow_scheduling(user, asked.place.path)
    if session and asked.state in OPEN:
        asked.session = None
        asked.save()
        if session.state == SessionState.PLANNED:
            scheduling.cancel(session=session, user=None, reason="这一单不办了。")
    return asked
