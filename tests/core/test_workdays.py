"""公示 lasts so many working days; 调休 and long holidays decide which those are."""

import datetime as dt

import pytest

from cms.core import workdays
from cms.core.models import CalendarDay

pytestmark = pytest.mark.django_db

HOLIDAYS_2026 = (  # 国务院办公厅关于2026年部分节假日安排的通知
    [dt.date(2026, 1, day) for day in (1, 2, 3)]
    + [dt.date(2026, 2, day) for day in range(15, 24)]
    + [dt.date(2026, 4, day) for day in (4, 5, 6)]
    + [dt.date(2026, 5, day) for day in range(1, 6)]
    + [dt.date(2026, 6, day) for day in (19, 20, 21)]
    + [dt.date(2026, 9, day) for day in (25, 26, 27)]
    + [dt.date(2026, 10, day) for day in range(1, 8)]
)
MOVED_2026 = [dt.date(2026, *day) for day in ((1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10))]


def every_day_of(year: int) -> list[dt.date]:
    first = dt.date(year, 1, 1)
    return [first + dt.timedelta(days=number) for number in range((dt.date(year + 1, 1, 1) - first).days)]


def test_five_working_days_from_26_february_2025_end_on_4_march():
    assert workdays.add_workdays(dt.date(2025, 2, 26), 5) == dt.date(2025, 3, 4)


@pytest.mark.parametrize("day", HOLIDAYS_2026)
def test_nobody_works_on_a_holiday_of_2026(day):
    assert not workdays.is_workday(day)


@pytest.mark.parametrize("day", MOVED_2026)
def test_a_moved_day_of_2026_is_a_working_day_though_a_weekend(day):
    assert day.isoweekday() > 5
    assert workdays.is_workday(day)


def test_every_day_of_2026_is_as_the_published_calendar_has_it():
    assert [day for day in every_day_of(2026) if workdays.is_workday(day)] == [
        day for day in every_day_of(2026) if day in MOVED_2026 or (day.isoweekday() <= 5 and day not in HOLIDAYS_2026)
    ]


@pytest.mark.parametrize(
    ("start", "days", "last"),
    [
        ((2026, 9, 30), 5, (2026, 10, 12)),  # 国庆 1–7, then 8, 9, the moved Saturday 10, and Monday
        ((2026, 9, 28), 5, (2026, 10, 9)),
        ((2025, 9, 29), 5, (2025, 10, 11)),  # 国庆 and 中秋 1–8, then 9, 10 and the moved Saturday
        ((2026, 2, 13), 5, (2026, 2, 26)),  # the moved Saturday before 春节 counts
        ((2026, 5, 1), 1, (2026, 5, 6)),  # begins on a holiday: the first working day is the only one
        ((2026, 10, 10), 1, (2026, 10, 10)),
    ],
)
def test_a_notice_spans_the_holidays(start, days, last):
    assert workdays.add_workdays(dt.date(*start), days) == dt.date(*last)


def test_a_year_not_yet_announced_is_counted_by_statutory_holidays_and_said_to_be_uncertain():
    assert workdays.certain(2026)
    assert not workdays.certain(2099)
    assert not workdays.is_workday(dt.date(2099, 10, 1))
    assert not workdays.is_workday(dt.date(2099, 10, 10))
    assert workdays.is_workday(dt.date(2099, 10, 12))
    assert workdays.add_workdays(dt.date(2099, 9, 30), 2) > dt.date(2099, 10, 3)


def test_a_notice_over_new_year_crosses_from_a_certain_year_to_an_uncertain_one(holidays_of_2026):
    assert workdays.certain(2026) and not workdays.certain(2027)
    assert workdays.add_workdays(dt.date(2026, 12, 31), 2) >= dt.date(2027, 1, 4)


def test_a_notice_lasts_at_least_a_day():
    with pytest.raises(ValueError, match="at least one"):
        workdays.add_workdays(dt.date(2026, 1, 5), 0)


def test_what_the_office_entered_goes_before_what_is_announced():
    fair = dt.date(2026, 12, 2)  # a Wednesday
    assert workdays.is_workday(fair)

    entered = CalendarDay.objects.create(day=fair, name="县庆")

    assert (workdays.is_workday(fair), workdays.festival(fair)) == (False, "县庆")
    entered.works = True
    entered.save()
    assert (workdays.is_workday(fair), workdays.festival(fair)) == (True, "")
    entered.delete()
    assert workdays.is_workday(fair)


def test_a_year_is_known_once_its_days_are_entered():
    assert not workdays.certain(2031)
    CalendarDay.objects.create(day=dt.date(2031, 1, 4), works=True)
    assert workdays.certain(2031)
    assert workdays.is_workday(dt.date(2031, 1, 4))  # a Saturday


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ((2026, 10, 3), "国庆节"),
        ((2026, 9, 25), "中秋"),
        ((2026, 10, 10), ""),  # moved: people work
        ((2026, 11, 28), ""),  # a plain Saturday is no holiday
        ((2099, 10, 1), "国庆节"),
    ],
)
def test_a_holiday_has_its_name(day, name):
    assert workdays.festival(dt.date(*day)) == name
