"""What listeners say, by a session's code: once a device, within a week, shown from three on, and never as a rank."""

import datetime as dt

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from cms.core.refusals import Refused
from lectures import dispatch, ratings
from lectures.models import Rating
from tests.lectures.making import at, dispatcher, session, speaker

AFTER = at("10:30")


@pytest.fixture
def county(city):
    city.dispatcher = dispatcher(city)
    city.one = session(city.shangpu, city.dispatcher, speakers=[speaker(city)], confirmed=True)
    return city


def rate(one, browser=None, **said):
    """Open the page and say something, as one device does."""
    browser = browser or Client()
    url = reverse("lectures:rate", args=[one.code])
    browser.get(url)
    return browser.post(url, {"score": "3"} | said, follow=True)


def test_a_listener_says_it_in_one_tap(county):
    with time_machine.travel(AFTER):
        assert "记下了" in rate(county.one, words="听得懂").text

    row = Rating.objects.get()
    assert (row.score, row.words, row.by_staff) == (3, "听得懂", False)
    assert len(row.device) == 40


def test_one_device_says_it_once(county):
    browser = Client()
    with time_machine.travel(AFTER):
        rate(county.one, browser)
        again = rate(county.one, browser, score="1")
    assert "您说过这一场了" in again.text or "已经说过" in again.text
    assert Rating.objects.count() == 1


def test_a_device_that_keeps_nothing_is_told_and_loses_nothing(county):
    with time_machine.travel(AFTER):
        page = Client().post(reverse("lectures:rate", args=[county.one.code]), {"score": "2", "words": "声音小"}).text
    assert "重新打开这一页" in page and "声音小" in page
    assert not Rating.objects.exists()


def test_a_forged_cookie_is_no_device(county):
    browser = Client()
    browser.cookies["listener"] = "made:up:word"
    with time_machine.travel(AFTER):
        browser.post(reverse("lectures:rate", args=[county.one.code]), {"score": "2"})
    assert not Rating.objects.exists()


@pytest.mark.parametrize(
    ("moment", "words"),
    [(at("8:59"), "还没有开讲"), (at("10:00") + dt.timedelta(days=7, minutes=1), "过了一周")],
)
def test_neither_before_it_begins_nor_after_a_week(county, moment, words):
    with time_machine.travel(moment):
        assert words in rate(county.one).text
    assert not Rating.objects.exists()


def test_the_score_is_one_of_three(county):
    with time_machine.travel(AFTER):
        assert "请点一个" in rate(county.one, score="").text
        rate(county.one, score="9")
    assert not Rating.objects.exists()


def test_what_was_never_announced_has_no_page(county):
    planned = session(county.xikou, county.dispatcher)
    assert Client().get(reverse("lectures:rate", args=[planned.code])).status_code == 404


def test_two_are_not_shown_and_three_are(county, as_user):
    url = reverse("lectures_desk:ratings", args=[county.one.pk])
    with time_machine.travel(AFTER):
        browser = as_user(county.dispatcher)
        rate(county.one), rate(county.one, score="1", words="太快了")
        assert "满 3 位再显示" in browser.get(url).text and "太快了" not in browser.get(url).text
        rate(county.one)

    assert ratings.of(county.one).shares == [("听进去了", 2), ("还可以", 0), ("没听懂", 1)]
    shown = browser.get(url).text
    assert "一共 3 人" in shown and "太快了" in shown


def test_what_the_office_fills_in_is_labelled_and_not_counted(county, as_user):
    url = reverse("lectures_desk:ratings", args=[county.one.pk])
    with time_machine.travel(AFTER):
        browser = as_user(county.dispatcher)
        browser.post(url, {"score": "3", "words": "一位大爷当面说的"})
        page = browser.get(url).text

    row = Rating.objects.get()
    assert row.by_staff and ratings.of(county.one).total == 0
    assert "不计在内" in page and "一位大爷当面说的" in page


def test_another_county_neither_reads_nor_fills_in(county, as_user):
    url = reverse("lectures_desk:ratings", args=[county.one.pk])
    with time_machine.travel(AFTER):
        browser = as_user(dispatcher(county, county.zhuling))
        assert browser.get(url).status_code == browser.post(url, {"score": "3"}).status_code == 404
        with pytest.raises(Refused, match="记录由当地的"):
            dispatch.rate(session=county.one, device="x", score=3, user=dispatcher(county, county.jiuqu_town))
    assert not Rating.objects.exists()


def test_no_two_sessions_share_what_is_kept_of_a_device(county):
    other = session(county.xikou, county.dispatcher, speakers=[speaker(county, "张建国")], confirmed=True)
    browser = Client()
    with time_machine.travel(AFTER):
        rate(county.one, browser), rate(other, browser)
    assert len(set(Rating.objects.values_list("device", flat=True))) == 2


def test_the_desk_shows_where_to_say_it_also_of_a_session_that_is_not_public(county, as_user):
    closed = session(
        county.xikou, county.dispatcher, speakers=[speaker(county, "张建国")], confirmed=True, open_to_public=False
    )
    address = f"http://testserver/lectures/rate/{closed.code}/"
    pages = [reverse(f"lectures_desk:{name}", args=[closed.pk]) for name in ("session", "ratings")]
    with time_machine.travel(AFTER):
        for page in pages:
            shown = as_user(county.dispatcher).get(page).text
            assert f'value="{address}"' in shown and "评价这一场的二维码" in shown
    with time_machine.travel(at("10:00") + dt.timedelta(days=8)):
        assert address not in as_user(county.dispatcher).get(pages[0]).text
