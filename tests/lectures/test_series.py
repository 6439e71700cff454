"""Lectures that come back: every week, every month, at the country fair."""

import datetime as dt

import pytest
from django.utils import timezone

from cms.core.refusals import Refused
from lectures import series as verbs
from lectures.models import MarketDays, Series, Session, SessionState
from tests.lectures.making import dispatcher, session, speaker

MARCH = {"from_day": dt.date(2027, 3, 1), "to_day": dt.date(2027, 3, 31)}
RULE = {"topic": "周三夜读", "start_time": dt.time(19, 30), "minutes": 60, "weekday": 3}


@pytest.fixture
def county(city):
    city.dispatcher = dispatcher(city)
    city.lin = speaker(city)
    return city


def begin(county, **rule):
    return verbs.begin(user=county.dispatcher, place=county.shangpu, **(RULE | MARCH | rule))


def dates(series) -> list[dt.date]:
    return [timezone.localtime(one.starts_at).date() for one in series.sessions.order_by("pk")]


def test_every_wednesday_is_a_session_of_its_own(county):
    series, outcome = begin(county, speakers=[county.lin], confirmed=True)

    assert dates(series) == [dt.date(2027, 3, day) for day in (3, 10, 17, 24, 31)]
    assert {one.state for one in outcome.made} == {SessionState.CONFIRMED}
    assert outcome.uncertain == [2027]


def test_every_second_week_and_the_last_friday_of_the_month(county):
    series, _ = begin(county, every=2)
    assert dates(series) == [dt.date(2027, 3, day) for day in (3, 17, 31)]
    last, _ = begin(
        county,
        rhythm=Series.Rhythm.MONTHLY,
        nth=-1,
        weekday=5,
        from_day=dt.date(2027, 3, 1),
        to_day=dt.date(2027, 5, 31),
    )
    assert dates(last) == [dt.date(2027, 3, 26), dt.date(2027, 4, 30), dt.date(2027, 5, 28)]


def test_holidays_are_left_out_and_told_of(county):
    _, outcome = begin(county, weekday=5, from_day=dt.date(2027, 9, 24), to_day=dt.date(2027, 10, 8))
    assert outcome.holidays == [(dt.date(2027, 10, 1), "国庆节")]
    assert len(outcome.made) == 2


def test_the_days_of_the_fair_go_by_the_lunar_calendar(county):
    with pytest.raises(Refused, match="还没有登记上埔村哪天赶圩"):
        begin(county, rhythm=Series.Rhythm.MARKET)
    MarketDays.objects.create(place=county.shangpu, digits="3、8", lunar=True)

    series, _ = begin(county, rhythm=Series.Rhythm.MARKET)

    assert dates(series) == [dt.date(2027, 3, day) for day in (5, 10, 15, 20, 25, 30)]  # 正月廿八, 二月初三 …


def test_a_day_that_does_not_fit_is_told_and_the_others_are_made(county):
    session(county.shangpu, county.dispatcher, "19:00", "20:00", dt.date(2027, 3, 10))

    series, outcome = begin(county)

    assert len(outcome.made) == 4
    ((day, why),) = outcome.refused
    assert day == dt.date(2027, 3, 10)
    assert "已经有一场" in why
    assert series.sessions.count() == 4


def test_one_day_is_skipped_and_put_back(county):
    series, _ = begin(county)
    day = dt.date(2027, 3, 17)

    gone = verbs.skip(series=series, day=day, user=county.dispatcher, reason="村里做戏")

    assert Session.objects.get(pk=gone.pk).state == SessionState.CANCELLED
    assert Series.objects.get().skipped == ["2027-03-17"]
    with pytest.raises(Refused, match="没有这个系列的场次"):
        verbs.skip(series=series, day=day, user=county.dispatcher, reason="村里做戏")
    again = verbs.put_back(series=series, day=day, user=county.dispatcher)
    assert again.state == SessionState.PLANNED
    assert Series.objects.get().skipped == []
    with pytest.raises(Refused, match="已经有一场"):
        verbs.put_back(series=series, day=day, user=county.dispatcher)


def test_the_rest_of_a_series_is_called_off_at_once(county):
    series, _ = begin(county)
    assert verbs.end(series=series, user=county.dispatcher, reason="农忙") == 5
    assert not series.sessions.filter(takes_place=True).exists()


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ({"to_day": dt.date(2027, 2, 1)}, "前面"),
        ({"to_day": dt.date(2029, 1, 1)}, "一年"),
        ({"weekday": None}, "星期几"),
        ({"rhythm": "monthly", "nth": 5}, "第几个"),
        ({"from_day": dt.date(2027, 3, 4), "to_day": dt.date(2027, 3, 5)}, "没有合适的一天"),
    ],
)
def test_a_rule_that_cannot_be_is_refused_in_words(county, rule, words):
    with pytest.raises(Refused, match=words):
        begin(county, **rule)
    assert not Series.objects.exists()


def test_an_outsider_begins_no_series_here(county):
    outsider = dispatcher(county, county.zhuling)
    with pytest.raises(Refused, match="派单员"):
        verbs.begin(user=outsider, place=county.shangpu, **(RULE | MARCH))
