"""Working days in China, with the days moved for long holidays (调休).

The State Council announces each year's arrangement in the autumn before. What the office entered (`CalendarDay`) goes
first; then, in years that `chinesecalendar` knows, a day is what was announced; for others only the statutory holidays
are known, and `certain` is false so that a page can say so.
"""

import datetime as dt
from functools import cache

import chinese_calendar
import holidays
from django.core.cache import cache as shared
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone

from cms.core.models import CalendarDay

OFFICE_HOURS = (9, 17)
ENTERED = "workdays:entered:{}"


def is_workday(day: dt.date) -> bool:
    """Say whether offices work on this day."""
    if entered := _entered(day.year).get(day):
        return entered[0]
    if _announced(day.year):
        return chinese_calendar.is_workday(day)
    return day.isoweekday() <= 5 and day not in _statutory(day.year)  # noqa: PLR2004 - Friday


def festival(day: dt.date) -> str:
    """Return the name of the holiday that people have off on this day, e.g. 国庆节; empty on any other day."""
    if entered := _entered(day.year).get(day):
        works, name = entered
        return "" if works else name or "放假"
    if _announced(day.year):
        off, name = chinese_calendar.get_holiday_detail(day)
        return chinese_calendar.Holiday(name).chinese if off and name else ""
    return _statutory(day.year).get(day, "")


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


def certain(year: int) -> bool:
    """Say whether the year's holidays and moved days are known: announced, or entered, moved working days and all."""
    return _announced(year) or any(works for works, _ in _entered(year).values())


def _entered(year: int) -> dict[dt.date, tuple[bool, str]]:
    """Return the days of a year that were entered by hand, with whether people work and the name."""
    key = ENTERED.format(year)
    days = shared.get(key)
    if days is None:
        rows = CalendarDay.objects.filter(day__year=year).values_list("day", "works", "name")
        days = {day: (works, name) for day, works, name in rows}
        shared.set(key, days)
    return days


@receiver([post_save, post_delete], sender=CalendarDay)
def _forget(instance, **kwargs) -> None:
    key = ENTERED.format(instance.day.year)
    shared.delete(key)
    transaction.on_commit(lambda: shared.delete(key))  # another process may have read it before the commit


@cache
def _announced(year: int) -> bool:
    try:
        chinese_calendar.is_workday(dt.date(year, 1, 1))
    except NotImplementedError:
        return False
    return True


@cache
def _statutory(year: int) -> holidays.HolidayBase:
    return holidays.CN(years=year, language="zh_CN")
