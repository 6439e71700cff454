"""The sessions on the desk: listed by week, booked, moved, confirmed, called off, and only by who may."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from lectures import scheduling
from lectures.models import Session, SessionState
from tests import factories
from tests.lectures.making import DAY, at, dispatcher, session, speaker

NOW = "2027-03-15 08:00+08:00"  # the morning of DAY
BOOK = "/desk/lectures/book/"
LIST = "/desk/lectures/"
SAID = {
    "topic": "搬条凳子来听课", "place": "上埔村", "day": "2027-03-16", "start": "19:30", "minutes": "60",
    "speakers": "林秀珍", "open_to_public": "on",
}  # fmt: skip


@pytest.fixture
def desk(city):
    """A county with a dispatcher and two speakers, one of whom has an account."""
    city.speaker_user = factories.person("林秀珍")
    city.lin, city.zhang = speaker(city, "林秀珍", user=city.speaker_user), speaker(city, "张建国")
    city.dispatcher = dispatcher(city)
    with time_machine.travel(NOW, tick=False):
        yield city


def take(client, one: Session, step: str, **said):
    return client.post(reverse("lectures_desk:take", args=[one.pk, step]), said, follow=True)


def page_of(client, one: Session):
    return client.get(reverse("lectures_desk:session", args=[one.pk]))


def test_a_session_is_booked_by_names_as_people_type_them(desk, as_user):
    answer = as_user(desk.dispatcher).post(BOOK, SAID | {"confirmed": "on"}, follow=True)

    one = Session.objects.get()
    assert (one.place, one.state) == (desk.shangpu, SessionState.CONFIRMED)
    assert timezone.localtime(one.starts_at).strftime("%m-%d %H:%M") == "03-16 19:30"
    assert [booking.speaker for booking in one.bookings.all()] == [desk.lin]
    assert "排好了：上埔村，19:30。" in answer.text
    assert answer.redirect_chain[-1][0] == reverse("lectures_desk:session", args=[one.pk])


def test_a_clash_is_told_with_the_next_gap_and_nothing_typed_is_lost(desk, as_user):
    session(desk.shangpu, desk.dispatcher, "19:00", "20:00", dt.date(2027, 3, 16), speakers=[desk.lin])

    answer = as_user(desk.dispatcher).post(BOOK, SAID | {"venue": "古厝天井"})

    assert "上埔村 3月16日 19:00—20:00 已经有一场" in answer.text
    assert "往后最近的空档：3月16日 20:00" in answer.text
    assert answer.context["form"].errors.keys() == {"__all__", "start"}
    for typed in ("搬条凳子来听课", "古厝天井", "2027-03-16", "19:30", "林秀珍"):
        assert f'value="{typed}"' in answer.text
    assert Session.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"place": "筏运村"}, "place", "您负责的地方里没有“筏运村”"),
        ({"speakers": "林秀真"}, "speakers", "名册里没有“林秀真”这位宣讲师。是不是林秀珍？"),
        ({"topic": ""}, "topic", "写几个字，或者选一门课。"),
        ({"day": "2027-03-14"}, "start", "请选一个还没到的时间。"),
        ({"speakers": "", "confirmed": "on"}, "speakers", "直接排定要写上谁来讲"),
    ],
)
def test_what_does_not_do_is_told_at_its_field(desk, as_user, changed, field, words):
    answer = as_user(desk.dispatcher).post(BOOK, SAID | changed)

    assert words in " ".join(answer.context["form"].errors[field])
    assert not Session.objects.exists()


def test_speakers_of_one_name_are_told_apart_by_number(desk, as_user):
    other = speaker(desk, "林秀珍", county=desk.zhuling)
    client = as_user(desk.dispatcher)

    answer = client.post(BOOK, SAID)
    assert f"林秀珍#{other.pk}（竹岭市）" in answer.text
    client.post(BOOK, SAID | {"speakers": f"林秀珍#{other.pk}"})

    assert Session.objects.get().bookings.get().speaker == other


def test_a_session_is_moved_confirmed_changed_and_called_off_on_its_page(desk, as_user):
    one = session(desk.shangpu, desk.dispatcher, speakers=[desk.lin])
    client = as_user(desk.dispatcher)

    assert "定下来了" in take(client, one, "confirm").text
    moved = take(client, one, "move", day="2027-03-16", start="15:00", minutes="90", place="溪口村", reason="下雨")
    assert "改好了" in moved.text
    take(client, one, "change", topic="防诈八招", venue="祠堂", open_to_public="on")
    take(client, one, "assign", speakers="张建国")
    take(client, one, "release", speaker=desk.lin.pk, reason="发烧")
    answer = take(client, one, "cancel", reason="台风")

    one.refresh_from_db()
    assert (one.state, one.place, one.topic, one.venue) == (SessionState.CANCELLED, desk.xikou, "防诈八招", "祠堂")
    assert list(one.events.order_by("pk").values_list("kind", flat=True)) == [
        "booked", "assigned", "confirmed", "moved", "changed", "assigned", "released", "cancelled",
    ]  # fmt: skip
    for words in ("地点：上埔村 → 溪口村", "“下雨”", "讲什么：搬条凳子来听课 → 防诈八招", "“台风”", "林秀珍"):
        assert words in answer.text


def test_a_step_that_is_refused_keeps_what_was_typed(desk, as_user):
    one = session(desk.shangpu, desk.dispatcher, speakers=[desk.lin])

    past = take(as_user(desk.dispatcher), one, "move", day="2027-03-14", start="15:00", minutes="90", place="上埔村")
    assert "这个时间已经过去了。" in past.text
    assert 'value="2027-03-14"' in past.text
    nobody = take(as_user(desk.dispatcher), one, "cancel", reason="")
    assert nobody.context["bound"] == "cancel"
    one.refresh_from_db()
    assert one.starts_at == at("9:00")


def test_those_of_the_place_and_the_speaker_see_it_and_do_not_steer_it(desk, as_user):
    one = session(desk.shangpu, desk.dispatcher, speakers=[desk.lin], confirmed=True)

    every_step = ["confirm", "move", "change", "assign", "release", "cancel"]
    for user, steps in ((desk.contributor, []), (desk.speaker_user, ["release"]), (desk.manager, every_step)):
        page = page_of(as_user(user), one)
        assert "<h1>搬条凳子来听课</h1>" in page.text
        assert list(page.context["forms"]) == steps
        offered = [
            step for step in every_step if f'action="{reverse("lectures_desk:take", args=[one.pk, step])}' in page.text
        ]
        assert offered == [step for step in steps if step != "confirm"]  # it is confirmed
        listed = as_user(user).get(LIST).text
        assert reverse("lectures_desk:session", args=[one.pk]) in listed
        assert (BOOK in listed) == (user == desk.manager)
    assert "要由当地的派单员、管理员来做" in take(as_user(desk.contributor), one, "cancel", reason="不行").text
    take(as_user(desk.speaker_user), one, "release", speaker=desk.lin.pk, reason="发烧")
    one.refresh_from_db()
    assert one.state == SessionState.PLANNED


def test_a_foreign_session_does_not_exist(desk, as_user):
    one = session(desk.shangpu, desk.dispatcher)
    foreign = as_user(desk.outsider)

    assert page_of(foreign, one).status_code == 404
    assert take(foreign, one, "cancel", reason="不行").status_code == 404
    assert "搬条凳子" not in foreign.get(LIST).text
    assert foreign.get(BOOK).status_code == 404  # an editor does not schedule
    assert as_user(desk.nominator).get(LIST).status_code == 404


def test_the_week_lists_what_comes_next_first_and_what_is_over_after(desk, as_user):
    with time_machine.travel("2027-03-01 08:00+08:00"):
        for day in (15, 16, 17, 22):
            session(desk.shangpu, desk.dispatcher, day=dt.date(2027, 3, day), topic=f"第{day}日的课")

    with time_machine.travel("2027-03-16 08:00+08:00"):
        client = as_user(desk.dispatcher)
        text = client.get(LIST).text
        following = client.get(LIST + "?week=2027-03-24").text
    places = [text.index(f"第{day}日的课") for day in (16, 17, 15)]
    assert places == sorted(places)
    assert "第22日的课" not in text
    assert "第22日的课" in following


def test_lists_are_narrowed_by_lane_words_and_county(desk, as_user):
    session(desk.shangpu, desk.dispatcher, topic="防诈八招", speakers=[desk.lin], confirmed=True)
    session(desk.fayun, desk.superuser, topic="水筏人家")
    client = as_user(desk.city_manager)

    def titles(query: str) -> set:
        return {one.topic for one in client.get(LIST + query).context["page"]}

    assert titles("?lane=planned") == {"水筏人家"}
    assert titles("?q=林秀珍") == {"防诈八招"}
    assert titles("?county=zhuling") == {"水筏人家"}
    assert titles("?week=nonsense&lane=nonsense") == {"防诈八招", "水筏人家"}
    with time_machine.travel("2027-04-01 08:00+08:00"):
        client = as_user(desk.city_manager)
        assert titles("?lane=held") == {"防诈八招", "水筏人家"}


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_takes_as_many_queries_however_long_it_is(desk, as_user, count, django_assert_num_queries):
    for number in range(count):
        session(desk.shangpu, desk.dispatcher, f"{9 + number}:00", f"{9 + number}:50", speakers=[desk.lin])
    client = as_user(desk.dispatcher)
    client.get(LIST)

    with django_assert_num_queries(7):
        assert len(client.get(LIST).context["page"]) == count


@pytest.mark.parametrize("count", [1, 3])
def test_a_session_s_page_takes_as_many_queries_however_long_its_trail_is(
    desk, as_user, count, django_assert_num_queries
):
    one = session(desk.shangpu, desk.dispatcher, speakers=[desk.lin], confirmed=True)
    for number in range(count):
        scheduling.change(session=one, user=desk.dispatcher, topic=f"第 {number} 稿")
    client = as_user(desk.dispatcher)
    page_of(client, one)

    with django_assert_num_queries(19):
        page_of(client, one)


def test_a_speaker_lets_only_themself_go_and_lands_where_they_may_read_on(desk, as_user):
    one = session(desk.shangpu, desk.dispatcher, speakers=[desk.lin, desk.zhang], confirmed=True)
    client = as_user(desk.speaker_user)
    assert "张建国" not in str(page_of(client, one).context["forms"]["release"])
    assert take(client, one, "release", speaker=desk.zhang.pk).context["forms"]["release"].errors

    answer = take(client, one, "release", speaker=desk.lin.pk, reason="发烧")

    assert answer.redirect_chain == [(reverse("lectures_desk:mine"), 302)]
    assert "知道了，时间空出来了。" in answer.text
    assert page_of(client, one).status_code == 404
    answer = take(as_user(desk.dispatcher), one, "release", speaker=desk.zhang.pk)
    assert answer.redirect_chain == [(reverse("lectures_desk:session", args=[one.pk]), 302)]


def test_who_has_nothing_to_record_has_nothing_to_do(desk, as_user):
    one = session(desk.shangpu, desk.dispatcher, speakers=[desk.lin], confirmed=True)
    quiet = as_user(desk.contributor).get("/desk/").text
    assert "讲完待记" not in quiet

    with time_machine.travel(one.ends_at + dt.timedelta(hours=1)):
        for user in (desk.contributor, desk.speaker_user):
            assert "补一条记录就行" in as_user(user).get("/desk/").text
        assert "1 场讲完了，还没有记录" in as_user(desk.dispatcher).get("/desk/").text
        assert "讲完了" not in as_user(desk.outsider).get("/desk/").text
    assert timezone.localtime(one.starts_at).date() == DAY
