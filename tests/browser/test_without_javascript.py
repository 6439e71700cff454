"""Everything works without a script: writing, photos, handing in, deciding, reading, searching, nominating."""

import re

import pytest
from playwright.sync_api import expect

from brands.models import CasePage
from brands.nominations.models import Nomination
from cms.review import decisions
from tests import factories
from tests.brands.writing import FIGURE, WORDS, jpeg
from tests.browser.deeds import approve, nominate, send_back
from tests.browser.writing import FIGURE_LABELS, payload, write_words
from tests.nominations import making

NOTHING_RUNS = {"java_script_enabled": False}
PUBLIC, TOLD = "渡口的灯", "墟日讲堂"


@pytest.fixture(scope="module")
def published(city) -> CasePage:
    return factories.publish(factories.case(city.contributor, city.shangpu, PUBLIC), city)


def test_a_contributor_writes_saves_and_hands_in(people, city):
    page = people.open(city.contributor, **NOTHING_RUNS)
    page.goto("/desk/submissions/new/")
    write_words(page)
    page.locator("summary", has_text="关键数字").click()
    for label, field in FIGURE_LABELS.items():
        page.locator("[data-row]").first.get_by_label(label).fill(FIGURE[field])
    page.locator("#id_photos").set_input_files([payload(jpeg())])
    page.get_by_role("button", name="存草稿").click()
    expect(page.get_by_text("存好了")).to_be_visible()

    described = page.locator("fieldset.photo")
    described.get_by_label("图说").fill("2026年6月，上埔村古厝。")
    described.get_by_label("没有可辨认的人").check()
    page.get_by_role("button", name="交上去").click()

    expect(page.locator("main")).to_contain_text("交上去了")
    page = CasePage.objects.get(title=WORDS["title"])
    case = page.get_latest_revision_as_object()
    assert (case.title, len(case.pictures_body), case.figures()[0]["label"]) == (WORDS["title"], 1, FIGURE["label"])
    assert page.workflow_in_progress


def test_what_is_missing_is_said_and_what_is_typed_is_kept(people, city):
    page = people.open(city.contributor, **NOTHING_RUNS)
    page.goto("/desk/submissions/new/")
    page.get_by_label("题目").fill("只有题目的一篇")
    page.get_by_label("从哪天").fill("2026-06-30")
    page.get_by_label("到哪天").fill("2026-06-01")
    page.get_by_role("button", name="交上去").click()

    expect(page.locator("main [role=alert]").first).to_be_visible()
    expect(page.get_by_label("题目")).to_have_value("只有题目的一篇")
    assert "结束的日子比开始的早" in page.content()


def test_a_checker_sends_back_and_then_approves(people, city):
    case = factories.case(city.contributor, city.shangpu, TOLD)
    decisions.submit(page=case, user=city.contributor)
    page = people.open(city.checker, **NOTHING_RUNS)
    send_back(page, TOLD, "堂数对不上，请核对。", "写的是 36 还是 63？")
    writer = people.open(city.contributor, **NOTHING_RUNS)
    writer.goto(f"/desk/submissions/{case.pk}/edit/")
    expect(writer.locator("main")).to_contain_text("写的是 36 还是 63？")
    writer.get_by_label("取得成效").fill("三年讲了 36 堂。")
    writer.get_by_role("button", name="交上去").click()
    expect(writer.locator("main")).to_contain_text("交上去了")
    approve(page, TOLD)


def test_a_reader_searches_filters_and_reads(people, city, published):
    page = people.open(**NOTHING_RUNS)
    page.goto("/")
    page.get_by_role("link", name="优秀案例").first.click()
    page.get_by_label("类别").select_option("培育践行主流价值")
    page.get_by_role("button", name="筛选").click()
    expect(page.locator("main")).to_contain_text("没有找到符合的")
    page.get_by_label("类别").select_option("宣传宣讲党的政策")
    page.get_by_role("button", name="筛选").click()
    expect(page.get_by_role("link", name=PUBLIC).first).to_be_visible()

    page.goto("/search/")
    page.get_by_label("想找什么").fill("渡口 灯")
    page.get_by_role("button", name="搜索", exact=True).last.click()
    page.get_by_role("link", name=PUBLIC).first.click()
    expect(page.locator("main")).to_contain_text(published.results)


def test_a_county_nominates_with_the_sealed_form(people, city, published):
    making.call()
    page = people.open(city.nominator, **NOTHING_RUNS)
    nominate(page, PUBLIC)

    assert Nomination.objects.get().case == published


def test_the_elder_mode_is_chosen_without_a_script(people, city):
    page = people.open(**NOTHING_RUNS)
    page.goto("/")
    page.get_by_role("link", name="长者模式").or_(page.get_by_role("button", name="长者模式")).first.click()

    assert re.search(r"elder", page.locator("html").get_attribute("class") or "")
    page.goto("/cases/")
    assert re.search(r"elder", page.locator("html").get_attribute("class") or "")
