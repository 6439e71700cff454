"""Reviewed pages in Wagtail's own admin: the same verbs as on the desk."""

import pytest
from django.urls import reverse
from wagtail.models import TaskState

from brands.models import CaseIndexPage, CasePage
from cms.places.founding import index_of
from cms.review import decisions
from cms.review.models import Decision, Round
from tests import factories
from tests.review.editing import AJAX, edit, editor_form, said


def test_the_menu_holds_our_buttons_and_none_of_wagtails(city, draft, as_user):
    html = as_user(city.editor).get(edit(draft)).content.decode()

    assert 'name="action-review"' in html
    for name in ("action-publish", "action-submit", "action-unpublish", "action-restart-workflow"):
        assert f'name="{name}"' not in html


def test_a_new_page_has_our_buttons_too(city, as_user):
    index = index_of(city.yanxi, CaseIndexPage)

    html = (
        as_user(city.editor)
        .get(reverse("wagtailadmin_pages:add", args=["brands", "casepage", index.pk]))
        .content.decode()
    )

    assert 'name="action-review"' in html
    assert 'name="action-publish"' not in html
    assert 'name="action-submit"' not in html


def test_submitting_from_the_editor_saves_and_hands_in(city, draft, as_user):
    data = editor_form(draft, results="三年讲了 37 堂党课。", **{"action-review": "提交审核"})

    response = as_user(city.editor).post(edit(draft), data, follow=True)

    assert "交上去了" in said(response)
    draft.refresh_from_db()
    assert draft.get_latest_revision_as_object().results == "三年讲了 37 堂党课。"
    assert factories.current_state(draft).task.specific.step == "look"
    assert Round.objects.get().page_id == draft.pk


def test_submitting_a_new_page_from_the_editor(city, as_user):
    index = index_of(city.yanxi, CaseIndexPage)
    blank = CasePage(title="渡口的灯", slug="", place=city.shangpu, **factories.CASE)
    data = editor_form(blank, **{"action-review": "提交审核"})

    as_user(city.editor).post(reverse("wagtailadmin_pages:add", args=["brands", "casepage", index.pk]), data)

    page = CasePage.objects.get(title="渡口的灯")
    assert page.slug == "du-kou-de-deng"
    assert not page.live
    assert factories.current_state(page) is not None


def test_a_refusal_keeps_everything_and_says_why(city, draft, as_user):
    data = editor_form(draft, results="打 13805991234 找我。", **{"action-review": "提交审核"})

    response = as_user(city.editor).post(edit(draft), data, follow=True)

    assert "已经存好，还没有交上去" in said(response)
    assert "手机号" in said(response)
    draft.refresh_from_db()
    assert "13805991234" in draft.get_latest_revision_as_object().results
    assert factories.current_state(draft) is None


def test_slips_are_told_at_submission(city, draft, as_user):
    data = editor_form(draft, results="再接再励。", **{"action-review": "提交审核"})

    assert "再接再厉" in said(as_user(city.editor).post(edit(draft), data, follow=True))


def test_an_incomplete_draft_can_be_saved_but_not_handed_in(city, draft, as_user):
    data = editor_form(draft, background="", **{"action-review": "提交审核"})

    response = as_user(city.editor).post(edit(draft), data, follow=True)

    assert "还差一点" in said(response)
    assert factories.current_state(draft) is None


def test_a_published_page_leads_to_the_correction(city, draft, as_user):
    decisions.submit(page=draft, user=city.editor)
    other = factories.person("延溪区另一编辑", city.yanxi, "editor")
    for user in (city.checker, other, city.reviewer, city.signer):
        factories.approve(draft, user)
    draft.refresh_from_db()
    data = editor_form(draft, results="三年讲了 37 堂党课。", **{"action-review": "提交审核"})

    response = as_user(city.editor).post(edit(draft), data)

    assert response.url == reverse("review:submit", args=[draft.pk])


def test_nobody_edits_what_is_in_review(city, draft, as_user):
    decisions.submit(page=draft, user=city.editor)

    for user in (city.editor, city.superuser):
        response = as_user(user).post(edit(draft), editor_form(draft, results="偷偷改一句。"))
        assert "偷偷改一句" not in draft.get_latest_revision_as_object().results
    assert "审完之前谁都不能改" in response.client.get(edit(draft)).content.decode()


@pytest.mark.parametrize("button", ["action-withdraw", "action-cancel-workflow"])
def test_the_author_takes_it_back_from_the_editor(city, draft, as_user, button):
    decisions.submit(page=draft, user=city.editor)

    response = as_user(city.editor).post(edit(draft), {button: "1"}, follow=True)

    assert "收回来了" in said(response)
    assert factories.current_state(draft) is None


def test_a_reviewer_cannot_cancel_somebody_elses_round(city, draft, as_user):
    decisions.submit(page=draft, user=city.editor)
    factories.approve(draft, city.checker)
    other = factories.person("延溪区另一编辑", city.yanxi, "editor")

    response = as_user(other).post(
        edit(draft), {"action-cancel-workflow": "1"}, headers={"referer": "http://testserver/admin/"}
    )

    assert response.status_code == 302
    assert factories.current_state(draft) is not None


def workflow(page, action, state):
    return reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])


def test_approving_from_the_admin_is_the_same_verb(city, draft, as_user):
    decisions.submit(page=draft, user=city.editor)
    factories.approve(draft, city.checker)
    other = factories.person("延溪区另一编辑", city.yanxi, "editor")

    as_user(other).post(workflow(draft, "approve", factories.current_state(draft)), {"comment": "文字已核。"})

    decision = Decision.objects.get(step="first")
    assert (decision.user, decision.comment) == (other, "文字已核。")
    assert factories.current_state(draft).task.specific.step == "second"


def test_rejecting_from_the_admin_without_a_word_is_a_message(city, draft, as_user):
    decisions.submit(page=draft, user=city.editor)
    factories.approve(draft, city.checker)
    other = factories.person("延溪区另一编辑", city.yanxi, "editor")
    url = workflow(draft, "reject", factories.current_state(draft))

    answer = as_user(other).post(url, {"comment": ""}, headers=AJAX | {"referer": "http://testserver/admin/"})
    plain = as_user(other).post(url, {"comment": ""}, follow=True)

    assert answer.json() == {"step": "success", "redirect": "http://testserver/admin/"}
    assert "请写一句要改什么" in said(plain)
    assert Decision.objects.filter(step="first").count() == 0


def test_another_countys_reviewer_cannot_borrow_their_own_page(city, draft, as_user):
    """Wagtail asks about the page in the address; the verb asks about the page behind the task state."""
    decisions.submit(page=draft, user=city.editor)
    factories.approve(draft, city.checker)
    own = factories.case(city.contributor, city.fayun, "竹筏上的课", county=city.zhuling)
    decisions.submit(page=own, user=city.contributor)
    foreign = factories.current_state(draft)
    client = as_user(city.outsider)

    for action in ("approve", "reject"):
        response = client.post(workflow(own, action, foreign), {"comment": "捣乱"})
        assert response.status_code == 302
    client.post(workflow(draft, "approve", foreign), {"comment": "捣乱"})

    assert Decision.objects.filter(step="first").count() == 0
    assert factories.current_state(draft).pk == foreign.pk


def test_a_stale_press_in_the_admin_is_a_message(city, draft, as_user):
    decisions.submit(page=draft, user=city.editor)
    factories.approve(draft, city.checker)
    other = factories.person("延溪区另一编辑", city.yanxi, "editor")
    state = factories.current_state(draft)
    client = as_user(other)
    client.post(workflow(draft, "approve", state), {"comment": "好"})

    response = client.post(workflow(draft, "approve", state), {"comment": "好"})

    assert response.status_code in (302, 403)
    assert Decision.objects.filter(step="first").count() == 1


def test_the_editor_leads_a_reviewer_to_the_desk(city, draft, as_user):
    decisions.submit(page=draft, user=city.editor)
    factories.approve(draft, city.checker)
    other = factories.person("延溪区另一编辑", city.yanxi, "editor")

    html = as_user(other).get(edit(draft)).content.decode()

    assert reverse("review:decide", args=[factories.current_state(draft).pk]) in html
    assert "去审核" in html


@pytest.mark.parametrize("report", ["wagtailadmin_reports:workflow", "wagtailadmin_reports:workflow_tasks"])
def test_wagtails_reports_show_nothing_of_another_county(city, draft, as_user, report):
    decisions.submit(page=draft, user=city.editor)

    response = as_user(city.outsider).get(reverse(report))

    assert draft.title not in response.content.decode()


def test_wagtail_counts_for_moderation_only_what_one_may_decide(city, draft):
    decisions.submit(page=draft, user=city.editor)
    factories.approve(draft, city.checker)
    other = factories.person("延溪区另一编辑", city.yanxi, "editor")

    assert TaskState.objects.reviewable_by(other).get() == factories.current_state(draft)
    for user in (city.editor, city.outsider, city.superuser):
        assert not TaskState.objects.reviewable_by(user).exists()


def test_the_workflow_history_of_another_county_is_closed(city, draft, as_user):
    decisions.submit(page=draft, user=city.editor)
    own = factories.case(city.outsider, city.fayun, "竹筏上的课", county=city.zhuling)
    client = as_user(city.outsider)

    for page in (draft, own):
        url = reverse("wagtailadmin_pages:workflow_history_detail", args=[page.pk, draft.current_workflow_state.pk])
        assert client.get(url).status_code in (302, 403, 404)


def test_dates_of_publication_cannot_be_set_in_the_editor(city, draft, as_user):
    data = editor_form(draft, go_live_at="2030-01-01 08:00", expire_at="2031-01-01 08:00")

    as_user(city.editor).post(edit(draft), data)

    newest = draft.get_latest_revision_as_object()
    assert (newest.go_live_at, newest.expire_at) == (None, None)
