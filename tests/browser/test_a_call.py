"""A notice from the province, entered as data in /admin/; a county sees what is missing, closes it and recommends."""

import datetime as dt

from django.utils import timezone
from playwright.sync_api import Page, expect

from brands.nominations.material.rules import FormRule, ImageRule, TextRule, read
from brands.nominations.models import Call, Nomination
from cms.places.models import Role
from tests import factories
from tests.browser.axe import violations
from tests.browser.people import DESK
from tests.browser.writing import payload
from tests.nominations import making

A_FIELD = 15  # seconds: reading it in the notice, and typing or choosing
MINUTES = 15


class Typist:
    """Fills in fields and counts them."""

    def __init__(self, page: Page):
        self.page, self.fields = page, 0

    def fill(self, name: str, words: str) -> None:
        self.fields += 1
        self.page.locator(f"[name={name}]").fill(words)

    def choose(self, name: str, value: str) -> None:
        self.fields += 1
        self.page.locator(f"[name={name}]").select_option(value)

    def tick(self, name: str) -> None:
        self.fields += 1
        self.page.locator(f"[name={name}]").check()

    def block(self, label: str) -> None:
        """Add a block at the end of the stream."""
        self.fields += 1
        self.page.locator("[data-streamfield-stream-container] button.c-sf-add-button").last.click()
        self.page.get_by_role("option", name=label, exact=True).click()


def test_a_call_is_entered_from_a_notice_and_answered(people, city):
    editor = factories.person("市级编辑", city.home, Role.EDITOR)
    page = people.open(editor, on=DESK)
    page.goto("/admin/calls/new/")
    typist = Typist(page)
    closes = timezone.localtime() + dt.timedelta(days=20)
    for name, words in {
        "title": "基层思想政治工作优秀案例征集",
        "series": "省基层思想政治工作优秀案例",
        "document_number": "省委宣〔2026〕52号",
        "issued_by": "省委宣传部",
        "year": str(closes.year),
    }.items():
        typist.fill(name, words)
    typist.block("文字")
    typist.fill("materials-0-value-name", "案例正文")
    typist.fill("materials-0-value-max_words", "5000")
    typist.block("图片")
    typist.fill("materials-1-value-name", "照片")
    typist.fill("materials-1-value-min_count", "1")
    typist.choose("materials-1-value-formats", "jpg")
    typist.tick("materials-1-value-caption")
    typist.block("推荐表")
    typist.fill("materials-2-value-name", "推荐表")
    typist.fill("materials-2-value-cells-0-value-label", "项目负责人")
    for name, moment in (("opens_at", closes - dt.timedelta(days=21)), ("closes_at", closes)):
        typist.fill(name, f"{moment:%Y-%m-%d} 17:00")
        page.keyboard.press("Tab")  # away from the calendar that has opened
    page.locator("footer button[type=submit]").first.click()
    expect(page.locator(".messages")).to_contain_text("基层思想政治工作优秀案例征集")

    call = Call.objects.get()
    assert [type(rule) for rule in read(call.rules()["materials"])] == [TextRule, ImageRule, FormRule]
    assert typist.fields * A_FIELD <= MINUTES * 60

    case = making.published(city)
    nomination = making.prepared(city, call, case)
    close_the_gaps(people.open(city.nominator), nomination, case, city)
    assert Nomination.objects.get(pk=nomination.pk).step == "endorsed"


def close_the_gaps(page: Page, nomination: Nomination, case, city) -> None:
    """See what is missing, mend it, and send the sealed form in."""
    page.goto(f"/desk/nominations/{nomination.pk}/")
    expect(page.get_by_text("还差 2 处才能盖章")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("link", name="“项目负责人”还空着").click()
    page.get_by_label("项目负责人").fill("魏承棠")
    page.get_by_role("button", name="存好").click()
    expect(page.get_by_text("存好了。")).to_be_visible()
    assert violations(page) == []
    image = factories.image("天井里的党课")
    image.contextual_alt_text, image.decorative = "", False
    making.changed(case, pictures_body=[("picture", {"image": image, "caption": "2026年5月，天井里"})])
    page.goto(f"/desk/nominations/{nomination.pk}/")
    expect(page.get_by_text("材料齐了")).to_be_visible()
    page.locator("input[name=scan]").set_input_files([payload(making.pdf())])
    page.get_by_role("button", name="盖章推荐").click()
    expect(page.get_by_text("已经推荐到市里").first).to_be_visible()
