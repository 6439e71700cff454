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


# What a thumb does: a tap on anything, or going into a field to write.
COUNT = """
const field = (one) => one.matches("textarea, select, input:not([type=radio], [type=checkbox], [type=submit])");
const count = () => { sessionStorage.taps = Number(sessionStorage.taps ?? 0) + 1; };
addEventListener("click", (event) => event.isTrusted && !field(event.target) && count(), true);
addEventListener("focusin", (event) => event.target.matches && field(event.target) && count(), true);
"""


def taps(page) -> int:
    """Return how often this page's person has tapped since `COUNT` was put into it."""
    return page.evaluate("Number(sessionStorage.taps ?? 0)")


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
    village.add_init_script(COUNT)
    village.goto("/lectures/ask/")
    village.get_by_label("想听什么").fill(TOPIC)
    village.get_by_label("在哪里讲").fill("上埔村")
    village.get_by_label("哪一天").fill(day.isoformat())
    village.get_by_role("button", name="点这一单").click()
    expect(village.get_by_role("heading", name=TOPIC)).to_be_visible()
    assert not scripts or taps(village) == 4  # three things and the button
    asked = LectureRequest.objects.latest("pk")

    desk = people.open(county.dispatcher, **options)
    desk.goto("/desk/")
    desk.get_by_role("link", name=TOPIC).first.click()
    desk.locator(".times a").first.click()
    desk.get_by_role("button", name=re.compile(r"派单\s*给林秀珍")).click()
    expect(desk.locator("article.todo", has_text="林秀珍")).to_contain_text("等答复")

    phone = people.open(**options)
    phone.add_init_script(COUNT)
    phone.goto(f"/lectures/offers/{Offer.objects.latest('pk').key}/")
    phone.get_by_role("button", name="来", exact=True).click()
    expect(phone.get_by_text("说好了，等您来讲").first).to_be_visible()
    assert not scripts or taps(phone) == 1

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
    page.add_init_script(COUNT)

    page.goto(f"/desk/lectures/sessions/{given.pk}/record/")
    page.get_by_label("来了多少人").fill("36")
    page.get_by_label("一句话说说").fill("米升传了一圈。")
    if scripts:
        assert violations(page) == []
    page.get_by_role("button", name="记好了").click()

    expect(page.get_by_text("记好了，谢谢您。")).to_be_visible()
    expect(page.locator("main")).to_contain_text("36")
    assert not scripts or taps(page) == 3  # the number, a sentence, and the button
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
