"""What a writer is told of the way of a case: what happened, whose turn it is, how long it usually takes."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import TaskState

from brands import progress, submissions
from brands.models import CasePage
from brands.queries import State, submissions_of
from cms.review import decisions
from tests import factories


def fresh(page) -> CasePage:
    return CasePage.objects.get(pk=page.pk)


def state_of(page, user) -> str:
    return submissions_of(user).get(pk=page.pk).state


def test_every_state_is_told_apart(city, draft):
    user = city.contributor
    seen = [state_of(draft, user)]
    submissions.submit_case(page=draft, user=user)
    seen.append(state_of(draft, user))
    factories.send_back(fresh(draft), city.checker)
    seen.append(state_of(draft, user))
    factories.publish(fresh(draft), city)
    seen.append(state_of(draft, user))
    decisions.take_down(page=fresh(draft), user=city.signer, reason="有一张照片要换")
    seen.append(state_of(draft, user))

    assert seen == [State.DRAFT, State.REVIEW, State.RETURNED, State.PUBLISHED, State.DOWN]


def test_a_withdrawn_case_is_a_draft_again(city, draft):
    submissions.submit_case(page=draft, user=city.contributor)
    decisions.withdraw(page=fresh(draft), user=city.contributor)

    assert state_of(draft, city.contributor) == State.DRAFT


def test_the_way_is_told_in_order(city, draft):
    submissions.submit_case(page=draft, user=city.contributor)
    factories.send_back(fresh(draft), city.checker, "数字对不上，请核对")
    factories.publish(fresh(draft), city)
    decisions.take_down(page=fresh(draft), user=city.signer, reason="有一张照片要换")

    moments = progress.timeline(fresh(draft))

    assert [moment.title for moment in moments] == [
        "开始写", "交稿", "看稿退回修改", "改好再交", "看稿通过", "初审通过", "复审通过", "终审通过", "发布", "撤下",
    ]  # fmt: skip
    assert moments[2].words == "数字对不上，请核对"
    assert moments[-1].words == "有一张照片要换"


def test_whose_turn_it_is_names_the_place_and_the_people(city, draft):
    submissions.submit_case(page=draft, user=city.contributor)
    factories.approve(fresh(draft), city.checker)

    step = progress.next_of(fresh(draft))

    assert (step.step, step.unit, step.people, step.usual) == ("初审", "延溪区", ["延溪区编辑"], "")


@pytest.mark.parametrize(
    ("took", "words"),
    [(timedelta(minutes=20), "不到 1 小时"), (timedelta(hours=5), "5 小时左右"), (timedelta(days=2), "2 天左右")],
)
def test_how_long_a_step_takes_is_told_once_enough_have_passed(city, draft, took, words):
    submissions.submit_case(page=draft, user=city.contributor)
    state = fresh(draft).current_workflow_task_state
    end = timezone.now()
    for number in range(progress.FEWEST):
        assert progress.usual_time("look") == ""
        TaskState.objects.create(
            workflow_state=state.workflow_state,
            task=state.task,
            revision=state.revision,
            status="approved",
            finished_at=end,
        )
        TaskState.objects.filter(finished_at=end).update(started_at=end - took)
        end += timedelta(seconds=number + 1)

    assert progress.usual_time("look") == words
