"""What Wagtail offers beside the workflow is closed, for the superuser too."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from brands.models import CaseIndexPage, CasePage
from cms.core.refusals import Refused
from cms.places.founding import index_of
from cms.review import decisions
from tests import factories
from tests.review.editing import edit, editor_form, said


@pytest.mark.parametrize("button", ["action-publish", "action-submit"])
@pytest.mark.parametrize("who", ["editor", "superuser"])
def test_forged_buttons_publish_and_submit_nothing(city, draft, as_user, button, who):
    client = as_user(getattr(city, who))
    index = index_of(city.yanxi, CaseIndexPage)
    new = CasePage(title="塞进来的", slug="sai", place=city.shangpu, **factories.CASE)

    client.post(edit(draft), editor_form(draft, **{button: "1"}))
    client.post(
        reverse("wagtailadmin_pages:add", args=["brands", "casepage", index.pk]), editor_form(new, **{button: "1"})
    )

    draft.refresh_from_db()
    assert not draft.live
    assert draft.current_workflow_state is None
    assert not CasePage.objects.filter(title="塞进来的").exists()


def test_wagtails_own_start_of_a_workflow_is_refused(city, draft):
    with pytest.raises(Refused):
        draft.get_workflow().start(draft, city.editor)

    assert draft.current_workflow_state is None


@pytest.mark.parametrize("name", ["unpublish", "delete"])
def test_single_ways_around_are_closed_for_the_superuser_too(city, draft, as_user, name):
    case = factories.publish(factories.case(city.contributor, city.shangpu, "发布过的"), city)

    as_user(city.superuser).post(reverse(f"wagtailadmin_pages:{name}", args=[case.pk]))

    case.refresh_from_db()
    assert case.live


def test_what_holds_published_pages_cannot_be_deleted(city, as_user):
    case = factories.publish(factories.case(city.contributor, city.shangpu), city)

    response = as_user(city.superuser).post(reverse("wagtailadmin_pages:delete", args=[city.yanxi.pk]), follow=True)

    assert "发布过的内容，不能删除" in said(response)
    assert CasePage.objects.filter(pk=case.pk).exists()


def test_a_page_in_review_cannot_be_deleted(city, draft, as_user):
    decisions.submit(page=draft, user=city.editor)

    as_user(city.superuser).post(reverse("wagtailadmin_pages:delete", args=[draft.pk]))

    assert CasePage.objects.filter(pk=draft.pk).exists()


@pytest.mark.parametrize("action", ["publish", "unpublish", "delete"])
@pytest.mark.parametrize("who", ["editor", "superuser"])
def test_bulk_actions_leave_reviewed_pages_alone(city, draft, as_user, action, who):
    case = factories.publish(factories.case(city.contributor, city.shangpu, "发布过的"), city)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])

    as_user(getattr(city, who)).post(f"{url}?id={case.pk}&id={draft.pk}", {"include_descendants": "on"})

    case.refresh_from_db()
    draft.refresh_from_db()
    assert (case.live, draft.live) == (True, False)


def test_bulk_actions_on_a_section_do_not_reach_what_is_below(city, draft, as_user):
    index = index_of(city.yanxi, CaseIndexPage)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    response = as_user(city.superuser).post(f"{url}?id={index.pk}", {"include_descendants": "on"}, follow=True)

    assert "不能成批处理" in said(response)
    draft.refresh_from_db()
    assert not draft.live


def test_a_bulk_move_is_refused(city, draft, as_user):
    target = index_of(city.zhuling, CaseIndexPage)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])

    as_user(city.superuser).post(f"{url}?id={draft.pk}", {"chooser": target.pk})

    assert Page.objects.get(pk=draft.pk).path.startswith(city.yanxi.path)


@pytest.mark.parametrize("at_once", ["alias", "publish_copies"])
def test_no_copy_is_public_at_once(city, as_user, at_once):
    case = factories.publish(factories.case(city.contributor, city.shangpu), city)
    data = {"new_title": "抄一份", "new_slug": "chao", "new_parent_page": case.get_parent().pk, at_once: "on"}

    for user in (city.editor, city.superuser):
        as_user(user).post(reverse("wagtailadmin_pages:copy", args=[case.pk]), data)

    assert not Page.objects.filter(slug="chao").exists()


def test_a_plain_copy_is_a_draft_without_a_byline(city, draft, as_user):
    data = {"new_title": "抄一份", "new_slug": "chao", "new_parent_page": draft.get_parent().pk}

    as_user(city.editor).post(reverse("wagtailadmin_pages:copy", args=[draft.pk]), data)

    copy = CasePage.objects.get(slug="chao")
    assert (copy.live, copy.byline) == (False, [])
