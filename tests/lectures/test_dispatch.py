"""点单→派单→接单→评单."""

import datetime as dt

import pytest
import time_machine
from django.utils import timezone

from cms.core import workdays
from cms.core.refusals import Refused
from cms.notices.models import Notice
from lectures import dispatch, scheduling
from lectures.models import Booking, LectureRequest, Offer, OfferState, RequestState, Session, SessionState
from tests import factories
from tests.lectures.making import DAY, at, dispatcher, session, speaker

TIMES = {"starts_at": at("9:00"), "ends_at": at("10:00")}


@pytest.fixture
def county(city):
    """A county with three speakers, of whom one has an account, a dispatcher, and the county next to it."""
    city.voice = factories.person("林秀珍")
    city.lin, city.zhang, city.wei = (
        speaker(city, "林秀珍", user=city.voice),
        speaker(city, "张建国"),
        speaker(city, "魏承棠"),
    )
    city.dispatcher = dispatcher(city)
    return city


@pytest.fixture
def wish(county):
    return dispatch.request(topic="怎么防诈骗", place=county.shangpu, from_day=DAY, to_day=DAY)


def told(user) -> list[str]:
    return list(Notice.objects.filter(user=user).order_by("pk").values_list("title", flat=True))


def again(row):
    return type(row).objects.get(pk=row.pk)


def test_a_wish_reaches_the_dispatchers_of_its_county_and_nobody_else(county):
    outsider = dispatcher(county, county.zhuling)

    asked = dispatch.request(topic=" 怎么防诈骗 ", place=county.shangpu, from_day=DAY, to_day=DAY, contact="村口小卖部")

    assert (asked.topic, asked.state, len(asked.key) > 20) == ("怎么防诈骗", RequestState.WAITING, True)
    assert told(county.dispatcher) == ["上埔村点了一单：《怎么防诈骗》"]
    assert told(outsider) == told(county.manager) == []
    assert not LectureRequest.objects.for_user(outsider).exists()


@pytest.mark.parametrize(
    ("topic", "first", "last", "words"),
    [
        ("", 0, 0, "想听什么"),
        ("防诈", 3, 1, "在开始的前面"),
        ("防诈", 400, 401, "一年以内"),
        ("防诈", -9, -3, "一年以内"),
    ],
)
def test_a_wish_that_cannot_be_is_refused_in_words(county, topic, first, last, words):
    today = timezone.localdate()
    days = {"from_day": today + dt.timedelta(days=first), "to_day": today + dt.timedelta(days=last)}
    with pytest.raises(Refused, match=words):
        dispatch.request(topic=topic, place=county.shangpu, **days)
    assert not LectureRequest.objects.exists()


def test_an_offer_keeps_the_hours_and_asks_the_speaker(county, wish):
    sent = dispatch.offer(request=wish, speaker=county.lin, user=county.dispatcher, **TIMES)

    assert again(wish).state == RequestState.OFFERED
    assert (sent.session.topic, sent.session.state) == ("怎么防诈骗", SessionState.PLANNED)
    assert told(county.voice) == ["请您去讲：3月15日 09:00，上埔村"]
    with pytest.raises(Refused):
        session(county.xikou, county.dispatcher, speakers=[county.lin])
    with pytest.raises(Refused, match="已经在问人了"):
        dispatch.offer(request=wish, speaker=county.zhang, user=county.dispatcher, **TIMES)


def test_accepting_confirms_the_session(county, wish):
    sent = dispatch.offer(request=wish, speaker=county.lin, user=county.dispatcher, **TIMES)

    agreed = dispatch.accept(offer=sent)

    assert (agreed.state, agreed.announced) == (SessionState.CONFIRMED, True)
    assert (again(wish).state, again(sent).state) == (RequestState.AGREED, OfferState.ACCEPTED)
    assert "林秀珍：来（3月15日 09:00，上埔村）" in told(county.dispatcher)
    with pytest.raises(Refused, match="已经答应过"):
        dispatch.accept(offer=sent)
    with pytest.raises(Refused, match="已经答应过"):
        dispatch.decline(offer=sent, reason="又不来了")


def test_declining_needs_a_reason_and_opens_the_wish_for_the_next(county, wish):
    sent = dispatch.offer(request=wish, speaker=county.lin, user=county.dispatcher, **TIMES)
    with pytest.raises(Refused, match="为什么来不了"):
        dispatch.decline(offer=sent, reason=" ")

    dispatch.decline(offer=sent, reason="那天孩子办酒")

    assert again(wish).state == RequestState.WAITING
    assert not Booking.objects.filter(live=True).exists()
    later = {"starts_at": at("15:00"), "ends_at": at("16:00")}
    second = dispatch.offer(request=wish, speaker=county.zhang, user=county.dispatcher, **later)
    assert second.session == sent.session
    assert dispatch.accept(offer=second).starts_at == at("15:00")
    assert Session.objects.count() == 1


def test_in_an_open_call_the_first_is_booked_and_the_others_are_told(county, wish):
    first, second = dispatch.open_call(
        request=wish, speakers=[county.zhang, county.lin], user=county.dispatcher, **TIMES
    )
    assert not Booking.objects.exists()

    dispatch.accept(offer=first)

    assert again(second).state == OfferState.RECALLED
    assert told(county.voice)[-1] == "这一场不用去了：3月15日 09:00，上埔村"
    with pytest.raises(Refused, match="已经有人去了"):
        dispatch.accept(offer=second)
    assert list(Booking.objects.filter(live=True).values_list("speaker", flat=True)) == [county.zhang.pk]


def test_an_open_call_waits_until_the_last_has_declined(county, wish):
    first, second = dispatch.open_call(
        request=wish, speakers=[county.zhang, county.wei], user=county.dispatcher, **TIMES
    )
    dispatch.decline(offer=first, reason="出门了")
    assert again(wish).state == RequestState.OFFERED
    dispatch.decline(offer=second, reason="也出门了")
    assert again(wish).state == RequestState.WAITING


def test_who_does_not_answer_in_time_is_let_go(county, wish):
    sent = dispatch.offer(request=wish, speaker=county.lin, user=county.dispatcher, **TIMES)

    with time_machine.travel(sent.due_at + dt.timedelta(minutes=1)):
        dispatch.expire_due.func()

    assert (again(sent).state, again(wish).state) == (OfferState.EXPIRED, RequestState.WAITING)
    assert not Booking.objects.filter(live=True).exists()
    with pytest.raises(Refused, match="过了答复的时间"):
        dispatch.accept(offer=sent)


def test_the_clock_counts_working_hours_only(db):
    friday = timezone.make_aware(dt.datetime(2026, 11, 27, 15, 0))
    assert workdays.add_working_hours(friday, 8) == timezone.make_aware(dt.datetime(2026, 11, 30, 15, 0))
    night = timezone.make_aware(dt.datetime(2026, 9, 30, 22, 0))  # the national holiday follows; 10 October works
    assert workdays.add_working_hours(night, 2) == timezone.make_aware(dt.datetime(2026, 10, 8, 11, 0))


def test_a_substitute_steps_in_where_somebody_dropped_out(county, wish):
    agreed = dispatch.accept(offer=dispatch.offer(request=wish, speaker=county.lin, user=county.dispatcher, **TIMES))
    scheduling.release(session=agreed, speaker=county.lin, user=county.voice, reason="发烧")

    sent = dispatch.substitute(session=agreed, speaker=county.zhang, user=county.dispatcher)
    assert again(wish).state == RequestState.OFFERED
    assert dispatch.accept(offer=sent).state == SessionState.CONFIRMED
    assert again(wish).state == RequestState.AGREED
    with pytest.raises(Refused, match="不缺人"):
        dispatch.substitute(session=agreed, speaker=county.wei, user=county.dispatcher)


def test_a_wish_can_wait_in_the_queue_and_be_served_later(county, wish):
    with pytest.raises(Refused, match="一句答复"):
        dispatch.queue(request=wish, user=county.dispatcher, answer="")
    dispatch.queue(request=wish, user=county.dispatcher, answer="这个月讲防诈的都排满了，下月头一个排您。")
    assert again(wish).state == RequestState.QUEUED

    dispatch.offer(request=again(wish), speaker=county.lin, user=county.dispatcher, **TIMES)
    assert again(wish).state == RequestState.OFFERED


def test_a_wish_taken_back_frees_the_speaker_and_the_place(county, wish):
    sent = dispatch.offer(request=wish, speaker=county.lin, user=county.dispatcher, **TIMES)

    dispatch.withdraw(request=again(wish))

    assert (again(wish).state, again(sent).state) == (RequestState.WITHDRAWN, OfferState.RECALLED)
    assert again(sent.session).state == SessionState.CANCELLED
    session(county.shangpu, county.dispatcher, speakers=[county.lin])


def test_when_an_agreed_session_is_called_off_the_wish_waits_again(county, wish):
    agreed = dispatch.accept(offer=dispatch.offer(request=wish, speaker=county.lin, user=county.dispatcher, **TIMES))

    scheduling.cancel(session=agreed, user=county.dispatcher, reason="台风")

    assert (again(wish).state, again(wish).session) == (RequestState.WAITING, None)


def test_an_outsider_can_serve_no_wish(county, wish):
    outsider = dispatcher(county, county.zhuling)
    for act in (
        lambda: dispatch.offer(request=wish, speaker=county.lin, user=outsider, **TIMES),
        lambda: dispatch.open_call(request=wish, speakers=[county.lin], user=outsider, **TIMES),
        lambda: dispatch.queue(request=wish, user=outsider, answer="不行"),
        lambda: dispatch.close(request=wish, user=outsider, answer="不行"),
    ):
        with pytest.raises(Refused, match="派单员"):
            act()
    assert again(wish).state == RequestState.WAITING
    assert not Session.objects.exists()


def test_the_way_to_reach_somebody_is_forgotten_when_it_is_over(county):
    asked = dispatch.request(topic="防诈", place=county.shangpu, from_day=DAY, to_day=DAY, contact="小卖部老陈")
    dispatch.close(request=asked, user=county.dispatcher, answer="这个月没有人讲这个。")

    with time_machine.travel(at("9:00", DAY + dt.timedelta(days=31))):
        dispatch.expire_due.func()

    assert again(asked).contact == ""


def test_one_device_says_one_thing_of_a_session_within_a_week(county):
    one = session(county.shangpu, county.dispatcher, speakers=[county.lin], confirmed=True)
    with pytest.raises(Refused, match="还没有开讲"):
        dispatch.rate(session=one, device="a", score=3)
    with time_machine.travel(at("11:00")):
        dispatch.rate(session=one, device="a", score=3, words="听懂了")
        with pytest.raises(Refused, match="已经说过"):
            dispatch.rate(session=one, device="a", score=1)
        dispatch.rate(session=one, device="b", score=2)
    with time_machine.travel(at("11:00", DAY + dt.timedelta(days=8))), pytest.raises(Refused, match="超过 7 天"):
        dispatch.rate(session=one, device="c", score=3)
    assert one.ratings.count() == 2


def test_nobody_is_asked_twice_at_a_time_even_by_the_database(county, wish):
    sent = dispatch.offer(request=wish, speaker=county.lin, user=county.dispatcher, **TIMES)
    with pytest.raises(Refused, match="已经在问人了"):
        dispatch._send(sent.session, county.zhang, county.dispatcher, open_call=False)
    assert Offer.objects.count() == 1


def test_a_speaker_let_go_on_the_sessions_page_is_not_asked_any_more(county, wish):
    sent = dispatch.offer(request=wish, speaker=county.lin, user=county.dispatcher, **TIMES)

    scheduling.release(session=sent.session, speaker=county.lin, user=county.dispatcher, reason="换人")

    assert (again(sent).state, again(wish).state) == (OfferState.RECALLED, RequestState.WAITING)
    assert dispatch.offer(request=again(wish), speaker=county.zhang, user=county.dispatcher, **TIMES)


def test_agreeing_by_telephone_is_agreeing(county, wish):
    """The dispatcher confirms the session on its page while the speaker has not answered yet."""
    sent = dispatch.offer(request=wish, speaker=county.lin, user=county.dispatcher, **TIMES)

    scheduling.confirm(session=sent.session, user=county.dispatcher)

    assert (again(sent).state, again(wish).state) == (OfferState.ACCEPTED, RequestState.AGREED)
    with time_machine.travel(sent.due_at + dt.timedelta(minutes=1)):
        dispatch.expire_due.func()
    assert again(sent.session).state == SessionState.CONFIRMED


def test_after_a_refusal_somebody_booked_by_hand_serves_the_wish(county, wish):
    sent = dispatch.offer(request=wish, speaker=county.lin, user=county.dispatcher, **TIMES)
    dispatch.decline(offer=sent, reason="出门了")
    scheduling.assign(session=sent.session, speaker=county.zhang, user=county.dispatcher)
    with pytest.raises(Refused, match="张建国已经排在这一场里了"):
        dispatch.offer(request=again(wish), speaker=county.wei, user=county.dispatcher, **TIMES)

    scheduling.confirm(session=sent.session, user=county.dispatcher)

    assert again(wish).state == RequestState.AGREED


def test_a_wish_lets_go_of_a_session_that_is_called_off_while_it_waits(county, wish):
    sent = dispatch.offer(request=wish, speaker=county.lin, user=county.dispatcher, **TIMES)
    dispatch.decline(offer=sent, reason="出门了")
    scheduling.cancel(session=sent.session, user=county.dispatcher, reason="下大雨")

    second = dispatch.offer(request=again(wish), speaker=county.zhang, user=county.dispatcher, **TIMES)

    assert second.session != sent.session
    assert again(wish).session == second.session


def test_whoever_is_asked_to_step_in_hears_when_the_session_is_called_off(county):
    one = session(county.shangpu, county.dispatcher)
    sent = dispatch.substitute(session=one, speaker=county.lin, user=county.dispatcher)

    scheduling.cancel(session=one, user=county.dispatcher, reason="停电")

    assert again(sent).state == OfferState.RECALLED
    with pytest.raises(Refused, match="不需要了"):
        dispatch.decline(offer=sent, reason="来不了")


def test_one_offer_that_cannot_be_let_go_does_not_keep_the_others(county, wish, monkeypatch):
    first = dispatch.offer(request=wish, speaker=county.lin, user=county.dispatcher, **TIMES)
    other = dispatch.request(topic="消防", place=county.xikou, from_day=DAY, to_day=DAY)
    second = dispatch.offer(request=other, speaker=county.zhang, user=county.dispatcher, **TIMES)
    vacate = dispatch._vacate

    def stuck(sent, move):
        if sent.pk == first.pk:
            raise Refused("动不了")
        vacate(sent, move)

    monkeypatch.setattr(dispatch, "_vacate", stuck)
    with time_machine.travel(second.due_at + dt.timedelta(minutes=1)):
        dispatch.expire_due.func()

    assert (again(first).state, again(second).state) == (OfferState.SENT, OfferState.EXPIRED)


def test_those_who_speak_hear_of_a_move_and_of_a_cancellation(county):
    one = session(county.shangpu, county.dispatcher, speakers=[county.lin], confirmed=True)
    later = {"starts_at": at("15:00"), "ends_at": at("16:00")}

    moved = scheduling.move(session=one, user=county.dispatcher, reason="下雨", **later)
    scheduling.cancel(session=moved, user=county.dispatcher, reason="停电")

    assert told(county.voice) == [
        "改期了：《搬条凳子来听课》，3月15日 15:00，上埔村",
        "取消了：《搬条凳子来听课》，3月15日 15:00，上埔村",
    ]
    assert told(county.dispatcher) == []


def test_where_exactly_is_kept_when_the_next_speaker_is_asked(county, wish):
    sent = dispatch.offer(request=wish, speaker=county.lin, user=county.dispatcher, **TIMES)
    dispatch.decline(offer=sent, reason="出门了")

    second = dispatch.offer(
        request=again(wish), speaker=county.zhang, user=county.dispatcher, venue="古厝天井", **TIMES
    )

    assert again(second.session).venue == "古厝天井"


def test_who_asked_hears_each_time_it_is_agreed(county):
    asked = dispatch.request(topic="防诈", place=county.shangpu, from_day=DAY, to_day=DAY, user=county.contributor)
    with time_machine.travel("2026-11-24 08:00+08:00", tick=False) as clock:
        first = dispatch.accept(
            offer=dispatch.offer(request=asked, speaker=county.lin, user=county.dispatcher, **TIMES)
        )
        clock.shift(60)
        scheduling.cancel(session=first, user=county.dispatcher, reason="停电")
        clock.shift(60)
        dispatch.accept(offer=dispatch.offer(request=again(asked), speaker=county.lin, user=county.dispatcher, **TIMES))

    agreed = "有人来讲了：3月15日 09:00，林秀珍"
    assert told(county.contributor) == [agreed, "《防诈》原来排的那一场取消了，再给您找时间", agreed]


def test_the_way_to_reach_somebody_nobody_served_is_forgotten_too(county):
    asked = dispatch.request(topic="防诈", place=county.shangpu, from_day=DAY, to_day=DAY, contact="小卖部老陈")
    with time_machine.travel(at("9:00", DAY + dt.timedelta(days=31))):
        dispatch.expire_due.func()
    assert (again(asked).contact, again(asked).state) == ("", RequestState.WAITING)
