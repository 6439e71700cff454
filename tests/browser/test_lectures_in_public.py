"""The calendar, sessions and sheets, on a phone, for everybody's eyes; and the sheets on paper, one page each."""

import datetime as dt
import re

import pytest
from django.core.cache import cache
from django.utils import timezone

from lectures import scheduling
from lectures.models import Session
from tests import readers
from tests.browser.test_every_page import looked_at
from tests.lectures.making import dispatcher, session, speaker

CALENDAR = "/lectures/calendar/"


@pytest.fixture(scope="module")
def season(city):
    """A month with sessions in every state, one of them with the longest topic there can be."""
    city.dispatcher, city.lin = dispatcher(city), speaker(city, "林秀珍", post="百姓宣讲员")
    course = readers.full_course(city)
    today = timezone.localdate()
    first = today.replace(day=min(max(today.day - 9, 1), 9))
    days = [first + dt.timedelta(days=n) for n in range(20)]
    for day in days:
        _on(city, day, "8:00", course=course, topic="")
    _on(city, days[1], "15:00", topic="讲" * 80)
    _off(city, _on(city, days[-1], "12:00"))
    waiting = _on(city, days[-1], "14:00")
    scheduling.release(session=waiting, speaker=city.lin, user=city.dispatcher)
    cache.clear()
    return city


def _on(city, day, hour: str, **details) -> Session:
    end = f"{int(hour.split(':', maxsplit=1)[0]) + 1}:00"
    details = {"speakers": [city.lin], "confirmed": True, "past": True, "venue": "古厝天井"} | details
    return session(city.shangpu, city.dispatcher, hour, end, day, **details)


def _off(city, one: Session) -> None:
    scheduling.cancel(session=one, user=city.dispatcher, reason="台风要来")


def sheet_of(city) -> str:
    today = timezone.localdate()
    return f"/lectures/sheets/{city.yanxi.pk}/{today.year}/{today.month}/"


def addresses(city) -> list[str]:
    sessions = [Session.objects.filter(state=state).first() for state in ("confirmed", "planned", "cancelled")]
    pages = [f"/lectures/{one.code}/{more}" for one in sessions for more in ("", "poster/")]
    views = [f"{CALENDAR}?view={view}" for view in ("month", "week", "day", "list")]
    return [*views, f"{CALENDAR}?county=zhuling", *pages, sheet_of(city), "/lectures/menu/"]


def test_every_page_of_the_lectures(people, season):
    screen = people.open()

    wrong = [line for address in addresses(season) for line in looked_at(screen, address)]

    assert not wrong, "\n".join(wrong)


def test_a_phone_lists_the_days_that_have_something_and_leads_past_those_that_are_over(people, season):
    screen = people.open()
    screen.goto(CALENDAR)

    assert screen.locator(".month > .busy:visible").count() == 20
    assert screen.locator(".month > .none:visible").count() == 0
    if 1 < timezone.localdate().day <= 28:  # the days that have something lie on both sides of today
        screen.get_by_role("link", name="跳到接下来的场次").click()
        screen.wait_for_function("document.querySelector('#next').getBoundingClientRect().top < 200")


def test_poster_and_month_fit_one_sheet_of_paper_each(people, season):
    screen = people.open(on={})
    longest = Session.objects.get(topic="讲" * 80)

    for address in (f"/lectures/{longest.code}/poster/", sheet_of(season)):
        screen.goto(address)
        data = screen.pdf(prefer_css_page_size=True, print_background=True)
        assert len(re.findall(rb"/Type\s*/Page\b", data)) == 1, address
