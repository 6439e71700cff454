"""A speaker who could come at another time says when; the dispatcher moves the session by one tap, or says no."""

import pytest
from django.urls import reverse

from cms.core.refusals import Refused
from cms.notices.models import Notice
from lectures import dispatch_todos, dropouts, scheduling, talking
from lectures.models import Session
from tests import factories
from tests.lectures.making import at, dispatcher, session, speaker

LATER = {"day": "2027-03-16", "start": "14:00", "minutes": "60", "reason": "那天上午村里赶圩"}
MINE = reverse("lectures_desk:mine")


@pytest.fixture
def county(city):
    """A county with a speaker who is to come to 上埔村, and its dispatcher."""
    city.voice = factories.person("林秀珍")
    city.lin = speaker(city, "林秀珍", user=city.voice)
    city.dispatcher = dispatcher(city)
    city.one = session(city.shangpu, city.dispatcher, speakers=[city.lin], confirmed=True)
    return city


def ask(as_user, county, **said):
    url = reverse("lectures_desk:ask_to_move", args=[county.one.pk])
    return as_user(county.voice).post(url, LATER | said, follow=True)


def page_of(one) -> str:
    return reverse("lectures_desk:session", args=[one.pk])


def hidden(html: str) -> dict:
    """Return what the card's one button sends."""
    card = html.partition('id="asked"')[2].partition("</form>")[0]
    found = {}
    for part in card.split("<input")[1:]:
        name, value = (part.partition(f' {key}="')[2].partition('"')[0] for key in ("name", "value"))
        found[name] = value
    return found


def test_the_session_stays_where_it_is_until_the_dispatcher_moves_it_by_one_tap(as_user, county):
    said = ask(as_user, county).text
    assert "告诉派单员了" in said and "您想改到3月16日 周二 14:00" in said.replace("2027年", "")
    assert Session.objects.get(pk=county.one.pk).starts_at == at("9:00")
    told = Notice.objects.get(user=county.dispatcher)
    assert "林秀珍想换个时间" in told.title and told.body == "那天上午村里赶圩"
    card = next(todo for todo in dispatch_todos.todos(county.dispatcher) if todo.tag == "想换时间")
    assert card.url == page_of(county.one) + "#asked"
    desk = as_user(county.dispatcher)

    desk.post(reverse("lectures_desk:take", args=[county.one.pk, "move"]), hidden(desk.get(card.url).text))

    moved = Session.objects.get(pk=county.one.pk)
    assert (moved.starts_at, moved.ends_at, moved.place) == (
        at("14:00", at("9:00").date().replace(day=16)),
        at("15:00", at("9:00").date().replace(day=16)),
        county.shangpu,
    )
    assert not talking.asks(Session.objects.all())
    assert Notice.objects.filter(user=county.voice, title__startswith="改期了").exists()
    assert "等答复" not in as_user(county.voice).get(MINE).text


def test_no_is_said_in_words_and_nothing_waits_any_more(as_user, county):
    ask(as_user, county)
    url = reverse("lectures_desk:take", args=[county.one.pk, "stays"])
    assert "这里要填" in as_user(county.dispatcher).post(url, {"answer": ""}).text

    as_user(county.dispatcher).post(url, {"answer": "海报贴出去了，改不动。"})

    told = Notice.objects.get(user=county.voice, key__startswith="stays-")
    assert "时间没有改" in told.title and told.body == "海报贴出去了，改不动。"
    assert not talking.asks(Session.objects.all())
    assert "没有人等这个答复了" in as_user(county.dispatcher).post(url, {"answer": "再说一次"}).text


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"day": "2020-01-01"}, "这个时间已经过去了"),
        ({"day": "2027-03-15", "start": "9:00"}, "这就是原来的时间"),
        ({"minutes": "5"}, "最少写 10"),
        ({"day": "明天"}, "请写一个日期"),
    ],
)
def test_a_time_that_makes_no_sense_is_refused_on_its_card_with_what_was_typed(as_user, county, said, words):
    page = ask(as_user, county, **said).text

    assert words in page and "那天上午村里赶圩" in page
    assert not talking.asks(Session.objects.all())


def test_asking_again_counts_once_and_who_let_go_asks_no_more(as_user, county):
    ask(as_user, county)
    ask(as_user, county, start="15:00")
    assert [one.starts_at for one in talking.asks(Session.objects.all())] == [
        at("15:00", at("9:00").date().replace(day=16))
    ]

    dropouts.leave(session=county.one, diary=county.lin.diary, user=county.voice, reason="发烧")

    assert not talking.asks(Session.objects.all())


def test_nobody_asks_for_what_is_not_theirs_and_only_the_county_answers(as_user, county):
    other = speaker(county, "张建国", user=factories.person("张建国"))
    times = {"starts_at": at("14:00"), "ends_at": at("15:00")}
    assert as_user(other.diary.user).post(reverse("lectures_desk:ask_to_move", args=[county.one.pk])).status_code == 404
    with pytest.raises(Refused, match="有了变动"):
        talking.ask_to_move(session=county.one, diary=other.diary, user=other.diary.user, **times)
    ask(as_user, county)
    assert "改不了，说一声" not in as_user(county.voice).get(page_of(county.one)).text
    with pytest.raises(Refused):
        talking.leave_as_it_is(session=county.one, user=dispatcher(county, county.zhuling), answer="不行")


def test_a_session_that_was_called_off_waits_for_no_answer(as_user, county):
    ask(as_user, county)
    scheduling.cancel(session=county.one, user=county.dispatcher, reason="台风")

    assert not talking.asks(Session.objects.all())


@pytest.mark.parametrize("count", [1, 3])
def test_who_asks_is_read_in_one_query(county, count, django_assert_num_queries):
    for number in range(count):
        start, end = f"{14 + number}:00", f"{14 + number}:30"
        one = session(county.shangpu, county.dispatcher, start, end, speakers=[county.lin])
        times = {"starts_at": at(f"{10 + number}:30"), "ends_at": at(f"{11 + number}:30")}
        talking.ask_to_move(session=one, diary=county.lin.diary, user=county.voice, **times)
    with django_assert_num_queries(1):
        found = talking.asks(Session.objects.all())
        assert [one.session.place.title for one in found] == ["上埔村"] * count
