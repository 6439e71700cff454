"""Series on the desk: looked at before they are made, then skipped, put back, ended, and only by who may."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from lectures.models import MarketDays, Series, Session, SessionState
from tests import factories
from tests.lectures.making import dispatcher, session, speaker

NEW = "/desk/lectures/series/new/"
SAID = {
    "topic": "周三夜读", "place": "上埔村", "speakers": "林秀珍", "rhythm": "weekly", "weekday": "3", "every": "1",
    "start_time": "19:30", "minutes": "60", "from_day": "2027-09-20", "to_day": "2027-10-07", "avoid_holidays": "on",
    "lunar": "on",
}  # fmt: skip

SERIES = "/desk/lectures/series/"


@pytest.fixture
def desk(city):
    city.lin = speaker(city)
    city.dispatcher = dispatcher(city)
    city.outsider = dispatcher(city, city.zhuling)
    with time_machine.travel("2027-03-15 08:00+08:00", tick=False):
        yield city


def look(client, **changed):
    return client.post(NEW, SAID | changed | {"step": "look"})


def make(client, **changed):
    """Look at the days and say yes, as the button below them does."""
    looked = look(client, **changed).context["form"]["looked"].value()
    return client.post(NEW, SAID | changed | {"step": "make", "looked": looked}, follow=True)


def take(client, series, step: str, **said):
    return client.post(reverse("lectures_desk:series_take", args=[series.pk, step]), said, follow=True)


def test_a_look_tells_the_days_the_holidays_and_what_does_not_fit_and_makes_nothing(desk, as_user):
    session(desk.shangpu, desk.dispatcher, "19:00", "20:00", dt.date(2027, 9, 22))

    page = look(as_user(desk.dispatcher), weekday="3", to_day="2027-10-01", rhythm="weekly")
    friday = look(as_user(desk.dispatcher), weekday="5")

    assert "排出来是 1 场" in page.text and "9月29日 周三" in page.text
    assert "9月22日 周三：" in page.text and "已经有一场" in page.text
    assert "10月1日 周五（国庆节）" in friday.text
    assert "2027 年放假和调休的安排还没有公布" in friday.text
    assert not Series.objects.exists() and Session.objects.count() == 1


def test_what_was_looked_at_is_made(desk, as_user):
    answer = make(as_user(desk.dispatcher), confirmed="on")

    one = Series.objects.get()
    assert answer.redirect_chain[-1][0] == reverse("lectures_desk:series", args=[one.pk])
    assert "一共 3 场" in answer.text and "每周三 19:30，60 分钟" in answer.text
    assert {made.state for made in one.sessions.all()} == {SessionState.CONFIRMED}
    listed = as_user(desk.dispatcher).get("/desk/lectures/series/").text
    assert "周三夜读" in listed and "还有 3 场" in listed


def test_who_changes_the_rule_after_the_look_is_shown_the_new_days_first(desk, as_user):
    client = as_user(desk.dispatcher)
    looked = look(client).context["form"]["looked"].value()

    answer = client.post(NEW, SAID | {"step": "make", "looked": looked, "weekday": "4"})

    assert "您改过了，现在排出来是 3 场" in answer.text and "9月23日 周四" in answer.text
    assert not Series.objects.exists()


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"weekday": ""}, "weekday", "请选星期几"),
        ({"to_day": "2027-09-01"}, "to_day", "往后的日子"),
        ({"rhythm": "monthly"}, "nth", "第一到第四个"),
        ({"rhythm": "market"}, "fair", "逢几赶圩"),
        ({"rhythm": "market", "fair": "圩日"}, "fair", "写日子的尾数"),
        ({"topic": ""}, "topic", "写几个字，或者选一门课。"),
        ({"place": "筏运村"}, "place", "您负责的地方里没有“筏运村”"),
        ({"speakers": "", "confirmed": "on"}, "speakers", "直接排定要写上谁来讲"),
    ],
)
def test_what_does_not_do_is_told_at_its_field_and_all_that_was_typed_stays(desk, as_user, changed, field, words):
    answer = look(as_user(desk.dispatcher), venue="古厝天井", **changed)

    assert words in " ".join(answer.context["form"].errors[field])
    assert 'value="古厝天井"' in answer.text and 'value="19:30"' in answer.text
    assert not Series.objects.exists() and not MarketDays.objects.exists()


def test_fair_days_are_entered_with_the_first_series_that_goes_by_them(desk, as_user):
    client = as_user(desk.dispatcher)
    look(client, rhythm="market", fair="逢三逢八")
    assert not MarketDays.objects.exists()

    make(client, rhythm="market", fair="逢三逢八")

    market = MarketDays.objects.get(place=desk.shangpu)
    assert (market.digits, market.lunar) == ("3、8", True)
    other = look(client, rhythm="market", fair="5", from_day="2027-11-01", to_day="2027-11-30")
    assert "已经登记了农历逢3、8赶圩" in other.text
    assert "排出来是" in look(client, rhythm="market", from_day="2027-11-01", to_day="2027-11-30").text


def test_a_day_is_skipped_put_back_and_the_rest_is_ended(desk, as_user):
    client = as_user(desk.dispatcher)
    make(client)
    one = Series.objects.get()

    skipped = take(client, one, "skip", day="2027-09-29", reason="村里做戏")
    assert "这一天不办" in skipped.text and "9月29日" in skipped.text
    assert one.sessions.filter(takes_place=True).count() == 2
    again = take(client, one, "skip", day="2027-09-29", reason="村里做戏")
    assert again.context["forms"]["skip"].errors.keys() == {"day"} and 'value="村里做戏"' in again.text
    assert "加上了" in take(client, one, "back", day="2027-09-29").text
    refused = take(client, one, "back", day="2027-09-22")
    assert "9月22日已经有一场了" in refused.text
    assert "请选一个还没到的时间" in take(client, one, "back", day="2027-03-01").text
    assert "往后的都取消了" in take(client, one, "end", reason="农忙").text
    assert not one.sessions.filter(takes_place=True).exists()


def test_a_foreign_series_is_not_there_and_onlookers_change_nothing(desk, as_user):
    make(as_user(desk.dispatcher))
    one = Series.objects.get()
    page = reverse("lectures_desk:series", args=[one.pk])

    assert as_user(desk.outsider).get(page).status_code == 404
    assert take(as_user(desk.outsider), one, "end", reason="不办").status_code == 404
    assert "周三夜读" not in as_user(desk.outsider).get("/desk/lectures/series/").text
    assert as_user(desk.contributor).get(NEW).status_code == 404
    seen = as_user(desk.contributor).get(page)
    assert seen.status_code == 200 and "往后都不办了" not in seen.text
    assert "派单员" in take(as_user(desk.contributor), one, "end", reason="不办").text
    assert one.sessions.filter(takes_place=True, starts_at__gt=timezone.now()).count() == 3


@pytest.mark.parametrize("last", ["2027-04-30", "2027-09-30"])
def test_a_series_page_takes_as_many_queries_however_many_sessions_it_has(
    desk, as_user, last, django_assert_num_queries
):
    client = as_user(desk.dispatcher)
    make(client, from_day="2027-04-01", to_day=last)
    page = reverse("lectures_desk:series", args=[Series.objects.get().pk])
    client.get(page)

    with django_assert_num_queries(10):
        client.get(page)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_as_many_queries_however_many_go_by_a_fair(desk, as_user, count, django_assert_num_queries):
    client = as_user(desk.dispatcher)
    for number in range(count):
        place = factories.place(desk.shangpu_town, f"圩场{number}", f"fair-{number}", "station")
        MarketDays.objects.create(place=place, digits="3、8")
        Series.objects.create(
            place=place, topic=f"圩日说法{number}", rhythm="market", start_time=dt.time(9), minutes=30,
            from_day=dt.date(2027, 4, 1), to_day=dt.date(2027, 5, 1),
        )  # fmt: skip
    client.get(SERIES)

    with django_assert_num_queries(6):
        assert client.get(SERIES).text.count("逢3、8圩日（农历）") == count
