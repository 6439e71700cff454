"""When a speaker can come: what is said, what is not, and what then falls outside."""

import datetime as dt

import pytest
from django.urls import reverse

from cms.audit.models import Event
from cms.core.refusals import Refused
from lectures import availability
from lectures.availability import Said
from lectures.models import DayPart, Part, WeeklyPart
from tests.lectures.making import DAY, at, dispatcher, said_of, session, speaker


@pytest.fixture
def diary(city):
    """A speaker who signs in, with a dispatcher of their county."""
    city.lin = speaker(city, "林秀珍", user=city.contributor)
    city.dispatcher = dispatcher(city)
    return city


def fill(city, user=None, week=None, days=()):
    return availability.fill(diary=city.lin.diary, user=user or city.contributor, week=week or {}, days=days)


def that_day(part=Part.MORNING, free=False, day=DAY, note=""):
    return {"day": day, "part": part, "free": free, "note": note}


def test_what_nobody_said_is_unknown_and_never_free(diary):
    assert said_of(diary.lin, DAY, Part.MORNING) == Said.UNKNOWN
    assert Said.UNKNOWN.label == "未填写"


def test_the_weekly_template_says_it_for_every_week(diary):
    fill(diary, week={(1, Part.MORNING): Said.FREE, (1, Part.EVENING): Said.BUSY})

    said = [said_of(diary.lin, DAY + dt.timedelta(days=7), part) for part in Part]
    assert said == [Said.FREE, Said.UNKNOWN, Said.BUSY]
    assert said_of(diary.lin, DAY + dt.timedelta(days=1), Part.MORNING) == Said.UNKNOWN
    diary.lin.diary.refresh_from_db()
    assert diary.lin.diary.filled_at


def test_a_day_of_its_own_goes_before_the_template(diary):
    fill(diary, week={(1, Part.MORNING): Said.FREE}, days=[that_day(free=False)])

    assert said_of(diary.lin, DAY, Part.MORNING) == Said.BUSY
    assert said_of(diary.lin, DAY + dt.timedelta(days=7), Part.MORNING) == Said.FREE


@pytest.mark.parametrize(
    ("clock", "part"),
    [("0:00", "am"), ("11:59", "am"), ("12:00", "pm"), ("17:59", "pm"), ("18:00", "eve"), ("23:30", "eve")],
)
def test_the_parts_of_a_day_begin_at_noon_and_at_six(clock, part):
    assert availability.part_of(at(clock)) == part


def test_a_session_over_noon_needs_both_parts(diary):
    fill(diary, week={(1, Part.MORNING): Said.FREE})
    pk = diary.lin.pk

    assert availability.of_everybody(at("10:00"), at("12:00"))[pk] == Said.FREE
    assert availability.of_everybody(at("11:00"), at("13:00"))[pk] == Said.UNKNOWN
    fill(diary, week={(1, Part.MORNING): Said.FREE, (1, Part.AFTERNOON): Said.BUSY})
    assert availability.of_everybody(at("11:00"), at("13:00"))[pk] == Said.BUSY


def test_filling_in_lists_the_sessions_that_now_fall_outside(diary):
    monday = session(diary.shangpu, diary.dispatcher, speakers=[diary.lin], confirmed=True)
    session(diary.shangpu, diary.dispatcher, day=DAY + dt.timedelta(days=1), speakers=[diary.lin], confirmed=True)

    assert fill(diary, week={(1, Part.MORNING): Said.BUSY}) == [monday]
    assert fill(diary, week={(1, Part.MORNING): Said.FREE}) == []


def test_a_session_that_is_kept_falls_outside_no_more(diary):
    monday = session(diary.shangpu, diary.dispatcher, speakers=[diary.lin], confirmed=True)
    fill(diary, week={(1, Part.MORNING): Said.BUSY})

    availability.keep(diary=diary.lin.diary, session=monday, user=diary.contributor)

    assert availability.outside(diary.lin.diary) == []
    assert said_of(diary.lin, DAY + dt.timedelta(days=7), Part.MORNING) == Said.BUSY


def test_filling_in_again_replaces_what_was_said_but_not_the_past(diary):
    past = DayPart.objects.create(diary=diary.lin.diary, day=dt.date(2020, 1, 6), part=Part.MORNING, free=False)
    fill(diary, week={(1, Part.MORNING): Said.FREE}, days=[that_day()])
    fill(diary, week={(2, Part.MORNING): Said.FREE})

    assert [str(row) for row in WeeklyPart.objects.all()] == ["周二上午有空"]
    assert list(DayPart.objects.all()) == [past]


def test_bad_days_are_refused_in_words(diary):
    with pytest.raises(Refused, match="填了两次"):
        fill(diary, days=[that_day(), that_day(free=True)])
    with pytest.raises(Refused, match="2020年01月06日"):
        fill(diary, days=[that_day(day=dt.date(2020, 1, 6))])
    assert not WeeklyPart.objects.exists()


def test_nobody_else_fills_it_in_but_the_county_that_does_it_for_them(diary):
    with pytest.raises(Refused, match="本人"):
        fill(diary, user=dispatcher(diary, diary.zhuling))
    assert fill(diary, user=diary.dispatcher, week={(1, Part.MORNING): Said.FREE}) == []


def test_the_county_fills_it_in_on_the_desk_and_everybody_sees_who_did(diary, as_user):
    url = reverse("lectures_desk:free_of", args=[diary.lin.pk])
    desk = as_user(diary.dispatcher)
    said = {"days-TOTAL_FORMS": "0", "days-INITIAL_FORMS": "0", "said_1_am": "free"}
    assert "电话里问过本人再填" in desk.get(url).text

    page = desk.post(url, said, follow=True).text

    assert said_of(diary.lin, DAY, Part.MORNING) == Said.FREE
    assert "替林秀珍存好了" in page and "延溪区派单员填的" in page
    assert "延溪区派单员替您填的" in as_user(diary.contributor).get(reverse("lectures_desk:mine")).text
    event = Event.objects.get(action="代填空闲时间")
    assert (event.actor, event.detail) == (diary.dispatcher, {"speaker": diary.lin.pk})
    for nobody in (diary.contributor, diary.editor, dispatcher(diary, diary.zhuling)):
        assert as_user(nobody).post(url, said).status_code == 404


def test_what_the_county_filled_in_for_them_is_theirs_again_once_they_fill_it_in(diary):
    fill(diary, user=diary.dispatcher, week={(1, Part.MORNING): Said.FREE})
    fill(diary, week={(1, Part.MORNING): Said.BUSY})

    diary.lin.diary.refresh_from_db()
    assert not diary.lin.diary.filled_by


def test_a_speaker_without_a_diary_is_filled_in_for_too_and_told_what_falls_outside(diary, as_user):
    zhang = speaker(diary, "张建国")
    zhang.diary.delete()
    one = session(diary.shangpu, diary.dispatcher, speakers=[zhang], confirmed=True)
    said = {"days-TOTAL_FORMS": "0", "days-INITIAL_FORMS": "0", "said_1_am": "busy"}

    page = as_user(diary.dispatcher).post(reverse("lectures_desk:free_of", args=[zhang.pk]), said, follow=True).text

    assert f"对不上：上埔村《{one.topic}》" in page


@pytest.mark.parametrize("count", [1, 3])
def test_asking_of_everybody_takes_two_queries(diary, count, django_assert_num_queries):
    for number in range(count):
        WeeklyPart.objects.create(diary=speaker(diary, f"老师{number}").diary, weekday=1, part=Part.MORNING, free=True)
    with django_assert_num_queries(2):
        assert len(availability.of_everybody(at("9:00"), at("10:00"))) == count
