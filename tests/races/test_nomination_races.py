"""Many hands at one quota and at one step: as many pass as may, the others read why not."""

import itertools
from collections import Counter

import pytest
from django.db import connection
from django.db.models import QuerySet

from brands.nominations import steps
from brands.nominations.models import Call, CategoryQuota, Nomination, NominationEvent, Reserve, SealedScan, Seat, Step
from cms.core.refusals import Refused
from tests import factories
from tests.nominations import making
from tests.races.starting import at_once

THREADS = 24
PEOPLE = 8
QUOTA = 5

LONGEST_LINE = 5  # receive, choose, put in reserve, take up, withdraw: as many may win at the most
# Which step may follow where a nomination stands.
POSSIBLE = {
    ("endorsed", "receive"), ("endorsed", "return"), ("endorsed", "withdraw"),
    ("received", "recommend"), ("received", "reserve"), ("received", "return"), ("received", "withdraw"),
    ("recommended", "reserve"), ("recommended", "return"), ("recommended", "withdraw"),
    ("reserved", "take_up"), ("reserved", "return"), ("reserved", "withdraw"), ("returned", "withdraw"),
}  # fmt: skip

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def outcome(results) -> Counter:
    return Counter(type(result).__name__ for result in results)


def afresh(nomination) -> Nomination:
    """Return the nomination as another window read it."""
    return Nomination.objects.get(pk=nomination.pk)


@pytest.fixture
def city():
    """A city whose office has eight nominators."""
    city = factories.small_city()
    others = (factories.person(f"市级申报专员{n}", city.home, "nominator") for n in range(1, PEOPLE))
    city.city_nominators = [city.city_nominator, *others]
    return city


@pytest.fixture
def many(city):
    """Twenty-four nominations of one county, ready to be sealed."""
    call = making.call(default_quota=QUOTA, city_quota=QUOTA)
    return [making.prepared(city, call, making.published(city, f"第 {n} 个案例")) for n in range(1, THREADS + 1)]


def sealing(city, nomination):
    return lambda: steps.seal(nomination=nomination, user=city.nominator, scan=making.pdf())


def choosing(user, nomination):
    mine = afresh(nomination)
    return lambda: steps.recommend(nominations=[mine], user=user)


def sending_back(user, nomination):
    mine = afresh(nomination)
    return lambda: steps.send_back(nomination=mine, user=user, reason="再补一补")


def withdrawing(city, nomination):
    mine = afresh(nomination)
    return lambda: steps.withdraw(nomination=mine, user=city.nominator, reason="再等一年")


def reserving(user, nomination):
    mine = afresh(nomination)
    return lambda: steps.keep_in_reserve(nominations=[mine], user=user)


def taking_up(user, nomination):
    mine = afresh(nomination)
    return lambda: steps.take_up(nomination=mine, user=user)


def test_twenty_four_hands_do_not_break_the_countys_quota(city, many):
    results = at_once([sealing(city, nomination) for nomination in many])

    assert outcome(results) == {"Nomination": QUOTA, "Refused": THREADS - QUOTA}, results
    assert Nomination.objects.filter(step=Step.ENDORSED).count() == QUOTA
    standing = "、".join(
        f"《{title}》" for title in Seat.objects.order_by("number").values_list("nomination__case__title", flat=True)
    )
    assert {str(error) for error in results if isinstance(error, Refused)} == {
        f"延溪区在这个通知里有 {QUOTA} 个名额，已经推荐了 {QUOTA} 个：{standing}。要换一个，先撤回一个。"
    }
    assert list(Seat.objects.order_by("number").values_list("number", flat=True)) == list(range(1, QUOTA + 1))
    assert SealedScan.objects.count() == NominationEvent.objects.filter(action="endorse").count() == QUOTA


def test_twenty_four_hands_do_not_break_the_citys_quota(city, many):
    Call.objects.update(default_quota=THREADS)
    sealed = [sealing(city, nomination)() for nomination in many]

    results = at_once([choosing(city.city_nominator, nomination) for nomination in sealed])

    assert outcome(results) == {"list": QUOTA, "Refused": THREADS - QUOTA}, results
    assert Nomination.objects.filter(step=Step.RECOMMENDED).count() == QUOTA


@pytest.fixture
def no_lock(monkeypatch):
    """Take the lock of a call off."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one writer in at a time, lock or no lock.")
    monkeypatch.setattr(QuerySet, "select_for_update", lambda self, *args, **kwargs: self)


@pytest.fixture
def no_unique_seats():
    """Take the unique numbers of a county's places off, and put them back."""
    (numbered,) = [rule for rule in Seat._meta.constraints if rule.name == "one_seat_a_number_a_county"]
    with connection.schema_editor() as editor:
        editor.remove_constraint(Seat, numbered)
    yield
    Seat.objects.all().delete()
    with connection.schema_editor() as editor:
        editor.add_constraint(Seat, numbered)


def test_without_the_lock_the_numbered_places_hold(city, many, no_lock):
    results = at_once([sealing(city, nomination) for nomination in many])

    assert outcome(results) == {"Nomination": QUOTA, "Refused": THREADS - QUOTA}, results
    assert Nomination.objects.filter(step=Step.ENDORSED).count() == QUOTA
    assert sorted(Seat.objects.values_list("number", flat=True)) == list(range(1, QUOTA + 1))


def test_control_without_lock_and_numbers_the_quota_breaks(city, many, no_lock, no_unique_seats):
    at_once([sealing(city, nomination) for nomination in many])

    assert Nomination.objects.filter(step=Step.ENDORSED).count() > QUOTA


def test_twenty_four_hands_do_not_break_the_number_of_a_category(city):
    call = making.call(categories="理论", default_quota=THREADS)
    CategoryQuota.objects.create(call=call, category="理论", limit=QUOTA)
    many = [
        making.prepared(city, call, making.published(city, f"第 {n} 个案例"), category="理论") for n in range(THREADS)
    ]

    results = at_once([sealing(city, nomination) for nomination in many])

    assert outcome(results) == {"Nomination": QUOTA, "Refused": THREADS - QUOTA}, results
    assert Seat.objects.filter(category="理论").count() == Seat.objects.filter(category="").count() == QUOTA


def test_eight_people_choosing_one_nomination_choose_it_once(city):
    nomination = making.sealed(city, making.call())

    results = at_once([choosing(user, nomination) for user in city.city_nominators])

    assert outcome(results) == {"list": 1, "Refused": PEOPLE - 1}, results
    winner = NominationEvent.objects.get(action="recommend").actor_name
    assert all(winner in str(error) for error in results if isinstance(error, Refused))


def test_one_form_sent_eight_times_endorses_once(city):
    nomination = making.prepared(city, making.call())

    results = at_once([sealing(city, afresh(nomination)) for _ in range(PEOPLE)])

    assert outcome(results) == {"Nomination": 1, "Refused": PEOPLE - 1}, results
    assert nomination.scans.count() == 1


def test_one_case_begun_in_eight_windows_is_one_nomination(city):
    call, case = making.call(), making.published(city)

    results = at_once([lambda: steps.nominate(call=call, case=case, user=city.nominator)] * PEOPLE)

    assert outcome(results) == {"Nomination": 1, "Refused": PEOPLE - 1}, results


def test_choosing_sending_back_and_withdrawing_at_once_leave_one_truth(city):
    nomination = making.sealed(city, making.call())
    acts = [choosing(user, nomination) for user in city.city_nominators[:3]]
    acts += [sending_back(user, nomination) for user in city.city_nominators[3:6]]
    acts += [withdrawing(city, nomination) for _ in range(2)]

    results = at_once(acts)

    assert set(outcome(results)) <= {"Nomination", "list", "Refused"}, results
    nomination.refresh_from_db()
    assert nomination.step == Step.WITHDRAWN  # possible from every step that the others may have brought it to
    taken = list(nomination.events.values_list("action", flat=True))[2:]
    assert taken[-1] == "withdraw"
    assert taken in (
        ["withdraw"], ["receive", "recommend", "withdraw"], ["return", "withdraw"],
        ["receive", "recommend", "return", "withdraw"],
    )  # fmt: skip


def test_sixteen_hands_and_six_kinds_of_steps_at_one_nomination_leave_one_line_of_steps(city):
    nomination = making.sealed(city, making.call())
    mine = [afresh(nomination) for _ in range(16)]
    users = iter(city.city_nominators * 2)
    acts = [lambda one=one: steps.receive(nominations=[one], user=next(users)) for one in mine[:4]]
    acts += [choosing(user, nomination) for user in city.city_nominators[:3]]
    acts += [reserving(user, nomination) for user in city.city_nominators[3:6]]
    acts += [taking_up(user, nomination) for user in city.city_nominators[:2]]
    acts += [sending_back(user, nomination) for user in city.city_nominators[6:8]]
    acts += [withdrawing(city, nomination) for _ in range(2)]

    results = at_once(acts)

    assert set(outcome(results)) <= {"Nomination", "list", "Refused"}, results
    assert outcome(results)["Refused"] >= len(acts) - LONGEST_LINE
    trail = list(nomination.events.order_by("pk").values_list("action", "step"))[1:]
    pairs = [(before[1], after[0]) for before, after in itertools.pairwise(trail)]
    assert all(pair in POSSIBLE for pair in pairs), trail
    nomination.refresh_from_db()
    assert (nomination.step == Step.RESERVED) == Reserve.objects.filter(nomination=nomination).exists()


def test_eight_people_putting_eight_in_reserve_make_one_list(city):
    call = making.call(default_quota=PEOPLE)
    sealed = [making.sealed(city, call, making.published(city, f"第 {n} 个")) for n in range(PEOPLE)]

    results = at_once([reserving(user, one) for user, one in zip(city.city_nominators, sealed, strict=True)])

    assert outcome(results) == {"list": PEOPLE}, results
    assert list(call.reserves.order_by("rank").values_list("rank", flat=True)) == list(range(1, PEOPLE + 1))


def test_eight_people_reordering_leave_every_rank_once(city):
    call = making.call(default_quota=PEOPLE)
    kept = [making.reserved(city, call, making.published(city, f"第 {n} 个")) for n in range(PEOPLE)]
    moves = zip(city.city_nominators, kept, reversed(range(1, PEOPLE + 1)), strict=True)

    results = at_once(
        [lambda u=user, n=one, r=rank: steps.rerank(nomination=n, user=u, rank=r) for user, one, rank in moves]
    )

    assert outcome(results) == {"Nomination": PEOPLE}, results
    assert list(call.reserves.order_by("rank").values_list("rank", flat=True)) == list(range(1, PEOPLE + 1))


def test_one_free_place_is_taken_up_once(city):
    call = making.call(city_quota=1)
    first = making.reserved(city, call)
    making.reserved(city, call, making.published(city, "第二个"))

    results = at_once([taking_up(user, first) for user in city.city_nominators])

    assert outcome(results) == {"Nomination": 1, "Refused": PEOPLE - 1}, results
    assert call.reserves.get().rank == 1
