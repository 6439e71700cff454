"""Answering by a link, without signing in; and the speaker's own desk."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from cms.notices.models import Notice
from lectures import availability, dispatch
from lectures.availability import Said
from lectures.models import Diary, OfferState, Part, SessionState
from tests import factories
from tests.lectures.making import DAY, at, dispatcher, said_of, session, speaker

TIMES = {"starts_at": at("9:00"), "ends_at": at("10:00")}
MINE = reverse("lectures_desk:mine")


@pytest.fixture
def county(city):
    """A county with a speaker who signs in, one who does not, and its dispatcher."""
    city.voice = factories.person("林秀珍")
    city.lin, city.zhang = speaker(city, "林秀珍", user=city.voice), speaker(city, "张建国")
    city.dispatcher = dispatcher(city)
    city.wish = dispatch.request(
        topic="怎么防诈骗", place=city.shangpu, from_day=DAY, to_day=DAY, contact="13800138000"
    )
    return city


@pytest.fixture
def sent(county):
    return dispatch.offer(request=county.wish, speaker=county.lin, user=county.dispatcher, **TIMES)


def link(offer) -> str:
    return reverse("lectures:offer", args=[offer.key])


def again(row):
    return type(row).objects.get(pk=row.pk)


def test_the_link_shows_what_is_asked_and_no_way_to_reach_the_village(client, sent):
    page = client.get(link(sent)).text

    assert all(words in page for words in ("林秀珍，您好", "怎么防诈骗", "2027年3月15日 周一", "09:00—10:00", "上埔村"))
    assert "13800138000" not in page
    assert again(sent).state == OfferState.SENT


def test_one_tap_says_yes(client, sent):
    page = client.post(link(sent), {"act": "accept"}, follow=True).text

    assert "说好了，等您来讲" in page and "已经答应过了" in page
    assert again(sent).state == OfferState.ACCEPTED
    assert again(sent.session).state == SessionState.CONFIRMED


@pytest.mark.parametrize(
    "said", [{"usual": "路太远"}, {"reason": "路太远"}, {"usual": "身体不舒服", "reason": "路太远"}]
)
def test_no_takes_a_reason_by_one_tap_or_in_words(client, sent, said):
    client.post(link(sent), {"act": "decline"} | said)
    assert (again(sent).state, again(sent).reason) == (OfferState.DECLINED, "路太远")


def test_no_without_a_reason_is_asked_for_one(client, sent):
    page = client.post(link(sent), {"act": "decline"}).text
    assert "请写一句为什么来不了" in page
    assert again(sent).state == OfferState.SENT


def test_an_answer_that_is_over_says_so_in_words(client, sent):
    dispatch.decline(offer=sent, reason="那天嫁女儿")
    assert "已经回了“来不了”" in client.get(link(sent)).text
    assert "已经回了“来不了”" in client.post(link(sent), {"act": "accept"}, follow=True).text


def test_an_offer_that_ran_out_says_so(client, sent):
    with time_machine.travel(sent.due_at + dt.timedelta(minutes=1)):
        dispatch.expire_due.func()
        assert "过了答复的时间" in client.get(link(sent)).text


def test_a_guessed_link_is_nothing(client, county):
    assert client.get(reverse("lectures:offer", args=["guess"])).status_code == 404


def test_a_speaker_answers_on_their_desk(as_user, county, sent):
    browser = as_user(county.voice)
    assert "请您去讲" in browser.get(MINE).text

    browser.post(reverse("lectures_desk:answer", args=[sent.pk]), {"act": "accept"})

    assert again(sent).state == OfferState.ACCEPTED
    assert "我来不了" in browser.get(MINE).text


def test_a_no_without_a_reason_comes_back_on_its_card(as_user, county, sent):
    page = as_user(county.voice).post(reverse("lectures_desk:answer", args=[sent.pk]), {"act": "decline"}).text
    assert "请写一句为什么来不了" in page and '<details class="cannot" open>' in page


def test_nobody_answers_for_somebody_else(as_user, county, sent):
    Diary.objects.filter(speaker=county.zhang).update(user=county.outsider)
    assert (
        as_user(county.outsider).post(reverse("lectures_desk:answer", args=[sent.pk]), {"act": "accept"}).status_code
        == 404
    )
    assert as_user(county.editor).get(MINE).status_code == 404


def test_who_drops_out_says_why_and_the_dispatcher_hears_of_it(as_user, county):
    one = session(county.shangpu, county.dispatcher, speakers=[county.lin], confirmed=True)
    browser, url = as_user(county.voice), reverse("lectures_desk:leave", args=[one.pk])

    assert "请写一句为什么来不了" in browser.post(url, {}).text
    browser.post(url, {"reason": "发烧"})

    assert again(one).state == SessionState.PLANNED
    assert not one.bookings.filter(live=True).exists()
    told = Notice.objects.get(user=county.dispatcher, key__startswith="left-")
    assert "林秀珍来不了了" in told.title and told.body == "发烧"
    assert told.url == reverse("lectures_desk:substitute", args=[one.pk])


def test_nobody_drops_out_of_what_is_not_theirs(as_user, county):
    one = session(county.shangpu, county.dispatcher, speakers=[county.zhang], confirmed=True)
    assert (
        as_user(county.voice).post(reverse("lectures_desk:leave", args=[one.pk]), {"reason": "发烧"}).status_code == 404
    )


def filled(**said) -> dict:
    rows = {"days-TOTAL_FORMS": "2", "days-INITIAL_FORMS": "0", "days-0-free": "no", "days-1-free": "no"}
    return rows | said


def test_a_week_and_a_day_are_filled_in_by_tapping(as_user, county):
    day = {"days-0-day": "2027-03-22", "days-0-parts": ["am", "pm"], "days-0-free": "no", "days-0-note": "看孙子"}
    browser = as_user(county.voice)
    browser.post(reverse("lectures_desk:free"), filled(said_1_am="free", said_2_eve="busy", **day))

    assert said_of(county.lin, DAY, Part.MORNING) == Said.FREE
    assert said_of(county.lin, DAY, Part.EVENING) == Said.UNKNOWN
    assert said_of(county.lin, dt.date(2027, 3, 22), Part.AFTERNOON) == Said.BUSY
    page = browser.get(reverse("lectures_desk:free")).text
    assert 'value="2027-03-22"' in page and "看孙子" in page


def test_half_a_day_is_asked_for_the_rest_and_nothing_is_lost(as_user, county):
    data = filled(said_1_am="free", **{"days-0-day": "2027-03-22", "days-0-note": "看孙子"})
    page = as_user(county.voice).post(reverse("lectures_desk:free"), data).text
    assert "请点这天的哪个时段" in page and "看孙子" in page
    assert not county.lin.diary.week.exists()


def test_what_falls_outside_is_kept_moved_or_given_away(as_user, county):
    one = session(county.shangpu, county.dispatcher, speakers=[county.lin], confirmed=True)
    browser = as_user(county.voice)
    page = browser.post(reverse("lectures_desk:free"), filled(said_1_am="busy"), follow=True).text
    assert "有 1 场和新填的时间对不上" in page
    assert all(words in page for words in ("照常去", "想换个时间", "去不了，请人接替"))

    browser.post(reverse("lectures_desk:keep", args=[one.pk]))

    assert "对不上" not in browser.get(MINE).text.replace("有 1 场和新填的时间对不上", "")
    assert availability.outside(county.lin.diary) == []


@pytest.mark.parametrize("count", [1, 3])
def test_ones_own_desk_takes_as_many_queries_for_three_as_for_one(as_user, county, count, django_assert_num_queries):
    for number in range(count):
        day = DAY + dt.timedelta(days=number)
        session(county.shangpu, county.dispatcher, day=day, speakers=[county.lin], confirmed=True)
    browser = as_user(county.voice)
    with django_assert_num_queries(11):
        browser.get(MINE)
