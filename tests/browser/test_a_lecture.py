"""A lecture on a phone: asked for, offered, agreed by one tap, recorded; with scripts and without."""

import datetime as dt
import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from lectures.models import LectureRequest, Offer, Session
from tests import factories
from tests.browser.axe import violations
from tests.lectures.making import dispatcher, session, speaker

TOPIC = "老人怎么用手机挂号"


@pytest.fixture(scope="module")
def county(city):
    """A county with a dispatcher and a speaker who has an account."""
    city.dispatcher = dispatcher(city)
    city.voice = factories.person("林秀珍")
    city.lin = speaker(city, "林秀珍", user=city.voice)
    return city


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_lecture_is_asked_for_offered_and_agreed(people, county, scripts):
    options = {} if scripts else {"java_script_enabled": False}
    day = timezone.localdate() + dt.timedelta(days=10 if scripts else 20)

    village = people.open(**options)
    village.goto("/lectures/ask/")
    village.get_by_label("想听什么").fill(TOPIC)
    village.get_by_label("在哪里讲").fill("上埔村")
    village.get_by_label("从哪天").fill(day.isoformat())
    village.get_by_label("到哪天").fill(day.isoformat())
    village.get_by_role("button", name="点这一单").click()
    expect(village.get_by_role("heading", name=TOPIC)).to_be_visible()
    asked = LectureRequest.objects.latest("pk")

    desk = people.open(county.dispatcher, **options)
    desk.goto("/desk/")
    desk.get_by_role("link", name=TOPIC).first.click()
    desk.locator(".times a").first.click()
    desk.get_by_role("button", name=re.compile(r"派单\s*给林秀珍")).click()
    expect(desk.locator("main")).to_contain_text("等")

    phone = people.open(**options)
    phone.goto(f"/lectures/offers/{Offer.objects.latest('pk').key}/")
    phone.get_by_role("button", name="来", exact=True).click()

    village.reload()
    expect(village.locator("main")).to_contain_text("林秀珍")
    agreed = Session.objects.get(request=asked)
    assert (agreed.state, timezone.localdate(agreed.starts_at)) == ("confirmed", day)
    public = people.open(**options)
    public.goto(f"/lectures/{agreed.code}/")
    expect(public.get_by_role("heading", name=TOPIC)).to_be_visible()
    if scripts:
        assert [(page.url, found) for page in (village, desk, phone, public) for found in violations(page)] == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_lecture_is_recorded_in_one_screen(people, county, scripts):
    yesterday = timezone.localdate() - dt.timedelta(days=1 if scripts else 2)
    given = session(county.shangpu, county.dispatcher, day=yesterday, past=True, speakers=[county.lin], confirmed=True)
    page = people.open(county.contributor, **({} if scripts else {"java_script_enabled": False}))

    page.goto(f"/desk/lectures/sessions/{given.pk}/record/")
    page.get_by_label("来了多少人").fill("36")
    page.get_by_label("一句话说说").fill("米升传了一圈。")
    if scripts:
        assert violations(page) == []
    page.get_by_role("button", name="记好了").click()

    expect(page.locator("main")).to_contain_text("36")
    given.refresh_from_db()
    assert (given.state, given.record.head_count) == ("recorded", 36)


def test_a_speaker_says_when_they_can_come(people, county):
    page = people.open(county.voice)
    page.goto("/desk/lectures/mine/free/")
    assert violations(page) == []
    page.locator("input[value=free]").first.check()
    page.get_by_role("button", name="存").first.click()
    expect(page.locator("main")).to_contain_text("存好了")
    assert county.lin.diary.week.filter(free=True).exists()
