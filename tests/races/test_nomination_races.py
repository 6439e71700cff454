"""Many hands at one quota and at one step: as many pass as may, the others read why not."""

from collections import Counter

import pytest
from django.db import connection
from django.db.models import QuerySet

from brands.nominations import steps
from brands.nominations.models import Call, Nomination, NominationEvent, SealedScan, Step
from cms.core.refusals import Refused
from tests import factories
from tests.nominations import making
from tests.races.starting import at_once

THREADS = 24
PEOPLE = 8
QUOTA = 5

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


def test_twenty_four_hands_do_not_break_the_countys_quota(city, many):
    results = at_once([sealing(city, nomination) for nomination in many])

    assert outcome(results) == {"Nomination": QUOTA, "Refused": THREADS - QUOTA}, results
    assert Nomination.objects.filter(step=Step.ENDORSED).count() == QUOTA
    assert {str(error) for error in results if isinstance(error, Refused)} == {
        f"延溪区在这个通知里有 {QUOTA} 个名额，已经推荐了 {QUOTA} 个。要换一个，先撤回一个。"
    }
    assert SealedScan.objects.count() == NominationEvent.objects.filter(action="endorse").count() == QUOTA


def test_twenty_four_hands_do_not_break_the_citys_quota(city, many):
    Call.objects.update(default_quota=THREADS)
    sealed = [sealing(city, nomination)() for nomination in many]

    results = at_once([choosing(city.city_nominator, nomination) for nomination in sealed])

    assert outcome(results) == {"list": QUOTA, "Refused": THREADS - QUOTA}, results
    assert Nomination.objects.filter(step=Step.RECOMMENDED).count() == QUOTA


def test_control_without_the_lock_the_quota_breaks(city, many, monkeypatch):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one writer in at a time, lock or no lock.")
    monkeypatch.setattr(QuerySet, "select_for_update", lambda self, *args, **kwargs: self)

    at_once([sealing(city, nomination) for nomination in many])

    assert Nomination.objects.filter(step=Step.ENDORSED).count() > QUOTA


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
        ["withdraw"], ["recommend", "withdraw"], ["return", "withdraw"], ["recommend", "return", "withdraw"],
    )  # fmt: skip
