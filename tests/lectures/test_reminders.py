"""Reminders are a query over what still takes place: what was called off or moved away is not told."""

import datetime as dt

import pytest
import time_machine
from django.utils import timezone

from cms.notices.models import Delivery, Notice
from cms.notices.tasks import deliver_waiting
from lectures import reminders, scheduling
from tests import factories
from tests.lectures.making import DAY, at, dispatcher, session, speaker
from tests.notices.robot import robot

THE_DAY_BEFORE = at("12:00", DAY - dt.timedelta(days=1))
DAYS_BEFORE = at("12:00", DAY - dt.timedelta(days=5))


@pytest.fixture
def desk(city):
    """林秀珍 speaks in 上埔村 at nine."""
    city.lin_user = factories.person("林秀珍")
    city.lin = speaker(city, "林秀珍", user=city.lin_user)
    city.dispatcher = dispatcher(city)
    city.session = session(city.shangpu, city.dispatcher, speakers=[city.lin], confirmed=True, venue="古厝天井")
    Notice.objects.all().delete()
    return city


def remind(moment) -> list[str]:
    """Return who was told what, at that moment."""
    with time_machine.travel(moment, tick=False):
        reminders.remind.func()
    return [f"{notice.user.name}：{notice.title}" for notice in Notice.objects.order_by("pk")]


def test_speakers_and_the_village_hear_of_it_the_day_before_once(desk):
    for moment in (THE_DAY_BEFORE, THE_DAY_BEFORE + dt.timedelta(minutes=15)):
        told = remind(moment)

    assert told == ["林秀珍：就在一天以内：《搬条凳子来听课》", "上埔村供稿员：就在一天以内：《搬条凳子来听课》"]
    notice = Notice.objects.first()
    assert notice.body == "3月15日 09:00，上埔村，古厝天井\n林秀珍"
    assert notice.url == f"/desk/lectures/sessions/{desk.session.pk}/"


def test_speakers_hear_of_it_in_the_week_before_and_again_the_day_before(desk):
    assert remind(DAYS_BEFORE) == ["林秀珍：您下面有一场：《搬条凳子来听课》"]
    assert len(remind(THE_DAY_BEFORE)) == 3


def test_nobody_hears_of_what_is_further_off_or_has_begun(desk):
    assert remind(at("8:00", DAY - dt.timedelta(days=8))) == []
    assert remind(at("9:01")) == []


def test_a_session_that_was_called_off_is_not_told(desk):
    with time_machine.travel(DAYS_BEFORE):
        scheduling.cancel(session=desk.session, user=desk.dispatcher, reason="台风")
    Notice.objects.all().delete()

    assert remind(THE_DAY_BEFORE) == []


def test_a_session_that_was_moved_is_told_for_its_new_time_only(desk):
    remind(THE_DAY_BEFORE)
    with time_machine.travel(THE_DAY_BEFORE):
        later = DAY + dt.timedelta(days=3)
        scheduling.move(
            session=desk.session, user=desk.dispatcher, starts_at=at("19:00", later), ends_at=at("20:00", later)
        )
    Notice.objects.exclude(key__startswith=f"session-{desk.session.pk}-").delete()
    before = set(Notice.objects.values_list("pk", flat=True))

    remind(at("8:00"))
    assert {notice.key.split("-")[2] for notice in Notice.objects.exclude(pk__in=before)} == {"week"}
    remind(at("20:00", later - dt.timedelta(days=1)))
    new = Notice.objects.exclude(pk__in=before).filter(key__contains="-day-")
    assert {notice.body.split("，")[0] for notice in new} == {"3月18日 19:00"}


def test_a_session_that_changes_between_the_query_and_the_telling_is_left_out(desk):
    with time_machine.travel(THE_DAY_BEFORE, tick=False):
        (found,) = reminders.due(timezone.now())
        scheduling.cancel(session=desk.session, user=desk.dispatcher, reason="台风")
        Notice.objects.all().delete()

        assert reminders._told(found, found.people) is False
    assert not Notice.objects.exists()


def test_who_dispatches_hears_of_what_is_not_agreed_yet(desk):
    session(desk.xikou, desk.dispatcher, "15:00", "16:00", DAY - dt.timedelta(days=1), topic="防诈八招")
    Notice.objects.all().delete()

    told = remind(THE_DAY_BEFORE)

    assert "延溪区派单员：一天以内开讲，还没有定下来：《防诈八招》" in told
    assert len(told) == 3


def test_people_of_another_county_hear_nothing(desk):
    remind(THE_DAY_BEFORE)

    assert not Notice.objects.filter(user__in=[desk.outsider, desk.nominator, desk.outside_reviewer]).exists()


def test_the_group_hears_of_it_once_and_of_nothing_that_was_called_off(desk, settings):
    with robot() as made:
        settings.NOTICE_ROBOTS = {"wecom": made.url}
        remind(THE_DAY_BEFORE)
        Delivery.objects.update(next_attempt_at=timezone.now())
        deliver_waiting.func()

    ((_, _, message),) = made.heard
    assert message["text"]["content"].startswith("就在一天以内：《搬条凳子来听课》\n3月15日 09:00，上埔村")


@pytest.mark.parametrize("count", [1, 3])
def test_what_is_due_takes_as_many_queries_however_much_it_is(desk, count, django_assert_num_queries):
    for number in range(count):
        session(
            desk.xikou, desk.dispatcher, f"{14 + number}:00", f"{14 + number}:50", speakers=[desk.lin], confirmed=True
        )

    with django_assert_num_queries(4):
        assert len(reminders.due(THE_DAY_BEFORE)) == count + 1
