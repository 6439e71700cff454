"""What a county's editor does in /admin/: no script fails, nothing is against the policy, no other host is asked."""

import pytest
from playwright.sync_api import Page, expect
from wagtail.models import get_page_models

from brands.models import CasePage
from cms.places.founding import index_of
from cms.review.models import ReviewedPage
from media.models import CustomImage
from tests import factories
from tests.brands.writing import jpeg
from tests.browser.english import english
from tests.browser.people import DESK
from tests.browser.writing import payload

PREVIEW = 20_000  # milliseconds: it follows the typing at its own pace
KINDS = [kind for kind in get_page_models() if issubclass(kind, ReviewedPage)]
SCREENS = (
    "/admin/",
    "/admin/pages/{county}/",
    "/admin/pages/add/brands/casepage/{cases}/",
    "/admin/pages/{case}/history/",
    "/admin/pages/{case}/usage/",
    "/admin/pages/{case}/delete/",
    "/admin/pages/{case}/workflow_history/",
    "/admin/pages/search/?q=党课",
    "/admin/images/",
    "/admin/images/add/",
    "/admin/images/{image}/",
    "/admin/documents/",
    "/admin/documents/multiple/add/",
    "/admin/media/",
    "/admin/media/video/add/",
    "/admin/reports/workflow/",
    "/admin/reports/workflow_tasks/",
    "/admin/reports/site-history/",
    "/admin/reports/aging-pages/",
    "/admin/account/",
    *(f"/admin/kinds/{kind._meta.model_name}/" for kind in KINDS),
)
CHOOSE = "[data-chooser-action-choose]"


@pytest.fixture(scope="module")
def case(city) -> CasePage:
    return factories.case(city.contributor, city.shangpu)


@pytest.fixture(scope="module")
def drafts(city, case) -> list:
    """A draft of every kind."""
    pages = []
    for kind in set(KINDS) - {CasePage}:
        page = kind(title="半本账", slug="ban", live=False)
        index_of(city.yanxi, kind.allowed_parent_page_models()[0]).add_child(instance=page)
        page.save_revision(user=city.editor)
        pages.append(page)
    return [case, *pages]


@pytest.fixture(scope="module")
def places(city, case) -> dict:
    image = factories.image(collection=city.yanxi.page_ptr.access.collection, uploaded_by_user=city.editor)
    return {"county": city.yanxi.pk, "cases": case.get_parent().pk, "case": case.pk, "image": image.pk}


def open_editor(people, city, case) -> Page:
    page = people.open(city.editor, on=DESK)
    page.goto(f"/admin/pages/{case.pk}/edit/")
    return page


def saved(page: Page) -> None:
    page.get_by_role("button", name="保存草稿").click()
    expect(page.locator(".messages")).to_contain_text("已")


def newest() -> CasePage:
    return CasePage.objects.get().get_latest_revision_as_object()


def test_every_screen_is_quiet_and_speaks_chinese(people, city, places, drafts):
    page = people.open(city.editor, on=DESK)
    left = set()
    for address in SCREENS:
        answer = page.goto(address.format(**places))
        assert answer.status == 200, address
        left |= {(address, line) for line in english(page.locator("body"), "GuCuoLiDeDangKe")}

    assert left == set()


def test_every_kind_is_edited_in_chinese_and_every_chooser_opens(people, city, places, drafts):
    page = people.open(city.editor, on=DESK)
    left, opened = set(), set()
    for draft in drafts:
        page.goto(f"/admin/pages/{draft.pk}/edit/")
        left |= {(draft, line) for line in english(page.locator("body"))}
        for button in page.locator(CHOOSE).all():
            field = button.evaluate("one => one.closest('[id]').id")
            if field not in opened and button.is_visible():
                opened.add(field)
                left |= {(draft, field, line) for line in english(chooser(page, button))}
                page.locator(".modal [data-dismiss=modal]").click()
                expect(page.locator(".modal-content")).to_have_count(0)

    assert len(opened) > 5
    assert left == set()


def chooser(page: Page, button):
    """Open a chooser and return it."""
    button.click()
    modal = page.locator(".modal-content")
    expect(modal.get_by_role("heading").first).to_be_visible()
    return modal


def test_a_figure_with_its_day_is_added_and_kept(people, city, case):
    page = open_editor(people, city, case)
    page.locator("button.c-sf-add-button").first.click()
    for name, value in (("label", "小院党课"), ("value", "36"), ("unit", "堂"), ("method", "签到簿")):
        page.locator(f"[name=figures_body-0-value-{name}]").fill(value)
    page.locator("[name=figures_body-0-value-as_of]").click()
    expect(page.locator(".xdsoft_datetimepicker:visible")).to_have_count(1)
    page.locator(".xdsoft_datetimepicker:visible .xdsoft_date:not(.xdsoft_other_month)").first.click()

    saved(page)

    figure = newest().figures()[0]
    assert (figure["label"], figure["unit"]) == ("小院党课", "堂") and figure["as_of"].day == 1


def test_a_picture_is_uploaded_in_the_chooser_and_becomes_the_cover(people, city, case):
    page = open_editor(people, city, case)
    page.get_by_role("button", name="选择一个图片").first.click()
    modal = page.locator(".modal-content")
    modal.get_by_role("tab", name="上传").click()
    modal.locator("[type=file]").set_input_files([payload(jpeg("古厝.jpg"))])
    modal.locator("[name=image-chooser-upload-title]").fill("古厝的天井")
    modal.locator("button[type=submit]", has_text="上传").click()
    expect(modal).to_have_count(0)

    saved(page)

    image = CustomImage.objects.get(title="古厝的天井")
    assert newest().cover == image
    assert image.collection == city.yanxi.page_ptr.access.collection


def test_a_place_is_chosen_in_the_tree(people, city, case):
    page = open_editor(people, city, case)
    chooser = page.locator("#id_place-chooser")
    chooser.get_by_role("button", name="操作").or_(chooser.locator("button[aria-expanded]")).first.click()
    page.get_by_role("button", name="选择").or_(page.get_by_role("menuitem", name="选择")).first.click()
    modal = page.locator(".modal-content")
    expect(modal).to_contain_text("上埔村")
    modal.get_by_role("link", name="溪口村").click()
    expect(modal).to_have_count(0)

    saved(page)

    assert newest().place.title == "溪口村"


def test_the_preview_shows_what_is_typed(people, city, case):
    page = open_editor(people, city, case)
    page.locator("[name=title]").fill("预览里的题目")
    page.locator("[data-side-panel-toggle=preview]").click()

    preview = page.frame_locator("#w-preview-iframe").get_by_role("heading", level=1)
    expect(preview).to_contain_text("预览里的题目", timeout=PREVIEW)
