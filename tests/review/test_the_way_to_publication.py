"""One case through 看稿, 初审, 复审 and 终审."""

import pytest

from cms.core.refusals import Refused
from cms.notices.models import Notice
from cms.review import decisions
from cms.review.models import Decision
from tests import factories


@pytest.fixture
def case(city):
    return factories.case(city.contributor, city.shangpu)


def test_four_approvals_publish_the_case(city, case):
    decisions.submit(page=case, user=city.contributor)

    for user in (city.checker, city.editor, city.reviewer):
        factories.approve(case, user)
        case.refresh_from_db()
        assert not case.live
    factories.approve(case, city.signer)

    case.refresh_from_db()
    assert case.live
    assert [label for label, _ in case.byline] == ["供稿", "看稿", "初审", "复审", "终审"]
    assert case.byline[-1] == ["终审", "市级终审"]


def test_submitting_twice_is_once(city, case):
    first = decisions.submit(page=case, user=city.contributor)
    second = decisions.submit(page=case, user=city.contributor)

    assert first == second
    assert case.workflow_states.count() == 1


def test_the_author_cannot_decide_their_own_work(city, case):
    city.contributor.memberships.create(place=city.shangpu_town.page_ptr, role="checker")
    decisions.submit(page=case, user=city.contributor)

    with pytest.raises(Refused, match="自己写的"):
        factories.approve(case, city.contributor)


def test_nobody_decides_two_steps_of_one_round(city, case):
    city.editor.memberships.create(place=city.yanxi.page_ptr, role="reviewer")
    decisions.submit(page=case, user=city.contributor)
    factories.approve(case, city.checker)
    factories.approve(case, city.editor)

    with pytest.raises(Refused, match="同一个人不能审两步"):
        factories.approve(case, city.editor)


def test_another_county_cannot_decide(city, case):
    decisions.submit(page=case, user=city.contributor)
    factories.approve(case, city.checker)

    with pytest.raises(Refused, match="要由当地的"):
        factories.approve(case, city.outsider)


def test_a_superuser_cannot_decide_either(city, case):
    decisions.submit(page=case, user=city.contributor)

    with pytest.raises(Refused):
        factories.approve(case, city.superuser)


def test_a_stale_second_decision_has_no_effect(city, case):
    decisions.submit(page=case, user=city.contributor)
    state = factories.current_state(case)
    decisions.approve(task_state=state, user=city.checker, revision_id=state.revision_id)

    with pytest.raises(Refused, match="已经由别人处理过了"):
        decisions.send_back(task_state=state, user=city.checker, revision_id=state.revision_id, comment="等等")
    assert Decision.objects.count() == 1


def test_changed_text_is_looked_at_again_from_the_first_step(city, case):
    decisions.submit(page=case, user=city.contributor)
    factories.approve(case, city.checker)
    factories.approve(case, city.editor)
    factories.send_back(case, city.reviewer)
    case.refresh_from_db()
    case = case.get_latest_revision_as_object()
    case.results = "三年讲了 36 堂，课后办结 20 件实事。"
    case.save_revision(user=city.contributor)

    decisions.submit(page=case, user=city.contributor)

    assert factories.current_state(case).task.specific.step == "look"


def test_unchanged_text_goes_back_to_the_step_that_sent_it_back(city, case):
    decisions.submit(page=case, user=city.contributor)
    factories.approve(case, city.checker)
    factories.send_back(case, city.editor, "请确认第三段")

    decisions.submit(page=case, user=city.contributor)

    assert factories.current_state(case).task.specific.step == "first"


def test_a_published_page_changes_only_with_a_public_correction(city, case):
    factories.publish(case, city)
    first = case.first_published_at
    draft = case.get_latest_revision_as_object()
    draft.results = "三年讲了 37 堂。"
    draft.save_revision(user=city.contributor)

    with pytest.raises(Refused, match="更正说明"):
        decisions.submit(page=case, user=city.contributor)
    decisions.submit(page=case, user=city.contributor, correction="堂数由 36 更正为 37。")
    for user in (city.checker, city.editor, city.reviewer, city.signer):
        factories.approve(case, user)

    case.refresh_from_db()
    assert case.first_published_at == first
    assert "37" in case.results
    assert (
        case.rounds.filter(published_at__isnull=False).exclude(correction="").get().correction
        == "堂数由 36 更正为 37。"
    )


def test_a_take_down_leaves_a_tombstone(city, case):
    factories.publish(case, city)

    decisions.take_down(page=case, user=city.signer, reason="出镜人要求撤下")

    case.refresh_from_db()
    assert not case.live
    assert case.take_downs.get().user_name == "市级终审"


def test_exactly_the_people_concerned_are_told(city, case):
    decisions.submit(page=case, user=city.contributor)
    factories.approve(case, city.checker)

    told = set(Notice.objects.values_list("user__name", flat=True))

    assert told == {"上埔镇看稿", "延溪区编辑"}


def test_a_picture_without_consent_stops_the_case(city, case):
    case.cover = factories.image(people="minors")
    case.save_revision(user=city.contributor)
    case.refresh_from_db()

    with pytest.raises(Refused, match="监护人"):
        decisions.submit(page=case.get_latest_revision_as_object(), user=city.contributor)
