"""Several people, one step: one of them decides, the others read why not."""

from collections import Counter

import pytest
from django.db import IntegrityError
from django.db.models import QuerySet
from wagtail.models import PageLogEntry, TaskState, WorkflowState

from cms.core.refusals import Refused
from cms.notices.models import Notice
from cms.review import decisions
from cms.review.models import Decision
from tests import factories
from tests.races.starting import at_once

THREADS = 8

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def approving(state, user):
    mine = TaskState.objects.get(pk=state.pk)
    return lambda: decisions.approve(task_state=mine, user=user, revision_id=state.revision_id)


def sending_back(state, user):
    mine = TaskState.objects.get(pk=state.pk)
    return lambda: decisions.send_back(task_state=mine, user=user, revision_id=state.revision_id, comment="对一下数字")


@pytest.fixture
def city():
    """A city whose county has eight editors, and whose city office has eight signers."""
    city = factories.small_city()
    city.editors = [city.editor, *(factories.person(f"延溪区编辑{n}", city.yanxi, "editor") for n in range(1, THREADS))]
    city.signers = [city.signer, *(factories.person(f"市级终审{n}", city.home, "signer") for n in range(1, THREADS))]
    return city


@pytest.fixture
def case(city):
    """A case that waits for its first review."""
    case = factories.case(city.contributor, city.shangpu)
    decisions.submit(page=case, user=city.contributor)
    factories.approve(case, city.checker)
    return case


def outcome(results) -> Counter:
    return Counter(type(result).__name__ for result in results)


def test_eight_approvals_of_one_step_are_one(city, case):
    state = factories.current_state(case)

    results = at_once([approving(state, user) for user in city.editors])

    assert outcome(results) == {"Decision": 1, "Refused": THREADS - 1}, results
    assert {str(error) for error in results if isinstance(error, Refused)} == {decisions.DECIDED}
    assert Decision.objects.filter(step="first").count() == 1
    following = factories.current_state(case)
    assert following.task.specific.step == "second"
    assert TaskState.objects.filter(task=following.task).count() == 1
    assert [notice.user for notice in Notice.objects.filter(key=f"review-{following.pk}")] == [city.reviewer]


def test_one_person_pressing_eight_times_is_one(city, case):
    state = factories.current_state(case)

    results = at_once([approving(state, city.editor) for _ in range(THREADS)])

    assert outcome(results) == {"Decision": 1, "Refused": THREADS - 1}, results


def test_eight_last_approvals_publish_once(city, case):
    factories.approve(case, city.editor)
    factories.approve(case, city.reviewer)
    state = factories.current_state(case)

    results = at_once([approving(state, user) for user in city.signers])

    assert outcome(results) == {"Decision": 1, "Refused": THREADS - 1}, results
    case.refresh_from_db()
    assert case.live
    assert PageLogEntry.objects.filter(page=case.pk, action="wagtail.publish").count() == 1
    assert Notice.objects.filter(key__startswith="published-").count() == 1


def test_approving_sending_back_and_withdrawing_at_once_leave_one_truth(city, case):
    state = factories.current_state(case)
    acts = [approving(state, user) for user in city.editors[:3]]
    acts += [sending_back(state, user) for user in city.editors[3:6]]
    acts += [lambda: decisions.withdraw(page=case, user=city.contributor)] * 2

    results = at_once(acts)

    assert set(outcome(results)) <= {"Decision", "Refused", "NoneType"}, results
    assert Decision.objects.filter(step="first").count() <= 1
    withdrawn = outcome(results)["NoneType"]
    assert withdrawn <= 1
    round_state = WorkflowState.objects.get()
    waiting = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).count()
    if withdrawn:
        assert (round_state.status, waiting) == (WorkflowState.STATUS_CANCELLED, 0)
    else:
        returned = Decision.objects.get(step="first").verdict == Decision.Verdict.RETURNED
        assert (round_state.status, waiting) == (("needs_changes", 0) if returned else ("in_progress", 1))


def test_a_take_down_and_a_last_approval_at_once_leave_the_page_off_or_newly_approved(city, case):
    for user in (city.editor, city.reviewer, city.signer):
        factories.approve(case, user)
    draft = case.get_latest_revision_as_object()
    draft.results = "三年讲了 37 堂党课。"
    draft.save_revision(user=city.contributor)
    decisions.submit(page=case, user=city.contributor, correction="堂数更正。")
    for user in (city.checker, city.editor, city.reviewer):
        factories.approve(case, user)
    state = factories.current_state(case)

    results = at_once(
        [approving(state, city.signer), lambda: decisions.take_down(page=case, user=city.signers[1], reason="撤下")]
    )

    assert set(outcome(results)) <= {"Decision", "TakeDown", "Refused"}, results
    case.refresh_from_db()
    assert not case.live


def test_control_without_lock_and_check_several_come_through_the_door(city, case, monkeypatch):
    """Only the database's constraint still holds then, and it answers with an error instead of a reason."""
    inside = []
    unit = decisions._unit
    monkeypatch.setattr(decisions, "_unit", lambda *args: inside.append(args) or unit(*args))
    monkeypatch.setattr(decisions, "_still_open", lambda *args: None)
    monkeypatch.setattr(QuerySet, "select_for_update", lambda self, *args, **kwargs: self)
    state = factories.current_state(case)

    results = at_once([approving(state, user) for user in city.editors])

    assert len(inside) > 1
    assert any(isinstance(result, IntegrityError) for result in results), results
