"""Working days in China, with the days moved for long holidays (调休).

The State Council announces each year's arrangement in the autumn before. In years that `chinesecalendar` knows, a day
is what was announced; for others only the statutory holidays are known, and `certain` is false so that a page can say
so.
"""

import datetime as dt
from functools import cache

import chinese_calendar
import holidays
from django.utils import timezone

OFFICE_HOURS = (9, 17)


def is_workday(day: dt.date) -> bool:
    """Say whether offices work on this day."""
    if certain(day.year):
        return chinese_calendar.is_workday(day)
    return day.isoweekday() <= 5 and day not in _statutory(day.year)  # noqa: PLR2004 - Friday


def add_workdays(start: dt.date, days: int) -> dt.date:
    """Return the last day of a notice of so many working days that begins on `start` (it counts if it is one)."""
    if days < 1:
        raise ValueError("a notice lasts at least one working day")
    day = start
    left = days - is_workday(day)
    while left:
        day += dt.timedelta(days=1)
        left -= is_workday(day)
    return day


def add_working_hours(start: dt.datetime, hours: int) -> dt.datetime:
    """Return when so many working hours (9:00 to 17:00 of working days, local time) have passed since `start`."""
    here = timezone.localtime(start)
    left = dt.timedelta(hours=hours)
    while True:
        opens, closes = (here.replace(hour=hour, minute=0, second=0, microsecond=0) for hour in OFFICE_HOURS)
        here = max(here, opens)
        if is_workday(here.date()) and here < closes:
            if here + left <= closes:
                return here + left
            left -= closes - here
        here = opens + dt.timedelta(days=1)


@cache
def certain(year: int) -> bool:
    """Say whether the year's arrangement of holidays and moved days is known."""
    try:
        chinese_calendar.is_workday(dt.date(year, 1, 1))
    except NotImplementedError:
        return False
    return True


@cache
def _statutory(year: int) -> holidays.HolidayBase:
    return holidays.CN(years=year)
