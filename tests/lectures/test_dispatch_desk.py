"""The dispatcher's desk: wishes, whom to ask, substitutes, and what is not settled for tomorrow."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from lectures import dispatch, dispatch_todos, scheduling, suggesting
from lectures.models import LectureRequest, Offer, OfferState, RequestState, SessionState
from tests.lectures.making import DAY, at, dispatcher, session, speaker

REQUESTS = reverse("lectures_desk:requests")
NINE = {"day": str(DAY), "start": "09:00", "minutes": "60"}
TIMES = {"starts_at": at("9:00"), "ends_at": at("10:00")}


@pytest.fixture
def county(city):
    """A county with two speakers, its dispatcher, and a wish."""
    city.lin, city.zhang = speaker(city, "林秀珍"), speaker(city, "张建国")
    city.dispatcher = dispatcher(city)
    city.wish = dispatch.request(topic="怎么防诈骗", place=city.shangpu, from_day=DAY, to_day=DAY, contact="村口小卖部")
    return city


def address(name: str, one, *more) -> str:
    return reverse(f"lectures_desk:{name}", args=[one.pk, *more])


def again(row):
    return type(row).objects.get(pk=row.pk)


def test_the_queue_shows_what_waits_and_until_when(as_user, county):
    page = as_user(county.dispatcher).get(REQUESTS).text
    assert "怎么防诈骗" in page and "按上班时间算" in page
    assert "怎么防诈骗" not in as_user(county.dispatcher).get(REQUESTS, {"lane": "agreed"}).text


def test_a_wish_that_is_late_is_said_calmly(as_user, county):
    with time_machine.travel(county.wish.due_at + dt.timedelta(hours=1)):
        assert "先办这一单" in as_user(county.dispatcher).get(REQUESTS).text


def test_one_wish_shows_times_candidates_and_reasons(as_user, county):
    session(county.xikou, county.dispatcher, "9:00", "11:00", speakers=[county.zhang])
    page = as_user(county.dispatcher).get(address("request", county.wish)).text

    assert "3月15日 周一 09:30" in page and "3月15日 周一 15:00" in page
    assert "能来的 1 位" in page and "空闲时间未填写" in page and "村口小卖部" in page
    assert "来不了的 1 位" in page and "时间冲突：张建国 11:00 在溪口村讲完" in page


def test_times_avoid_what_takes_place_there(county):
    session(county.shangpu, county.dispatcher, "9:00", "11:00")
    assert [time.starts_at for time in suggesting.times_for(county.wish)] == [at("15:00")]


def test_a_part_of_the_day_that_was_asked_for_is_kept_to(county):
    LectureRequest.objects.update(part="eve")
    assert [time.starts_at for time in suggesting.times_for(again(county.wish))] == [at("19:30")]


def test_one_is_asked_and_taken_back(as_user, county):
    browser = as_user(county.dispatcher)
    browser.post(address("request_take", county.wish, "offer"), NINE | {"speaker": county.lin.pk, "venue": "古厝天井"})

    sent = Offer.objects.get()
    assert (sent.speaker, sent.open_call, sent.session.venue) == (county.lin, False, "古厝天井")
    page = browser.get(address("request", county.wish)).text
    assert "等答复" in page and reverse("lectures:offer", args=[sent.key]) in page

    browser.post(address("recall", sent))
    assert again(sent).state == OfferState.RECALLED
    assert again(county.wish).state == RequestState.WAITING


def test_several_are_asked_at_once(as_user, county):
    data = NINE | {"speakers": [county.lin.pk, county.zhang.pk]}
    as_user(county.dispatcher).post(address("request_take", county.wish, "open"), data)
    assert Offer.objects.filter(open_call=True, state=OfferState.SENT).count() == 2


def test_nobody_ticked_is_said_and_the_time_stays(as_user, county):
    page = as_user(county.dispatcher).post(address("request_take", county.wish, "open"), NINE | {"start": "14:00"}).text
    assert "还没有勾人" in page and 'value="14:00"' in page
    assert not Offer.objects.exists()


def test_a_speaker_who_was_taken_meanwhile_is_refused_with_what_was_said(as_user, county):
    session(county.xikou, county.dispatcher, "9:00", "10:00", speakers=[county.lin])
    data = NINE | {"speaker": county.lin.pk, "venue": "古厝天井"}
    page = as_user(county.dispatcher).post(address("request_take", county.wish, "offer"), data).text
    assert "林秀珍 10:00 在溪口村讲完" in page or "在溪口村要讲" in page
    assert "古厝天井" in page
    assert not Offer.objects.exists()


@pytest.mark.parametrize(("name", "state"), [("queue", RequestState.QUEUED), ("close", RequestState.CLOSED)])
def test_a_wish_is_put_off_with_an_answer(as_user, county, name, state):
    browser, url = as_user(county.dispatcher), address("request_take", county.wish, name)
    assert browser.post(url, {"answer": ""}).status_code == 200
    assert again(county.wish).state == RequestState.WAITING

    browser.post(url, {"answer": "下个月有人讲，先记着。"})
    assert (again(county.wish).state, again(county.wish).answer) == (state, "下个月有人讲，先记着。")


@pytest.mark.parametrize("query", [{"day": "x"}, {"day": str(DAY), "start": "", "minutes": "-5"}, {"lane": "zzz"}])
def test_a_made_up_time_shows_the_page_all_the_same(as_user, county, query):
    browser = as_user(county.dispatcher)
    assert browser.get(address("request", county.wish), query).status_code == 200
    assert browser.get(REQUESTS, query).status_code == 200


def test_a_substitute_is_found_where_somebody_dropped_out(as_user, county):
    one = session(county.shangpu, county.dispatcher, speakers=[county.lin], confirmed=True)
    scheduling.release(session=one, speaker=county.lin, user=county.dispatcher, reason="发烧")
    browser = as_user(county.dispatcher)
    page = browser.get(address("substitute", one)).text
    assert "能来的 1 位" in page and "这一场来不了" in page and "checked" in page

    browser.post(address("substitute", one), {"speaker": county.zhang.pk})

    dispatch.accept(offer=Offer.objects.get())
    assert again(one).state == SessionState.CONFIRMED
    assert "这一场不缺人" in browser.get(address("substitute", one)).text


def test_the_address_to_answer_at_can_be_copied_and_sent_by_phone(as_user, county, client):
    sent = dispatch.offer(request=county.wish, speaker=county.lin, user=county.dispatcher, **TIMES)
    page = as_user(county.dispatcher).get(address("request", county.wish)).text

    field = page.partition(f'id="answer-{sent.pk}"')[2].partition(">")[0]
    url = field.partition('value="')[2].partition('"')[0]
    assert "readonly" in field and url.startswith("http://testserver/")
    assert "请您去讲一场" in client.get(url.removeprefix("http://testserver")).text


def test_several_may_be_asked_to_step_in(as_user, county):
    one = session(county.shangpu, county.dispatcher)
    as_user(county.dispatcher).post(address("substitute", one), {"speakers": [county.lin.pk, county.zhang.pk]})
    assert Offer.objects.filter(session=one, open_call=True).count() == 2


def test_what_is_not_settled_for_tomorrow_is_on_one_board(as_user, county):
    session(county.shangpu, county.dispatcher, topic="没有人去")
    session(county.xikou, county.dispatcher, speakers=[county.lin], topic="没定下来")
    session(county.xikou, county.dispatcher, "15:00", "16:00", speakers=[county.zhang], confirmed=True, topic="定好了")

    with time_machine.travel(at("8:00", DAY - dt.timedelta(days=1))):
        page = as_user(county.dispatcher).get(reverse("lectures_desk:tomorrow")).text
        cards = [card.title for card in dispatch_todos.todos(county.dispatcher)]
    assert "今明两天有 1 场还没定下来" in cards and "《没有人去》" in cards
    assert "没有人去" in page and "没定下来" in page and "定好了" not in page
    with time_machine.travel(at("8:00", DAY - dt.timedelta(days=3))):
        assert "都定下来了" in as_user(county.dispatcher).get(reverse("lectures_desk:tomorrow")).text


def test_another_county_sees_and_does_nothing(as_user, county):
    one = session(county.shangpu, county.dispatcher)
    sent = dispatch.offer(request=county.wish, speaker=county.lin, user=county.dispatcher,
                          starts_at=at("15:00"), ends_at=at("16:00"))  # fmt: skip
    browser = as_user(dispatcher(county, county.zhuling))

    assert "怎么防诈骗" not in browser.get(REQUESTS).text
    assert browser.get(address("request", county.wish)).status_code == 404
    assert browser.get(address("substitute", one)).status_code == 404
    assert browser.post(address("request_take", county.wish, "close"), {"answer": "不办"}).status_code == 404
    assert browser.post(address("recall", sent)).status_code == 404
    assert as_user(county.editor).get(REQUESTS).status_code == 404


def test_todos_name_what_waits_for_each(county):
    one = session(county.xikou, county.dispatcher, topic="缺人的一场")
    county.lin.diary.user = county.contributor
    county.lin.diary.save()

    cards = list(dispatch_todos.todos(county.dispatcher))
    assert [(card.tag, card.action) for card in cards] == [("待补位", "找人去讲"), ("点单", "找人")]
    assert cards[0].url == address("substitute", one)
    assert list(dispatch_todos.todos(county.contributor)) == []

    dispatch.offer(request=county.wish, speaker=county.lin, user=county.dispatcher, **TIMES)
    (card,) = dispatch_todos.todos(county.contributor)
    assert (card.action, card.url.split("#")[0]) == ("来不来", reverse("lectures_desk:mine"))


@pytest.mark.parametrize("count", [1, 3])
def test_the_desk_takes_as_many_queries_for_three_as_for_one(as_user, county, count, django_assert_num_queries):
    for number in range(count):
        speaker(county, f"老师{number}")
        session(county.xikou, county.dispatcher, day=DAY + dt.timedelta(days=number))
        dispatch.request(topic=f"话题{number}", place=county.shangpu, from_day=DAY, to_day=DAY)
    browser = as_user(county.dispatcher)
    with django_assert_num_queries(8):
        browser.get(REQUESTS)
    with django_assert_num_queries(11):
        browser.get(address("request", county.wish))


def test_a_sessions_page_says_that_somebody_is_missing(as_user, county):
    one = session(county.shangpu, county.dispatcher)
    browser = as_user(county.dispatcher)
    assert "还没有人去讲" in browser.get(address("session", one)).text

    dispatch.substitute(session=one, speaker=county.zhang, user=county.dispatcher)

    assert "待补位" not in browser.get(address("session", one)).text
