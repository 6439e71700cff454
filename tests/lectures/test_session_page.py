"""A session's own page: what, where, when, who, what changed; its poster, its code, and its file for a calendar."""

import datetime as dt
import re

import pytest
import time_machine

from cms.pages import page_cache
from lectures import scheduling
from lectures.models import Audience, Dialect, LectureForm, LectureTheme, Session, SessionState
from lectures.public_rows import Row
from lectures.sheets import Sheet
from tests import markup
from tests.lectures.making import DAY, at, dispatcher, session, speaker


@pytest.fixture(autouse=True)
def _spring(city):
    """A day before the sessions; the city has been built before, since other tests share how it was built."""
    with time_machine.travel(dt.datetime(2027, 3, 10, 8, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def diary(city):
    type(city.shangpu).objects.filter(pk=city.shangpu.pk).update(address="上埔镇下厝 18 号")
    city.lin = speaker(city, "林秀珍", post="百姓宣讲员")
    city.dispatcher = dispatcher(city)
    return city


def agreed(diary, start="9:00", end="10:00", **details) -> Session:
    details = {"speakers": [diary.lin], "confirmed": True, "venue": "古厝天井"} | details
    return session(diary.shangpu, diary.dispatcher, start, end, **details)


def read(client, one: Session, more: str = "") -> str:
    page_cache.cache.clear()
    response = client.get(f"/lectures/{one.code}/{more}")
    assert response.status_code == 200
    html = response.content.decode()
    assert markup.faults(html) == []
    assert " style=" not in html
    return html


def test_it_tells_what_where_when_by_whom_and_how_to_get_there(diary, client):
    one = agreed(
        diary, theme=LectureTheme.objects.create(name="党史故事"), form=LectureForm.objects.create(name="快板"),
        audience=Audience.objects.create(name="老人"), dialects=[Dialect.objects.create(name="闽南话")], capacity=60,
    )  # fmt: skip

    html = read(client, one)

    for words in (
        "搬条凳子来听课", "2027年3月15日", "9:00—10:00", "延溪区上埔村", "古厝天井", "怎么去：上埔镇下厝 18 号",
        "百姓宣讲员", "党史故事", "快板", "老人", "闽南话", "坐得下 60 人", "不用报名",
    ):  # fmt: skip
        assert words in html
    assert f'href="{diary.lin.url}">林秀珍</a>' in html
    assert f'href="{diary.shangpu.url}"' in html
    assert f'href="/lectures/{one.code}.ics"' in html
    assert f'<link rel="canonical" href="http://testserver/lectures/{one.code}/">' in html


def test_its_code_leads_to_it(diary, client):
    html = read(client, agreed(diary))

    svg = re.search(r"<svg [^>]*class=\"qr\"[^>]*>.*?</svg>", html, re.DOTALL)[0]
    assert 'aria-label="这一场的二维码"' in svg
    assert svg.count("<path") == 2  # the ground and the dots


@pytest.mark.parametrize("details", [{"confirmed": False}, {"open_to_public": False}])
@pytest.mark.parametrize("address", ["/lectures/{}/", "/lectures/{}.ics", "/lectures/{}/poster/"])
def test_what_is_not_for_everybody_is_not_found(diary, client, details, address):
    one = agreed(diary, **details)

    assert client.get(address.format(one.code)).status_code == 404
    assert client.get(address.format("NSUCHA")).status_code == 404


def test_a_new_time_is_told_with_the_old_one(diary, client):
    one = agreed(diary)
    assert "改期" not in read(client, one)

    scheduling.move(
        session=one, user=diary.dispatcher, starts_at=at("14:30", dt.date(2027, 3, 16)),
        ends_at=at("15:30", dt.date(2027, 3, 16)), place=diary.xikou, reason="内部的事",
    )  # fmt: skip

    html = read(client, one)
    assert (
        "2027年3月10日改期：原定2027年3月15日 周一 9:00，改到2027年3月16日 周二 14:30。原定在上埔村，改到溪口村。"
        in html
    )
    assert "内部的事" not in html


def test_a_new_end_and_a_new_place_are_told_by_themselves(diary, client):
    longer, elsewhere = agreed(diary), agreed(diary, "14:00", "15:00")
    scheduling.move(session=longer, user=diary.dispatcher, starts_at=at("9:00"), ends_at=at("10:30"))
    scheduling.move(
        session=elsewhere, user=diary.dispatcher, starts_at=at("14:00"), ends_at=at("15:00"), place=diary.xikou
    )

    assert "开始的时间不变，改到10:30结束。" in read(client, longer)
    assert "改期：原定在上埔村，改到溪口村。" in read(client, elsewhere)


def test_what_was_moved_before_anybody_knew_of_it_is_not_told(diary, client):
    one = agreed(diary, confirmed=False)
    scheduling.move(session=one, user=diary.dispatcher, starts_at=at("15:00"), ends_at=at("16:00"))
    scheduling.confirm(session=one, user=diary.dispatcher)

    assert "改期" not in read(client, one)


def test_one_called_off_says_so_and_why_without_anybody_s_number(diary, client):
    one = agreed(diary)
    scheduling.cancel(session=one, user=diary.dispatcher, reason="台风要来，有事打 13812345678。")

    html = read(client, one)

    assert "<s>搬条凳子来听课</s>" in html
    assert "2027年3月10日取消：台风要来，有事打" in html
    assert "13812345678" not in html
    assert "放进我的日历" not in html
    assert "不用报名" not in html


def test_one_without_a_speaker_says_that_somebody_is_being_asked(diary, client):
    one = agreed(diary)
    scheduling.release(session=one, speaker=diary.lin, user=diary.dispatcher, reason="生病了")

    html = read(client, one)

    assert "待补位" in html
    assert "正在另外请人" in html
    assert "林秀珍" not in html
    assert "生病了" not in html


@pytest.mark.parametrize(
    ("state", "words"),
    [(SessionState.HELD, "已经讲过"), (SessionState.RECORDED, "已经讲过"), (SessionState.CONFIRMED, "时间已过")],
)
def test_afterwards_it_says_that_it_is_over(diary, client, state, words):
    one = agreed(diary)
    Session.objects.filter(pk=one.pk).update(state=state)

    with time_machine.travel(at("12:00")):
        html = read(client, one)

    assert f'<span class="tag still">{words}</span>' in html
    assert "不用报名" not in html


def test_a_speaker_taken_off_the_site_is_not_named(diary, client):
    one = agreed(diary)
    diary.lin.unpublish()

    assert "林秀珍" not in read(client, one)


@pytest.mark.parametrize("length", [6, 30, 80])
def test_the_poster_tells_it_in_large_letters(diary, client, length):
    html = read(client, agreed(diary, topic="讲" * length), "poster/")

    for words in ("讲" * length, "林秀珍", "3月15日 星期一", "9:00—10:00", "延溪区上埔村", "场次码", "谁都可以来听"):
        assert words in html
    assert 'class="qr"' in html


@pytest.mark.parametrize("count", [1, 3])
def test_it_takes_the_same_few_queries_however_many_speak(diary, client, count, django_assert_num_queries):
    one = agreed(
        diary,
        speakers=[speaker(diary, f"讲师{n}") for n in range(count)],
        dialects=[Dialect.objects.create(name=f"方言{n}") for n in range(count)],
    )
    client.get(f"/lectures/{one.code}/")

    with django_assert_num_queries(4):
        html = client.get(f"/lectures/{one.code}/?again").content.decode()

    assert html.count("讲师") - html.count("宣讲师") == count


def test_the_month_s_sheet_of_a_place_lists_what_is_on_there_and_below(diary, client):
    agreed(diary)
    agreed(diary, "14:00", "15:00", topic="取消了的")
    scheduling.cancel(session=Session.objects.get(topic="取消了的"), user=diary.dispatcher, reason="台风")

    for place, listed in ((diary.shangpu, True), (diary.yanxi, True), (diary.zhuling, False)):
        page_cache.cache.clear()
        html = client.get(f"/lectures/sheets/{place.pk}/2027/3/").content.decode()
        assert markup.faults(html) == []
        assert f"{place.title} 2027年3月宣讲安排" in html
        assert ("搬条凳子来听课" in html and "<s>取消了的</s>（已取消）" in html) == listed
    assert "这个月还没有排定的场次" in html


def test_a_day_opens_once_on_the_sheet(diary, client):
    agreed(diary), agreed(diary, "14:00", "15:00"), agreed(diary, day=DAY + dt.timedelta(days=1))

    html = client.get(f"/lectures/sheets/{diary.shangpu.pk}/2027/3/").content.decode()

    assert html.count('<tr class="opens">') == 2


@pytest.mark.parametrize(
    ("count", "topic", "size"),
    [(16, "夜话", "roomy"), (17, "夜话", "dense"), (10, "讲" * 20, "dense"), (31, "夜话", "dense overfull")],
)
def test_a_full_sheet_is_set_smaller_and_only_what_fits_no_page_goes_on(count, topic, size):
    row = Row("ABCDEF", topic, at("9:00"), at("10:00"), "confirmed", "古厝", "上埔村", "延溪区", "")

    assert Sheet(None, None, [(None, row)] * count).size == size


@pytest.mark.parametrize("month", ["2027/13", "2027/0", "1024/1", "99999/1"])
def test_there_is_no_sheet_of_a_month_that_never_comes(diary, client, month):
    assert client.get(f"/lectures/sheets/{diary.shangpu.pk}/{month}/").status_code == 404


def test_there_is_no_sheet_of_a_place_that_is_not_published(diary, client):
    diary.xikou.unpublish()

    assert client.get(f"/lectures/sheets/{diary.xikou.pk}/2027/3/").status_code == 404


def test_who_came_is_asked_how_it_was_once_it_has_begun_and_for_a_week(diary, client):
    one = agreed(diary)
    word = f'href="/lectures/rate/{one.code}/"'

    assert word not in read(client, one)
    for moment, there in ((at("9:00"), True), (at("10:00") + dt.timedelta(days=7, minutes=1), False)):
        with time_machine.travel(moment, tick=False):
            assert (word in read(client, one)) is there


def test_what_was_called_off_asks_nobody_how_it_was(diary, client):
    one = agreed(diary)
    scheduling.cancel(session=one, user=diary.dispatcher, reason="台风")
    with time_machine.travel(at("9:30"), tick=False):
        assert "听得怎么样" not in read(client, one)
