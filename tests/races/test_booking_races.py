"""Many people book, move, cancel and assign at once; nobody and no place is ever booked twice."""

import datetime as dt
import random
from collections import Counter
from functools import partial

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.db.models import QuerySet

from cms.core import no_overlap
from cms.core.refusals import Refused
from lectures import clashes, dispatch, locks, scheduling
from lectures.models import Booking, Offer, Session, SessionEvent
from tests import factories
from tests.lectures.making import DAY, NOW, at, dispatcher, speaker
from tests.races.starting import at_once

THREADS, TURNS = 16, 50

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture(autouse=True)
def _autumn(holidays_of_2026):
    """Some months before the sessions that are fought over, whatever day it is."""
    with time_machine.travel(NOW, tick=True):
        yield


@pytest.fixture
def city():
    city = factories.small_city()
    city.dispatcher = dispatcher(city)
    city.team = [speaker(city, f"宣讲师{number}") for number in range(8)]
    city.villages = [city.shangpu, city.xikou, city.shangpu_town]
    return city


def together(work) -> list[Exception]:
    """Run `work(number)` in sixteen threads that start together; return the errors that are no refusals."""
    found = at_once([partial(work, number) for number in range(THREADS)])
    return [one for one in found if isinstance(one, Exception)]


def overlaps() -> dict[str, int]:
    """Return how many overlapping pairs there are, by the constraint that forbids them."""
    found = {}
    for model, constraint in no_overlap.guarded():
        with connection.cursor() as cursor:
            cursor.execute(constraint.count_sql(model))
            found[constraint.name] = cursor.fetchone()[0]
    return found


def when(dice: random.Random) -> dt.datetime:
    return at("8:00", DAY + dt.timedelta(days=dice.randrange(3))) + dt.timedelta(minutes=15 * dice.randrange(40))


def mixed(city, number: int) -> None:
    """Book, move and cancel at random, as sixteen dispatchers would in a bad week."""
    dice = random.Random(number)  # noqa: S311 - the same turns every time
    for _ in range(TURNS):
        start = when(dice)
        times = {"starts_at": start, "ends_at": start + dt.timedelta(minutes=90), "user": city.dispatcher}
        mine = Session.objects.filter(takes_place=True).order_by("?").first()
        act = dice.choices(["book", "move", "cancel"], [65, 25, 10])[0]
        try:
            if act == "book" or mine is None:
                scheduling.book(
                    place=dice.choice(city.villages), topic="讲一讲", speakers=dice.sample(city.team, 2), **times
                )
            elif act == "move":
                scheduling.move(session=mine, place=dice.choice(city.villages), **times)
            else:
                scheduling.cancel(session=mine, user=city.dispatcher, reason="改天再讲")
        except Refused:
            continue


def test_eight_hundred_mixed_turns_leave_no_overlap_and_no_error(city):
    errors = together(lambda number: mixed(city, number))

    assert errors == []
    assert overlaps() == {"place_never_booked_twice": 0, "speaker_never_booked_twice": 0}
    assert Session.objects.count() > THREADS
    live = Booking.objects.filter(live=True).select_related("session")
    assert all((one.starts_at, one.ends_at) == (one.session.starts_at, one.session.ends_at) for one in live)


def test_sixteen_who_want_one_hour_are_one(city):
    won, refusals = [], []

    def want(number):
        start = at("9:00") + dt.timedelta(minutes=number)
        try:
            won.append(
                scheduling.book(
                    place=city.shangpu, starts_at=start, ends_at=start + dt.timedelta(hours=1), topic="讲一讲",
                    user=city.dispatcher, speakers=[city.team[number % 8]],
                )
            )  # fmt: skip
        except Refused as refused:
            refusals.append(refused.reason)

    assert together(want) == []
    assert [reason for reason in refusals if "已经有一场" not in reason and reason != scheduling.TAKEN] == []
    assert len(refusals) == THREADS - 1
    assert len(won) == Session.objects.count() == 1


def test_assigning_four_speakers_at_once_in_any_order_never_deadlocks(city):
    def batch(number):
        dice = random.Random(number)  # noqa: S311 - the same turns every time
        for _ in range(6):
            start = when(dice)
            try:
                scheduling.book(
                    place=dice.choice(city.villages), starts_at=start, ends_at=start + dt.timedelta(hours=1),
                    topic="讲一讲", user=city.dispatcher, speakers=dice.sample(city.team, 4),
                )  # fmt: skip
            except Refused:
                continue

    assert together(batch) == []
    assert {one.bookings.filter(live=True).count() for one in Session.objects.all()} == {4}
    assert overlaps() == {"place_never_booked_twice": 0, "speaker_never_booked_twice": 0}


def test_control_without_locks_looks_and_constraint_there_are_overlaps(city, monkeypatch):
    """With every guard off, the very same turns do book twice: the test above can fail."""
    drop_guards()
    try:
        monkeypatch.setattr(QuerySet, "select_for_update", lambda self, *args, **kwargs: self)
        monkeypatch.setattr(clashes, "at_place", lambda *args, **kwargs: None)
        monkeypatch.setattr(clashes, "fit", lambda name, taken, new, ways: clashes.Fit(until=new.ends_at))
        together(lambda number: mixed(city, number))
        assert sum(overlaps().values()) > 0
    finally:
        Booking.objects.all().delete()
        Session.objects.all().delete()
        restore_guards()
    assert no_overlap.missing() == []


def test_control_with_the_constraint_alone_the_database_still_refuses(city, monkeypatch):
    """Looks and locks off, the constraint on: nothing overlaps, and the loser still reads a sentence."""
    monkeypatch.setattr(clashes, "at_place", lambda *args, **kwargs: None)
    monkeypatch.setattr(clashes, "fit", lambda name, taken, new, ways: clashes.Fit(until=new.ends_at))
    refused = []

    def want(number):
        try:
            scheduling.book(
                place=city.shangpu, starts_at=at("9:00"), ends_at=at("10:00"), topic="讲一讲", user=city.dispatcher
            )
        except Refused as error:
            refused.append(str(error))

    assert together(want) == []
    assert refused == [scheduling.TAKEN] * (THREADS - 1)


def drop_guards() -> None:
    with connection.cursor() as cursor:
        for model, constraint in no_overlap.guarded():
            if connection.vendor == "sqlite":
                for name in constraint.triggers(model, str):
                    cursor.execute(f"DROP TRIGGER {name}")
            else:
                cursor.execute(f"ALTER TABLE {model._meta.db_table} DROP CONSTRAINT {constraint.name}")


def restore_guards() -> None:
    no_overlap.restore_triggers()
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.schema_editor() as editor:
            for model, constraint in no_overlap.guarded():
                editor.add_constraint(model, constraint)


def test_the_locks_are_asked_for_in_one_order(city, django_assert_num_queries):
    with transaction.atomic(), django_assert_num_queries(2):
        held = locks.hold(
            None, places=[city.xikou.pk, city.shangpu.pk], speakers=[one.pk for one in reversed(city.team)]
        )
    assert list(held.places) == sorted(held.places)
    assert list(held.speakers) == sorted(held.speakers)
    with pytest.raises(IntegrityError), transaction.atomic():
        Session.objects.bulk_create(
            [
                Session(place=city.shangpu, topic="同时", starts_at=at("9:00"), ends_at=at("10:00"), code=code)
                for code in ("A", "B")
            ]
        )


def test_sixteen_acceptances_of_one_offer_are_one(city):
    wish = dispatch.request(topic="防诈", place=city.shangpu, from_day=DAY, to_day=DAY)
    sent = dispatch.offer(
        request=wish, speaker=city.team[0], user=city.dispatcher, starts_at=at("9:00"), ends_at=at("10:00")
    )
    won, lost = pressed(lambda number: sent)

    assert (len(won), len(lost)) == (1, THREADS - 1)
    assert set(lost) == {dispatch.TOO_LATE["accepted"]}
    assert SessionEvent.objects.filter(kind="confirmed").count() == 1


def test_an_open_call_has_one_winner_however_many_press_at_once(city):
    wish = dispatch.request(topic="防诈", place=city.shangpu, from_day=DAY, to_day=DAY)
    sent = dispatch.open_call(
        request=wish, speakers=city.team, user=city.dispatcher, starts_at=at("9:00"), ends_at=at("10:00")
    )
    won, lost = pressed(lambda number: sent[number % 8])

    assert (len(won), len(lost)) == (1, THREADS - 1)
    assert Booking.objects.filter(live=True).count() == 1
    assert Counter(Offer.objects.values_list("state", flat=True)) == {"accepted": 1, "recalled": 7}


def pressed(choose) -> tuple[list, list[str]]:
    """Have everybody accept the offer that `choose(number)` names; return who won, and what the others read."""
    won, lost = [], []

    def press(number):
        try:
            won.append(dispatch.accept(offer=choose(number)))
        except Refused as refused:
            lost.append(str(refused))

    assert together(press) == []
    return won, lost
