"""Writing on a phone: what is typed is kept, through a dropped connection, a closed page and a second window."""

import re
from uuid import uuid4

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from brands import submissions
from brands.models import CasePage
from cms.core.han import count_words
from tests.brands.writing import full
from tests.browser.axe import violations

NEW, LIST = "/desk/submissions/new/", "/desk/submissions/"
SLOW = 20_000  # milliseconds: two quiet seconds, and a busy machine


@pytest.fixture
def draft(city) -> CasePage:
    return submissions.start_draft(user=city.contributor, key=uuid4(), content=full(city)).page


def edit(page) -> str:
    return f"{LIST}{page.pk}/edit/"


def newest(pk: int) -> CasePage:
    return CasePage.objects.get(pk=pk).get_latest_revision_as_object()


def state(screen: Page):
    return screen.locator("[data-state]")


def saved(screen: Page) -> None:
    expect(state(screen)).to_contain_text("已保存", timeout=SLOW)


def cut_off(people, screen: Page, away: bool = True) -> None:
    people.expect("ERR_INTERNET_DISCONNECTED")
    screen.context.set_offline(away)


def photo(tmp_path, name: str, size=(800, 600), colour="#2e6a4f") -> str:
    Image.new("RGB", size, colour).save(tmp_path / name)
    return str(tmp_path / name)


def test_typing_is_saved_by_itself_and_says_when(people, city):
    screen = people.open(city.contributor)
    screen.goto(NEW)

    screen.fill("#id_title", "溪边洗衣石的故事")

    saved(screen)
    pk = int(re.search(r"/(\d+)/edit/$", screen.url).group(1))
    assert newest(pk).title == "溪边洗衣石的故事"
    assert violations(screen) == []


def test_leaving_at_once_saves_what_was_just_typed(people, city, draft):
    screen = people.open(city.contributor)
    screen.goto(edit(draft))
    screen.fill("#id_results", "刚写完就走了。")

    screen.goto(LIST)
    screen.goto(edit(draft))

    expect(screen.locator("#id_results")).to_have_value("刚写完就走了。")
    saved(screen) if "找回" in state(screen).inner_text() else None
    assert newest(draft.pk).results == "刚写完就走了。"


def test_without_a_network_the_phone_keeps_it_and_sends_it_later(people, city, draft):
    screen = people.open(city.contributor)
    screen.goto(edit(draft))
    cut_off(people, screen)

    screen.fill("#id_background", "断网时写的背景。")
    expect(state(screen)).to_have_text("没有网络，先存在手机里", timeout=SLOW)
    cut_off(people, screen, False)

    saved(screen)
    assert newest(draft.pk).background == "断网时写的背景。"


def test_a_page_closed_without_a_network_is_brought_back(people, city, draft):
    screen = people.open(city.contributor)
    screen.goto(edit(draft))
    cut_off(people, screen)
    screen.fill("#id_practice", "关掉以前写的做法。")
    screen.get_by_role("button", name="再加一个数字").click()
    screen.fill("#id_figures-1-label", "洗衣石")
    expect(state(screen)).to_contain_text("没有网络", timeout=SLOW)
    context = screen.context
    screen.close()
    context.set_offline(False)

    again = context.new_page()
    again.goto(edit(draft))

    expect(again.locator("#id_practice")).to_have_value("关掉以前写的做法。")
    saved(again)
    assert newest(draft.pk).practice == "关掉以前写的做法。"
    assert [figure["label"] for figure in newest(draft.pk).figures()] == ["小院党课", "洗衣石"]


def test_a_case_that_never_reached_the_site_is_offered_on_the_list(people, city):
    screen = people.open(city.contributor)
    screen.goto(NEW)
    cut_off(people, screen)
    screen.fill("#id_title", "没网时新写的一篇")
    expect(state(screen)).to_contain_text("没有网络", timeout=SLOW)
    context = screen.context
    screen.close()
    context.set_offline(False)

    again = context.new_page()
    again.goto(LIST)
    again.get_by_role("link", name="接着写，传上去").click()

    saved(again)
    assert CasePage.objects.filter(title="没网时新写的一篇").count() == 1


def test_of_two_windows_the_later_one_sees_both(people, city, draft):
    first = people.open(city.contributor)
    first.goto(edit(draft))
    second = first.context.new_page()
    second.goto(edit(draft))
    first.fill("#id_results", "第一个窗口写的")
    saved(first)

    second.fill("#id_results", "第二个窗口写的")
    expect(state(second)).to_contain_text("别处刚才也改了", timeout=SLOW)
    second.get_by_role("button", name="存草稿").click()

    expect(second.locator("[data-theirs]")).to_have_text("第一个窗口写的")
    expect(second.locator("#id_results")).to_have_value("第二个窗口写的")
    assert newest(draft.pk).results == "第一个窗口写的"
    assert violations(second) == []


def test_photos_are_made_smaller_sent_one_by_one_and_refused_in_words(people, city, draft, tmp_path):
    people.expect("409")
    (tmp_path / "不是照片.jpg").write_text("words")
    screen = people.open(city.contributor)
    screen.goto(edit(draft))

    big, small = photo(tmp_path, "big.jpg", (4000, 3000)), photo(tmp_path, "small.jpg", colour="#8f6a1d")
    screen.set_input_files("#id_photos", [big, small, str(tmp_path / "不是照片.jpg")])

    expect(screen.locator(".photo")).to_have_count(2, timeout=SLOW)
    expect(screen.locator(".sending")).to_contain_text("“不是照片.jpg”打不开", timeout=SLOW)
    assert [block.value["image"].width for block in newest(draft.pk).pictures_body] == [2560, 800]
    screen.locator(".photo input[name$=caption]").first.fill("2026年5月，溪边。")
    saved(screen)
    assert newest(draft.pk).pictures_body[0].value["caption"] == "2026年5月，溪边。"
    assert violations(screen) == []


def test_a_photo_left_behind_is_sent_when_one_comes_back(people, city, draft, tmp_path):
    screen = people.open(city.contributor)
    screen.goto(edit(draft))
    cut_off(people, screen)
    screen.set_input_files("#id_photos", photo(tmp_path, "later.jpg"))
    expect(screen.locator(".sending")).to_contain_text("有网会接着传", timeout=SLOW)
    context = screen.context
    screen.close()
    context.set_offline(False)

    again = context.new_page()
    again.goto(edit(draft))

    expect(again.locator(".photo")).to_have_count(1, timeout=SLOW)
    assert len(newest(draft.pk).pictures_body) == 1


def test_the_counter_counts_as_the_server_does(people, city, draft):
    screen = people.open(city.contributor)
    screen.goto(edit(draft))

    for text in (
        "三年讲了 36 堂，课后办结 21 件实事。",
        "don’t worry 3.5%",
        "“两中心一平台”……——·",
        "𠮷野家 a,b ２０２６年",
    ):
        screen.fill("#id_lessons", text)
        expect(screen.locator("[data-counter=id_lessons]")).to_contain_text(f"{count_words(text)} 字，")
