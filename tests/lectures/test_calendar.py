"""The calendar that everybody may turn: by month, week, day, or as a list."""

import datetime as dt

import pytest
import time_machine

from cms.pages import page_cache
from cms.places.founding import index_of
from lectures import calendars, scheduling
from lectures.models import CourseIndexPage, CoursePage, LectureForm, LectureTheme, Offer, Session
from tests import markup
from tests.lectures.making import DAY, at, dispatcher, session, speaker

CALENDAR = "/lectures/calendar/"
MARCH = f"{CALENDAR}?view=month&on=2027-03-01"
ON_THE_DAY = f"{CALENDAR}?view=day&on=2027-03-15"


@pytest.fixture(autouse=True)
def _spring(city):
    """A day before the sessions; the city has been built before, since other tests share how it was built."""
    with time_machine.travel(dt.datetime(2027, 3, 10, 8, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def diary(city):
    city.lin = speaker(city, "林秀珍")
    city.dispatcher, city.elsewhere = dispatcher(city), dispatcher(city, city.zhuling)
    return city


def agreed(diary, start="9:00", end="10:00", day=DAY, place=None, user=None, **details) -> Session:
    details = {"speakers": [diary.lin], "confirmed": True} | details
    return session(place or diary.shangpu, user or diary.dispatcher, start, end, day, **details)


def read(client, address) -> str:
    page_cache.cache.clear()
    response = client.get(address)
    assert response.status_code == 200
    html = response.content.decode()
    assert markup.faults(html) == []
    return html


@pytest.mark.parametrize("view", ["month", "week", "day", "list"])
def test_every_view_shows_what_is_agreed_with_its_way_to_it(diary, client, view):
    one = agreed(diary)

    html = read(client, f"{CALENDAR}?view={view}&on=2027-03-15")

    assert f'href="/lectures/{one.code}/"' in html
    for words in ("9:00", "搬条凳子来听课", "延溪区 上埔村", "共 <b>1</b> 场"):
        assert words in html
    assert ("林秀珍" in html) == (view != "month")


def test_what_is_only_planned_or_not_for_everybody_is_not_shown(diary, client):
    agreed(diary, topic="还没定的", confirmed=False)
    agreed(diary, "11:00", "12:00", topic="内部的", open_to_public=False)

    html = read(client, MARCH)

    assert "还没定的" not in html
    assert "内部的" not in html
    assert "2027年3月还没有排定的场次" in html


def test_a_session_called_off_is_struck_and_said_so(diary, client):
    scheduling.cancel(session=agreed(diary), user=diary.dispatcher, reason="台风")

    for address in (MARCH, ON_THE_DAY):
        html = read(client, address)
        assert "<s>搬条凳子来听课</s>" in html
        assert "已取消" in html


def test_a_session_whose_speaker_dropped_out_stays_and_waits_for_another(diary, client):
    one = agreed(diary)
    scheduling.release(session=one, speaker=diary.lin, user=diary.dispatcher)

    assert list(Session.objects.public()) == [one]
    html = read(client, ON_THE_DAY)
    assert "待补位" in html
    assert "林秀珍" not in html


def test_somebody_who_is_only_asked_is_not_named(diary, client):
    one, zhang = agreed(diary), speaker(diary, "张建国")
    scheduling.assign(session=one, speaker=zhang, user=diary.dispatcher)
    sent = Offer.objects.create(session=one, speaker=zhang, due_at=at("8:00"))
    assert "张建国" not in read(client, ON_THE_DAY)

    Offer.objects.filter(pk=sent.pk).update(state="accepted")

    assert "林秀珍、张建国" in read(client, ON_THE_DAY)


def test_it_is_narrowed_by_county_theme_and_form(diary, client):
    theme, form = LectureTheme.objects.create(name="移风易俗"), LectureForm.objects.create(name="快板")
    agreed(diary, topic="延溪的一场", theme=theme, form=form)
    tao = speaker(diary, "陶阿福", diary.zhuling)
    agreed(diary, topic="竹岭的一场", place=diary.fayun, user=diary.elsewhere, speakers=[tao])

    for narrowed in ("county=yanxi", f"theme={theme.pk}", f"form={form.pk}"):
        html = read(client, f"{MARCH}&{narrowed}")
        assert "延溪的一场" in html
        assert "竹岭的一场" not in html
        assert f"on=2027-04-01&amp;{narrowed}" in html  # what was chosen goes along
    assert "延溪的一场" not in read(client, f"{MARCH}&county=zhuling")
    assert "没有找到符合的场次" in read(client, f"{MARCH}&county=zhuling&theme={theme.pk}")


def test_a_session_that_says_nothing_itself_is_of_its_course_s_theme_and_form(diary, client):
    theme, form = LectureTheme.objects.create(name="移风易俗"), LectureForm.objects.create(name="快板")
    course = CoursePage(title="擂茶里的规约", place=diary.shangpu, theme=theme, form=form)
    index_of(diary.yanxi, CourseIndexPage).add_child(instance=course)
    agreed(diary, topic="", course=course)

    assert "擂茶里的规约" in read(client, f"{MARCH}&theme={theme.pk}&form={form.pk}")
    assert '<span class="tag green">快板</span>' in read(client, ON_THE_DAY)


def test_a_full_day_of_the_month_leads_to_the_day(diary, client):
    for hour in range(8, 14):
        agreed(diary, f"{hour}:00", f"{hour}:40", topic=f"第{hour}场")

    html = read(client, MARCH)

    assert "还有 2 场" in html
    assert "第11场" in html
    assert "第12场" not in html
    assert "view=day&amp;on=2027-03-15" in html
    assert "第13场" in read(client, ON_THE_DAY)


def test_it_turns_backward_and_onward_by_what_is_shown(diary, client):
    assert 'on=2027-02-01" rel="prev' in read(client, MARCH)
    assert 'on=2027-04-01" rel="next' in read(client, MARCH)
    assert 'on=2027-03-08" rel="prev' in read(client, f"{CALENDAR}?view=week&on=2027-03-17")
    assert "2027年3月15日到3月21日" in read(client, f"{CALENDAR}?view=week&on=2027-03-17")
    assert 'on=2027-03-16" rel="next' in read(client, ON_THE_DAY)


@pytest.mark.parametrize("on", ["", "昨天", "2027-02-30", "1024-01-01", "9999-12-31"])
@pytest.mark.parametrize("view", ["month", "week", "day", "list", "century"])
def test_a_strange_day_or_view_is_met_with_a_calendar_all_the_same(diary, client, on, view):
    assert "宣讲日历" in read(client, f"{CALENDAR}?view={view}&on={on}")


def test_nobody_turns_it_without_end(diary):
    far = calendars.span_of("month", calendars.day_of("9999-12-31"))
    long_ago = calendars.span_of("month", calendars.day_of("1024-01-01"))

    assert (far.has_previous, far.has_following) == (True, False)
    assert (long_ago.has_previous, long_ago.has_following) == (False, True)


def test_a_long_list_has_pages(diary, client, monkeypatch):
    monkeypatch.setattr("lectures.views.calendar.PER_PAGE", 2)
    for hour in (8, 10, 12):
        agreed(diary, f"{hour}:00", f"{hour}:40", topic=f"第{hour}场")

    first, second = (read(client, f"{ON_THE_DAY}&page={number}") for number in (1, 2))

    assert "第10场" in first
    assert "第12场" not in first
    assert "第12场" in second


def test_midnight_here_divides_the_days(diary, client):
    agreed(diary, "7:00", "7:40", day=dt.date(2027, 4, 1), topic="四月头一场")  # still March in UTC

    assert "四月头一场" not in read(client, MARCH)
    assert "四月头一场" in read(client, f"{CALENDAR}?on=2027-04-01")


@pytest.mark.parametrize("view", ["month", "week", "day", "list"])
@pytest.mark.parametrize("count", [1, 3])
def test_it_takes_the_same_few_queries_however_much_is_on(diary, client, view, count, django_assert_num_queries):
    for hour in range(8, 8 + count):
        agreed(diary, f"{hour}:00", f"{hour}:40", speakers=[speaker(diary, f"讲师{hour}")])
    address = f"{CALENDAR}?view={view}&on=2027-03-15"
    client.get(address)

    with django_assert_num_queries({"month": 1, "week": 2}.get(view, 3)):
        html = client.get(f"{address}&again").content.decode()

    assert html.count("搬条凳子来听课") == count


def test_it_is_kept_whole_and_renewed_by_every_change(
    diary, client, django_capture_on_commit_callbacks, django_assert_num_queries
):
    one = agreed(diary)
    client.get(MARCH)
    with django_assert_num_queries(0):
        client.get(MARCH)

    with django_capture_on_commit_callbacks(execute=True):
        scheduling.cancel(session=one, user=diary.dispatcher, reason="台风")

    assert "已取消" in client.get(MARCH).content.decode()


def test_the_home_page_and_the_places_pages_show_what_comes_next(diary, client):
    agreed(diary)
    agreed(diary, "14:00", "15:00", topic="取消了的")
    scheduling.cancel(session=Session.objects.get(topic="取消了的"), user=diary.dispatcher, reason="台风")

    for address in ("/", diary.shangpu.url, diary.yanxi.url):
        html = read(client, address)
        assert "近期开讲" in html
        assert "搬条凳子来听课" in html
        assert "取消了的" not in html
    assert f'href="{CALENDAR}?county=yanxi"' in read(client, diary.yanxi.url)
    assert "近期开讲" not in read(client, diary.fayun.url)


def test_what_is_over_is_nobody_s_next(diary, client):
    agreed(diary, day=dt.date(2027, 3, 9), past=True)

    assert "近期开讲" not in read(client, "/")
