"""Signing in, writing, deciding and signing out with the keyboard alone; the eye always sees where one is."""

import pytest
from playwright.sync_api import Page, expect

from brands.models import CasePage
from cms.review import decisions
from tests import factories
from tests.brands.writing import WORDS, jpeg
from tests.browser.people import DESK
from tests.browser.writing import LABELS, payload

MOST_TABS = 60
WHERE = """() => {
  const here = document.activeElement;
  const outlined = (one) => {
    const style = getComputedStyle(one);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  };
  let seen = !here.matches(":focus");  // the calendar in a field for a day has a ring of the browser's
  for (let one = here; one && !seen; one = one.parentElement) seen = outlined(one);  // a card shows it for its link
  const labels = [...(here.labels || [])].map((label) => label.innerText).join(" ");
  return {text: labels || here.ariaLabel || here.innerText || "", id: here.id, seen, tag: here.tagName};
}"""


def tab_to(page: Page, words: str, key: str = "Tab") -> None:
    """Press Tab until something with these words has the focus; every stop on the way must be visible."""
    for _ in range(MOST_TABS):
        here = page.evaluate(WHERE)
        if here["tag"] != "BODY":
            assert here["seen"], f"看不出焦点在哪里：{here}"
            if words in here["text"] or words == here["id"]:
                return
        page.keyboard.press(key)
    pytest.fail(f"按了 {MOST_TABS} 次 {key} 还没走到“{words}”")


def press(page: Page, words: str) -> None:
    """Walk to a link or a button and press it."""
    tab_to(page, words)
    page.keyboard.press("Enter")


def type_in(page: Page, label: str, words: str) -> None:
    tab_to(page, label)
    page.keyboard.type(words)


@pytest.fixture(scope="module")
def waiting(city) -> dict[str, CasePage]:
    pages = {title: factories.case(city.contributor, city.shangpu, title) for title in ("渡口的灯", "墟日讲堂")}
    for page in pages.values():
        decisions.submit(page=page, user=city.contributor)
    return pages


def test_the_first_stop_leads_past_the_menu(people, city):
    for person, address in ((None, "/"), (city.checker, "/desk/")):
        page = people.open(person, on=DESK)
        page.goto(address)
        tab_to(page, "跳到正文")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.tagName") == "MAIN"


def test_a_page_is_approved(people, city, waiting):
    page = people.open(city.checker, on=DESK)
    page.goto("/desk/")
    press(page, "《渡口的灯》")
    page.wait_for_selector("h1:has-text('渡口的灯')")
    press(page, "可以，通过")
    press(page, "确定通过")

    expect(page.get_by_text("《渡口的灯》通过了，转到初审。")).to_be_visible()


def test_a_page_is_sent_back_with_words(people, city, waiting):
    page = people.open(city.checker, on=DESK)
    page.goto("/desk/review/")
    press(page, "《墟日讲堂》")
    page.wait_for_selector("h1:has-text('墟日讲堂')")
    press(page, "退回修改")
    tab_to(page, "id_comment")
    page.keyboard.type("第三段的数字请再核对。")
    press(page, "退回给作者")

    expect(page.get_by_text("退回给作者了")).to_be_visible()
    assert waiting["墟日讲堂"].decisions.get().comment == "第三段的数字请再核对。"


def test_a_contributor_signs_in_writes_hands_in_and_signs_out(people, city):
    page = people.open(on=DESK)
    page.on("filechooser", lambda chooser: None)  # Chromium tells of one only if somebody listens in good time
    page.goto("/desk/")
    type_in(page, "登录名", city.contributor.username)
    type_in(page, "密码", factories.PASSWORD)
    press(page, "登录")
    page.wait_for_selector(f"h1:has-text('{city.contributor.name}')")
    press(page, "供稿")
    page.wait_for_selector("h1:has-text('供稿')")
    press(page, "写一篇案例")
    page.wait_for_selector("#id_title")
    write(page)
    describe_a_photo(page)
    press(page, "交上去")

    expect(page.locator("main")).to_contain_text("交上去了")
    assert CasePage.objects.get(title=WORDS["title"]).workflow_in_progress
    press(page, "我的")
    page.wait_for_url("**/desk/mine/")
    press(page, "退出登录")
    page.wait_for_url(lambda url: "/desk/" not in url)
    assert page.goto("/desk/").url.endswith("/desk/login/?next=/desk/")


def write(page: Page) -> None:
    for label, field in LABELS.items():
        if field == "period_start":  # the category stands between
            tab_to(page, "学习实践科学理论")
            page.keyboard.press("ArrowDown")
        if not field.startswith("period"):
            type_in(page, label, WORDS[field])


def describe_a_photo(page: Page) -> None:
    tab_to(page, "从手机里选照片")
    with page.expect_file_chooser() as choosing:
        page.keyboard.press("Enter")
    choosing.value.set_files([payload(jpeg())])
    expect(page.locator("fieldset.photo")).to_have_count(1)
    tab_to(page, "图说", "Shift+Tab")
    page.keyboard.type("2026年6月，上埔村古厝。")
    tab_to(page, "有成年人")
    page.keyboard.press("ArrowUp")
    assert page.evaluate(WHERE)["text"].strip() == "没有可辨认的人"
