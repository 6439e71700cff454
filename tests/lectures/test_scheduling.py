"""Booking, moving, cancelling, and never twice."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction

from cms.audit import doctor
from cms.core import no_overlap
from cms.core.refusals import Refused
from cms.places.founding import index_of
from lectures import scheduling
from lectures.models import Booking, CourseIndexPage, CoursePage, KnownWay, Session, SessionState
from tests.lectures.making import DAY, at, dispatcher, put, session, speaker


@pytest.fixture
def diary(city):
    """A county with two speakers, a dispatcher, and two villages about 42 minutes apart."""
    put(city.shangpu, 25.10000, 117.00000)
    put(city.xikou, 25.24600, 117.00000)  # 16.2 km as the crow flies
    city.lin, city.zhang = speaker(city, "林秀珍"), speaker(city, "张建国")
    city.dispatcher = dispatcher(city)
    return city


def kinds(of: Session) -> list[str]:
    return list(of.events.values_list("kind", flat=True))


def test_a_session_is_booked_confirmed_and_leaves_its_trail(diary):
    one = session(diary.shangpu, diary.dispatcher, speakers=[diary.lin], confirmed=True)

    assert (one.state, one.topic, len(one.code)) == (SessionState.CONFIRMED, "搬条凳子来听课", 6)
    assert kinds(one) == ["booked", "assigned", "confirmed"]
    booking = one.bookings.get()
    assert booking.busy_until == at("10:15")  # 15 minutes are the least that a way takes


def test_a_speaker_who_is_somewhere_else_is_refused_with_the_way_and_the_next_gap(diary):
    session(diary.shangpu, diary.dispatcher, "9:00", "10:30", speakers=[diary.lin])

    with pytest.raises(Refused) as refused:
        session(diary.xikou, diary.dispatcher, "11:00", "12:00", speakers=[diary.lin])

    assert "林秀珍 10:30 在上埔村讲完《搬条凳子来听课》，到溪口村约 45 分钟，最早 11:15 能开始。" in str(refused.value)
    assert "往后最近的空档：3月15日 11:15" in str(refused.value)
    assert Session.objects.count() == 1


def test_the_way_to_what_follows_counts_too(diary):
    session(diary.xikou, diary.dispatcher, "11:00", "12:00", speakers=[diary.lin])

    with pytest.raises(Refused) as refused:
        session(diary.shangpu, diary.dispatcher, "9:30", "10:30", speakers=[diary.lin])

    assert "最晚要在 10:15 前讲完" in str(refused.value)


def test_the_way_is_counted_once_between_two_sessions(diary):
    session(diary.shangpu, diary.dispatcher, "9:00", "10:00", speakers=[diary.lin])
    session(diary.xikou, diary.dispatcher, "10:45", "11:30", speakers=[diary.lin])

    assert list(Booking.objects.values_list("busy_until", flat=True)) == [at("10:45"), at("11:45")]


def test_a_session_in_the_gap_shortens_the_way_before_it(diary):
    session(diary.shangpu, diary.dispatcher, "9:00", "10:00", speakers=[diary.lin])
    session(diary.xikou, diary.dispatcher, "14:00", "15:00", speakers=[diary.lin])
    session(diary.shangpu, diary.dispatcher, "10:00", "11:00", speakers=[diary.lin])

    assert list(Booking.objects.values_list("busy_until", flat=True)) == [at("10:00"), at("11:45"), at("15:15")]


def test_a_way_known_by_hand_goes_before_the_reckoned_one(diary):
    a, b = sorted([diary.shangpu, diary.xikou], key=lambda place: place.pk)
    KnownWay.objects.create(a=a, b=b, minutes=90)
    session(diary.shangpu, diary.dispatcher, "9:00", "10:00", speakers=[diary.lin])

    with pytest.raises(Refused, match="约 90 分钟"):
        session(diary.xikou, diary.dispatcher, "11:00", "12:00", speakers=[diary.lin])


def test_a_place_takes_one_session_at_a_time(diary):
    session(diary.shangpu, diary.dispatcher, "9:00", "10:00", speakers=[diary.lin])

    with pytest.raises(Refused) as refused:
        session(diary.shangpu, diary.dispatcher, "9:30", "10:30", speakers=[diary.zhang], topic="防诈")

    assert "上埔村 3月15日 09:00—10:00 已经有一场《搬条凳子来听课》" in str(refused.value)
    assert "往后最近的空档：3月15日 10:00" in str(refused.value)
    session(diary.shangpu, diary.dispatcher, "10:00", "11:00", speakers=[diary.zhang])  # right after is free


def test_a_move_frees_the_old_hours_and_tells_calendars(diary):
    one = session(diary.shangpu, diary.dispatcher, speakers=[diary.lin, diary.zhang], confirmed=True)

    moved = scheduling.move(
        session=one, user=diary.dispatcher, starts_at=at("15:00"), ends_at=at("16:00"), place=diary.xikou, reason="下雨"
    )

    assert (moved.sequence, moved.place, moved.state) == (1, diary.xikou, SessionState.CONFIRMED)
    assert set(moved.bookings.values_list("starts_at", "live")) == {(at("15:00"), True)}
    event = moved.events.get(kind="moved")
    assert (event.before["place"], event.after["place"], event.note) == ("上埔村", "溪口村", "下雨")
    session(diary.shangpu, diary.dispatcher, speakers=[diary.lin])


def test_a_move_that_does_not_fit_changes_nothing(diary):
    one = session(diary.shangpu, diary.dispatcher, "9:00", "10:00", speakers=[diary.lin])
    session(diary.xikou, diary.dispatcher, "14:00", "15:00", speakers=[diary.lin])

    with pytest.raises(Refused):
        scheduling.move(session=one, user=diary.dispatcher, starts_at=at("14:30"), ends_at=at("15:30"))

    one.refresh_from_db()
    assert (one.starts_at, one.sequence, one.bookings.get().live) == (at("9:00"), 0, True)


def test_a_cancelled_session_gives_its_hours_back_and_must_say_why(diary):
    one = session(diary.shangpu, diary.dispatcher, speakers=[diary.lin], confirmed=True)
    with pytest.raises(Refused, match="为什么取消"):
        scheduling.cancel(session=one, user=diary.dispatcher, reason=" ")

    gone = scheduling.cancel(session=one, user=diary.dispatcher, reason="台风")

    assert (gone.state, gone.takes_place, gone.sequence) == (SessionState.CANCELLED, False, 1)
    session(diary.shangpu, diary.dispatcher, speakers=[diary.lin])
    with pytest.raises(Refused):
        scheduling.cancel(session=one, user=diary.dispatcher, reason="再来一次")


def test_after_a_cancellation_the_way_before_it_is_reckoned_anew(diary):
    session(diary.shangpu, diary.dispatcher, "8:00", "9:00", speakers=[diary.lin])
    between = session(diary.shangpu, diary.dispatcher, "9:30", "10:00", speakers=[diary.lin])
    session(diary.xikou, diary.dispatcher, "11:00", "12:00", speakers=[diary.lin])

    scheduling.cancel(session=between, user=diary.dispatcher, reason="不讲了")

    assert Booking.objects.get(starts_at=at("8:00")).busy_until == at("9:45")


def test_a_speaker_who_drops_out_leaves_the_session_open_for_a_substitute(diary):
    diary.lin.diary.user = diary.contributor
    diary.lin.diary.save()
    one = session(diary.shangpu, diary.dispatcher, speakers=[diary.lin], confirmed=True)

    left = scheduling.release(session=one, speaker=diary.lin, user=diary.contributor, reason="发烧")

    assert left.state == SessionState.PLANNED
    assert kinds(left)[-1] == "released"
    scheduling.assign(session=left, speaker=diary.zhang, user=diary.dispatcher)
    assert scheduling.confirm(session=left, user=diary.dispatcher).state == SessionState.CONFIRMED


def test_nobody_confirms_a_session_without_a_speaker(diary):
    one = session(diary.shangpu, diary.dispatcher)
    with pytest.raises(Refused, match="还没有宣讲师"):
        scheduling.confirm(session=one, user=diary.dispatcher)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [("10:00", "9:00", "结束要在开始之后"), ("8:00", "17:00", "8 个小时"), ("10:00", "10:00", "结束要在开始之后")],
)
def test_impossible_times_are_refused_in_words(diary, start, end, words):
    with pytest.raises(Refused, match=words):
        session(diary.shangpu, diary.dispatcher, start, end)


def test_the_past_is_refused_unless_it_is_told_afterwards(diary):
    past = DAY - dt.timedelta(days=400)
    with pytest.raises(Refused, match="已经过去"):
        session(diary.shangpu, diary.dispatcher, day=past)
    assert session(diary.shangpu, diary.dispatcher, day=past, past=True).pk


def test_an_outsider_can_neither_book_nor_move_nor_cancel(diary):
    outsider = dispatcher(diary, diary.zhuling)
    one = session(diary.shangpu, diary.dispatcher)

    for act in (
        lambda: session(diary.shangpu, outsider, "15:00", "16:00"),
        lambda: scheduling.move(session=one, user=outsider, starts_at=at("15:00"), ends_at=at("16:00")),
        lambda: scheduling.cancel(session=one, user=outsider, reason="不行"),
        lambda: scheduling.assign(session=one, speaker=diary.lin, user=outsider),
        lambda: scheduling.change(session=one, user=outsider, topic="别的"),
    ):
        with pytest.raises(Refused, match="派单员"):
            act()
    assert not Session.objects.for_user(outsider).exists()
    assert Session.objects.for_user(diary.dispatcher).count() == 1


def test_the_database_refuses_whatever_goes_round_the_verbs(diary):
    session(diary.shangpu, diary.dispatcher, "9:00", "10:00", speakers=[diary.lin])
    two = session(diary.xikou, diary.dispatcher, "14:00", "15:00", speakers=[diary.lin])
    early = {"starts_at": at("9:30"), "ends_at": at("10:30")}

    for act in (
        lambda: Session.objects.filter(pk=two.pk).update(place=diary.shangpu, **early),
        lambda: Booking.objects.filter(session=two).update(busy_until=at("10:30"), **early),
        lambda: Booking.objects.bulk_create(
            [Booking(session=two, speaker=diary.lin, busy_until=at("10:30"), live=True, **early)],
        ),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            act()


def test_a_cancelled_row_cannot_be_revived_over_another(diary):
    one = session(diary.shangpu, diary.dispatcher, speakers=[diary.lin])
    scheduling.cancel(session=one, user=diary.dispatcher, reason="台风")
    session(diary.shangpu, diary.dispatcher, speakers=[diary.lin])

    with pytest.raises(IntegrityError), transaction.atomic():
        Booking.objects.filter(session=one).update(live=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Session.objects.filter(pk=one.pk).update(takes_place=True, state="planned")


def test_the_guards_are_there_and_missed_when_they_go(diary):
    assert no_overlap.missing() == []
    drop = {
        "sqlite": "DROP TRIGGER speaker_never_booked_twice_update",
        "postgresql": "ALTER TABLE lectures_booking DROP CONSTRAINT speaker_never_booked_twice",
    }
    with connection.cursor() as cursor:
        cursor.execute(drop[connection.vendor])

    assert len(no_overlap.missing()) == 1
    assert no_overlap.guards_are_there(databases=["default"])[0].id == "core.W001"


@pytest.mark.parametrize("count", [1, 3])
def test_booking_takes_as_many_queries_however_full_the_diary_is(diary, count, django_assert_max_num_queries):
    for number in range(count):
        session(diary.shangpu, diary.dispatcher, "9:00", "10:00", DAY + dt.timedelta(days=number), speakers=[diary.lin])

    with django_assert_max_num_queries(26):
        session(diary.shangpu, diary.dispatcher, "14:00", "15:00", speakers=[diary.lin])


def test_the_doctor_finds_a_confirmed_session_without_its_speaker(diary):
    one = session(diary.shangpu, diary.dispatcher, speakers=[diary.lin], confirmed=True)
    asked = ("没有一位宣讲师、一个地点同时有两场", "防止重复排期的约束都在数据库里", "已排定的场次都有宣讲师")
    assert [doctor.examine()[title] for title in asked] == [[], [], []]

    Booking.objects.filter(session=one).update(live=False)

    assert doctor.examine()[asked[2]] == ["上埔村的《搬条凳子来听课》已排定，却没有宣讲师。"]


def test_another_course_brings_its_own_name_and_a_yes_that_turns_no_says_so(diary):
    one = session(diary.shangpu, diary.dispatcher)
    course = CoursePage(title="六通电话，演一遍就记住")
    index_of(diary.yanxi, CourseIndexPage).add_child(instance=course)

    changed = scheduling.change(session=one, user=diary.dispatcher, course=course, topic="", open_to_public=False)

    assert changed.topic == "六通电话，演一遍就记住"
    event = changed.events.get(kind="changed")
    assert (event.before["open_to_public"], event.after["open_to_public"]) == ("True", "False")
    scheduling.cancel(session=one, user=diary.dispatcher, reason="台风")
    with pytest.raises(Refused, match="不能再改"):
        scheduling.change(session=one, user=diary.dispatcher, topic="别的")


def test_the_time_that_is_named_suits_everybody_who_speaks(diary):
    session(diary.xikou, diary.dispatcher, "14:00", "15:00", speakers=[diary.zhang])
    session(diary.xikou, diary.dispatcher, "9:00", "13:45", speakers=[diary.lin])

    with pytest.raises(Refused) as refused:
        session(diary.shangpu, diary.dispatcher, "13:00", "14:00", speakers=[diary.lin, diary.zhang])

    assert "往后最近的空档：3月15日 15:45" in str(refused.value)


def test_calendars_hear_when_a_session_waits_for_a_substitute_and_when_it_is_agreed_again(diary):
    one = session(diary.shangpu, diary.dispatcher, speakers=[diary.lin], confirmed=True)
    assert one.sequence == 0
    left = scheduling.release(session=one, speaker=diary.lin, user=diary.dispatcher, reason="发烧")
    scheduling.assign(session=left, speaker=diary.zhang, user=diary.dispatcher)
    assert scheduling.confirm(session=left, user=diary.dispatcher).sequence == 2
