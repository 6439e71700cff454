"""What `manage.py doctor` finds when somebody went around review."""

import pytest

from cms.audit.models import write
from cms.review import decisions, doctor
from cms.review.models import Decision, Round, Seat
from tests import factories


@pytest.fixture
def case(city):
    return factories.publish(factories.case(city.contributor, city.shangpu), city)


CHECKS = (
    doctor.published_without_approval,
    doctor.decided_on_own_work,
    doctor.two_steps_by_one_person,
    doctor.rounds_out_of_step,
)


def found(check):
    return list(check())


def test_a_sound_city_has_nothing_to_report(city, case):
    waiting = factories.case(city.contributor, city.shangpu, "渡口的灯")
    decisions.submit(page=waiting, user=city.contributor)

    assert [found(check) for check in CHECKS] == [[], [], [], []]


def test_a_township_that_nobody_looks_for_is_sound(city):
    city.checker.memberships.all().delete()
    case = factories.case(city.contributor, city.shangpu)
    decisions.submit(page=case, user=city.contributor)
    for user in (city.editor, city.reviewer, city.signer):
        factories.approve(case, user)

    assert found(doctor.published_without_approval) == []


def test_a_page_published_around_review_is_found(city, case):
    case.get_latest_revision_as_object().save_revision(user=city.contributor).publish(skip_permission_checks=True)

    broken = found(doctor.published_without_approval)

    assert len(broken) == 3
    assert "没有终审通过网上这一版的记录" in broken[-1]


def test_a_missing_approval_is_found(city, case):
    Decision.objects.filter(step="second").delete()

    assert ["没有复审通过" in sentence for sentence in found(doctor.published_without_approval)] == [True]


def test_a_page_of_an_import_is_sound_once_it_is_in_the_book(city):
    case = factories.case(city.contributor, city.shangpu)
    case.get_latest_revision().publish(skip_permission_checks=True)
    assert found(doctor.published_without_approval)

    write(city.superuser, doctor.IMPORTED, case.title, page=case.pk)

    assert found(doctor.published_without_approval) == []


def test_an_author_who_decided_is_found(city, case):
    Decision.objects.filter(step="first").update(user=city.contributor, user_name="上埔村供稿员")

    assert found(doctor.decided_on_own_work) == [f"《{case.title}》的初审由作者上埔村供稿员自己做了"]


def test_one_person_on_two_seats_is_found(city, case):
    Decision.objects.filter(step="second").update(user=city.editor, user_name="延溪区编辑")

    broken = found(doctor.two_steps_by_one_person)

    assert broken[0] == f"延溪区编辑在《{case.title}》的一轮里审了 2 步"
    assert any("没有记下" in sentence for sentence in broken)
    assert any("却没有审过" in sentence for sentence in broken)


def test_a_seat_without_a_decision_is_found(city, case):
    Seat.objects.create(workflow_state=Round.objects.get().workflow_state, user=city.manager, step="look")

    assert len(found(doctor.two_steps_by_one_person)) == 1


def test_a_text_that_changed_while_it_was_judged_is_found(city):
    case = factories.case(city.contributor, city.shangpu)
    decisions.submit(page=case, user=city.contributor)
    case.get_latest_revision_as_object().save_revision(user=city.contributor)

    assert found(doctor.rounds_out_of_step) == [f"《{case.title}》在审期间被改动过"]


def test_a_round_without_a_place_is_found(city):
    case = factories.case(city.contributor, city.shangpu)
    decisions.submit(page=case, user=city.contributor)
    Round.objects.all().delete()

    assert "没有登记轮次" in found(doctor.rounds_out_of_step)[0]
