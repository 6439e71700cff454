"""The record of a lecture from a phone: one screen, also where there is no network, and one record."""

import datetime as dt

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from lectures import records, scheduling
from lectures.models import Session, SessionRecord
from tests.browser.axe import violations
from tests.browser.test_a_draft_survives import cut_off, photo, state
from tests.lectures.making import speaker

LIST = "/desk/lectures/"
SLOW = 20_000  # milliseconds


@pytest.fixture
def over(city) -> Session:
    """A session in 上埔村 that ended a while ago; each test has its own."""
    start = timezone.now() - dt.timedelta(hours=3 * (Session.objects.count() + 1))
    lecture = speaker(city, f"林秀珍{Session.objects.count()}")
    return scheduling.book(
        place=city.shangpu, starts_at=start, ends_at=start + dt.timedelta(hours=1), user=None, past=True,
        topic="搬条凳子来听课", speakers=[lecture], confirmed=True,
    )  # fmt: skip


def address(one: Session) -> str:
    return f"{LIST}sessions/{one.pk}/record/"


def fill(screen: Page, one: Session, tmp_path) -> None:
    screen.goto(address(one))
    screen.get_by_label("来了多少人").fill("43")
    screen.get_by_label("一句话说说").fill("椅子不够，坐到了台阶上。")
    screen.locator("[type=file]").set_input_files(photo(tmp_path, f"{one.pk}.jpg"))


def finish(screen: Page) -> None:
    screen.get_by_role("button", name="记好了").click()


def test_a_record_is_done_in_one_screen(people, city, over, tmp_path):
    screen = people.open(city.contributor)
    fill(screen, over, tmp_path)
    assert violations(screen) == []

    finish(screen)

    expect(screen.get_by_text("记好了，谢谢您。")).to_be_visible(timeout=SLOW)
    done = SessionRecord.objects.get(session=over)
    assert (done.head_count, done.photos.count()) == (43, 1)
    assert violations(screen) == []
    screen.goto(LIST)
    expect(screen.locator("[data-unsent-records]")).to_be_hidden()


def test_a_record_written_without_a_network_is_sent_when_it_is_back(people, city, over, tmp_path):
    screen = people.open(city.contributor)
    fill(screen, over, tmp_path)
    cut_off(people, screen)
    finish(screen)
    expect(state(screen)).to_contain_text("没有网络，先存在手机里", timeout=SLOW)
    assert not SessionRecord.objects.filter(session=over).exists()
    screen.close()
    cut_off(people, again := screen.context.new_page(), away=False)

    again.goto(LIST)
    expect(again.locator("[data-unsent-records]")).to_contain_text("手机里有 1 份记录还没传上来")
    again.get_by_role("link", name="现在传").click()

    expect(again.get_by_text("记好了，谢谢您。")).to_be_visible(timeout=SLOW)
    done = SessionRecord.objects.get(session=over)
    assert (done.head_count, done.sentence, done.photos.count()) == (43, "椅子不够，坐到了台阶上。", 1)


def test_what_is_typed_and_left_is_there_again(people, city, over, tmp_path):
    screen = people.open(city.contributor)
    fill(screen, over, tmp_path)

    screen.goto(LIST)
    screen.goto(address(over))

    expect(screen.get_by_label("来了多少人")).to_have_value("43")
    expect(state(screen)).to_contain_text("找回了上次写的")


def let_go(screen: Page) -> None:
    """Throw away what the phone keeps: it asks once more."""
    away = screen.get_by_role("button", name="不要手机里这份了")
    away.click()
    expect(screen.get_by_text("再点一次就扔掉")).to_be_visible()
    away.click()


def kept_without_a_network(people, screen: Page, one: Session, tmp_path) -> None:
    fill(screen, one, tmp_path)
    cut_off(people, screen)
    finish(screen)
    expect(state(screen)).to_contain_text("没有网络，先存在手机里", timeout=SLOW)


def written_by_another(one: Session, user) -> None:
    records.record(session=one, user=user, head_count=40, sentence="讲了米升。")


def test_a_record_that_another_wrote_meanwhile_can_be_copied_and_let_go(people, city, over, tmp_path):
    screen = people.open(city.contributor)
    people.expect("409")
    kept_without_a_network(people, screen, over, tmp_path)
    written_by_another(over, city.manager)

    cut_off(people, screen, away=False)

    expect(state(screen)).to_contain_text("刚刚有人记过了", timeout=SLOW)
    expect(screen.get_by_label("手机里写的")).to_have_value("来了 43 人\n椅子不够，坐到了台阶上。")
    assert violations(screen) == []
    let_go(screen)
    expect(state(screen)).to_contain_text("手机里那份扔掉了")
    screen.goto(LIST)
    expect(screen.locator("[data-unsent-records]")).to_be_hidden()
    assert SessionRecord.objects.get(session=over).head_count == 40


def test_what_the_phone_still_holds_is_offered_on_the_page_of_the_record(people, city, over, tmp_path):
    screen = people.open(city.contributor)
    kept_without_a_network(people, screen, over, tmp_path)
    screen.close()
    written_by_another(over, city.manager)
    cut_off(people, again := screen.context.new_page(), away=False)

    again.goto(LIST)
    again.get_by_role("link", name="现在传").click()

    expect(again.get_by_text("您手机里还有一份没传上去")).to_be_visible()
    assert violations(again) == []
    let_go(again)
    expect(again.get_by_text("手机里那份扔掉了")).to_be_visible()


def test_a_record_of_what_was_called_off_can_be_let_go_from_the_list(people, city, tmp_path):
    start = timezone.now() - dt.timedelta(days=2, minutes=5 * Session.objects.count())
    called_off = scheduling.book(
        place=city.shangpu,
        starts_at=start,
        ends_at=start + dt.timedelta(hours=1),
        user=None,
        past=True,
        topic="停了的课",
    )
    screen = people.open(city.contributor)
    people.expect("404")
    kept_without_a_network(people, screen, called_off, tmp_path)
    scheduling.cancel(session=called_off, user=None, reason="台风")

    cut_off(people, screen, away=False)
    expect(state(screen)).to_contain_text("这一场取消了", timeout=SLOW)
    screen.goto(LIST)
    screen.get_by_role("button", name="传不上去？").click()
    expect(screen.get_by_label("手机里写的")).to_have_value("来了 43 人\n椅子不够，坐到了台阶上。")
    assert violations(screen) == []
    let_go(screen)

    expect(screen.locator("[data-unsent-records]")).to_be_hidden()


def test_who_was_signed_out_meanwhile_is_told_so_and_loses_nothing(people, city, over, tmp_path):
    screen = people.open(city.contributor)
    people.expect("403")
    fill(screen, over, tmp_path)
    screen.context.clear_cookies()

    finish(screen)

    expect(state(screen)).to_contain_text("登录过期了，写的先存在手机里", timeout=SLOW)
    expect(screen.get_by_role("link", name="重新登录")).to_be_visible()
    expect(screen.get_by_label("手机里写的")).to_have_value("来了 43 人\n椅子不够，坐到了台阶上。")


def test_a_refusal_is_told_where_one_is(people, city, over, tmp_path):
    screen = people.open(city.contributor)
    people.expect("409")
    fill(screen, over, tmp_path)
    screen.get_by_label("来了多少人").fill("")

    finish(screen)

    expect(state(screen)).to_contain_text("这里要填", timeout=SLOW)


def test_it_works_without_javascript(people, city, over, tmp_path):
    screen = people.open(city.contributor, java_script_enabled=False)
    fill(screen, over, tmp_path)

    finish(screen)

    expect(screen.get_by_text("记好了，谢谢您。")).to_be_visible(timeout=SLOW)
    assert SessionRecord.objects.get(session=over).photos.count() == 1
