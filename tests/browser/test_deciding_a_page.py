"""A decision in three taps, without JavaScript; the keyboard on a wide screen; the sheet on one A4 page."""

import pytest
from django.urls import reverse

from cms.review import decisions
from cms.review.models import Decision
from tests import factories
from tests.browser.people import DESK

TITLES = ("渡口的灯", "墟日讲堂")


@pytest.fixture(scope="module")
def waiting(city):
    """Two cases that wait for the township's look."""
    pages = [factories.case(city.contributor, city.shangpu, title) for title in TITLES]
    for page in pages:
        decisions.submit(page=page, user=city.contributor)
    return pages


def test_the_keyboard_walks_opens_and_fills(people, city, waiting):
    page = people.open(city.checker, on=DESK)
    page.goto("/desk/review/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") == "《墟日讲堂》"
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:has-text('渡口的灯')")
    page.keyboard.press("j")
    page.wait_for_selector("h1:has-text('墟日讲堂')")
    page.keyboard.press("k")
    page.wait_for_selector("h1:has-text('渡口的灯')")

    page.keyboard.press("r")
    page.keyboard.type("jkar")
    assert page.evaluate("document.activeElement.value") == "jkar"
    page.evaluate("document.activeElement.value = ''; document.activeElement.blur()")
    page.keyboard.press("a")

    assert page.evaluate("document.activeElement.textContent") == "确定通过"


def test_three_taps_decide_without_javascript(people, city, waiting):
    page = people.open(city.checker, java_script_enabled=False)
    page.goto("/desk/")

    page.tap(f".todo:has-text('{TITLES[0]}') .button")
    page.tap("[data-approve] summary")
    page.tap("[data-approve] button")

    page.wait_for_selector(f"text=《{TITLES[0]}》通过了，转到初审。")
    assert Decision.objects.get(page=waiting[0]).user == city.checker


def test_the_sheet_prints_on_one_page(people, city):
    case = factories.case(city.contributor, city.shangpu, "一篇意见很长的案例")
    decisions.submit(page=case, user=city.contributor)
    long = "内容属实，数字与回音本核对一致，文字通顺，照片有授权。" * 30
    for _ in range(4):
        factories.send_back(case, city.checker, long)
        case.refresh_from_db()
        decisions.submit(page=case, user=city.contributor)
    for user in (city.checker, city.editor, city.reviewer, city.signer):
        factories.approve(case, user, long)
    page = people.open(city.signer, on=DESK)

    page.goto(reverse("review:sheet", args=[case.pk]))
    printed = page.pdf(prefer_css_page_size=True)

    assert printed.count(b"/Type /Page\n") == 1
