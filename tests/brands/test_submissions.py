"""Writing a case: beginning it once, saving without losing a word, submitting, revising, throwing away."""

from uuid import uuid4

import pytest
from wagtail.models import WorkflowState

from brands import drafting, submissions
from brands.models import CasePage
from cms.core.refusals import Refused
from cms.review import decisions
from tests import factories
from tests.brands.writing import full


def edit(page, user, base=None, **changes):
    return submissions.save_draft(page=page, user=user, content=changes, base=base)


def text(page):
    return CasePage.objects.get(pk=page.pk).get_latest_revision_as_object()


def test_a_contributor_begins_a_case_under_their_county(city, draft):
    page = CasePage.objects.get(pk=draft.pk)

    assert page.get_parent().get_parent().specific == city.yanxi
    assert (page.title, page.place, page.owner, page.live) == (
        "一座古厝的三十六堂党课",
        city.shangpu,
        city.contributor,
        False,
    )
    assert page.figures()[0]["value"] == 36
    assert page.slug == "yi-zuo-gu-cuo-de-san-shi-liu-tang-dang-ke"


def test_beginning_twice_with_one_key_makes_one(city):
    key = uuid4()

    first = submissions.start_draft(user=city.contributor, key=key, content=full(city))
    second = submissions.start_draft(user=city.contributor, key=key, content=full(city))

    assert first.page.pk == second.page.pk
    assert CasePage.objects.count() == 1
    assert second.page.revisions.count() == 1


def test_an_editor_of_the_county_may_write_for_a_village(city):
    saved = submissions.start_draft(user=city.editor, key=uuid4(), content=full(city))

    assert saved.page.owner == city.editor
    assert saved.page.place == city.shangpu


def test_a_village_writes_only_for_itself(city):
    with pytest.raises(Refused, match="供稿员"):
        submissions.start_draft(user=city.contributor, key=uuid4(), content=full(city, place=city.xikou.pk))
    with pytest.raises(Refused):
        submissions.start_draft(user=city.outsider, key=uuid4(), content=full(city))
    assert not CasePage.objects.exists()


def test_a_draft_without_a_title_is_kept(city):
    page = submissions.start_draft(user=city.contributor, key=uuid4(), content=full(city, title="")).page

    assert page.untitled
    assert drafting.content_of(page)["title"] == ""


def test_a_draft_takes_the_address_of_its_newest_title_and_no_two_are_alike(city, draft):
    other = submissions.start_draft(user=city.contributor, key=uuid4(), content=full(city, title="")).page

    edit(other, city.contributor, title="一座古厝的三十六堂党课")

    assert text(other).slug == text(draft).slug + "-2"


def test_row_and_newest_text_of_a_draft_stay_in_step(city, draft):
    edit(draft, city.contributor, results="三年讲了 37 堂。")

    row = CasePage.objects.get(pk=draft.pk)
    assert row.results == text(draft).results == "三年讲了 37 堂。"


def test_saving_over_and_over_keeps_one_revision(city, draft):
    for number in range(5):
        edit(draft, city.contributor, results=f"讲了 {number} 堂。")

    assert draft.revisions.count() == 1


def test_a_text_that_was_judged_is_kept_as_it_was(city, draft):
    decisions.submit(page=draft, user=city.contributor)
    factories.send_back(draft, city.checker)
    judged = CasePage.objects.get(pk=draft.pk).latest_revision

    edit(draft, city.contributor, results="三年讲了 37 堂。")

    judged.refresh_from_db()
    assert "36" in judged.content["results"]
    assert text(draft).latest_revision_id != judged.pk


def test_changes_of_two_tabs_to_different_fields_are_both_kept(city, draft):
    base = drafting.marks(drafting.content_of(draft))

    edit(draft, city.contributor, base, **full(city, background="先写的背景"))
    saved = edit(draft, city.contributor, base, **full(city, results="后写的成效"))

    assert not saved.conflicts
    assert (text(draft).background, text(draft).results) == ("先写的背景", "后写的成效")


def test_the_later_of_two_changes_to_one_field_is_told_of_the_earlier(city, draft):
    base = drafting.marks(drafting.content_of(draft))

    edit(draft, city.editor, base, **full(city, results="编辑改的"))
    saved = edit(draft, city.contributor, base, **full(city, results="我改的", lessons="只有我改"))

    assert saved.conflicts == {"results": "编辑改的"}
    assert (text(draft).results, text(draft).lessons) == ("编辑改的", "只有我改")


def test_having_seen_both_the_later_one_may_decide(city, draft):
    base = drafting.marks(drafting.content_of(draft))
    edit(draft, city.editor, base, results="编辑改的")

    seen = drafting.marks(edit(draft, city.contributor, base, results="我改的").content)
    saved = edit(draft, city.contributor, seen, results="我改的")

    assert not saved.conflicts
    assert text(draft).results == "我改的"


def test_saving_what_is_there_already_writes_nothing(city, draft):
    before = text(draft).latest_revision.created_at

    edit(draft, city.contributor, **full(city))

    assert text(draft).latest_revision.created_at == before


def test_another_county_cannot_save(city, draft):
    with pytest.raises(Refused):
        edit(draft, city.outsider, results="改掉")


def test_a_case_stays_in_its_county(city, draft):
    with pytest.raises(Refused, match="本县"):
        edit(draft, city.contributor, place=city.fayun.pk)


def test_what_is_being_reviewed_stands_still(city, draft):
    submissions.submit_case(page=draft, user=city.contributor)

    with pytest.raises(Refused, match="先收回来"):
        edit(draft, city.contributor, results="改掉")


def test_submitting_names_every_gap_at_its_field(city):
    content = full(
        city, title="", results="", figures=[{"label": "场次", "value": "", "unit": "", "as_of": "", "method": ""}]
    )
    page = submissions.start_draft(user=city.contributor, key=uuid4(), content=content).page

    with pytest.raises(Refused, match="还差 3 处") as refusal:
        submissions.submit_case(page=page, user=city.contributor)

    assert set(refusal.value.fields) == {"title", "results", "figures"}
    assert "怎么数的" in refusal.value.fields["figures"]


def test_a_full_case_goes_into_review_once(city, draft):
    first = submissions.submit_case(page=draft, user=city.contributor)
    second = submissions.submit_case(page=draft, user=city.contributor)

    assert first == second
    assert first.status == WorkflowState.STATUS_IN_PROGRESS


def test_a_published_case_is_revised_with_a_sentence_for_its_readers(city, draft):
    factories.publish(draft, city)

    with pytest.raises(Refused, match="还没有改动"):
        submissions.revise_case(page=draft, user=city.contributor, correction="改了")
    edit(draft, city.contributor, results="三年讲了 37 堂。")
    assert "36" in CasePage.objects.get(pk=draft.pk).results
    with pytest.raises(Refused) as refusal:
        submissions.revise_case(page=draft, user=city.contributor, correction=" ")
    submissions.revise_case(page=draft, user=city.contributor, correction="堂数由 36 更正为 37。")

    assert "correction" in refusal.value.fields
    assert text(draft).current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS


def test_a_draft_can_be_thrown_away_only_by_its_writer_and_only_before_it_is_submitted(city, draft):
    with pytest.raises(Refused, match="写稿的人"):
        submissions.discard_draft(page=draft, user=city.editor)
    submissions.submit_case(page=draft, user=city.contributor)
    decisions.withdraw(page=draft, user=city.contributor)
    with pytest.raises(Refused, match="留底"):
        submissions.discard_draft(page=draft, user=city.contributor)

    other = submissions.start_draft(user=city.contributor, key=uuid4(), content=full(city)).page
    submissions.discard_draft(page=other, user=city.contributor)
    assert not CasePage.objects.filter(pk=other.pk).exists()


def test_ones_own_save_whose_answer_was_lost_is_no_conflict(city, draft):
    base = drafting.marks(drafting.content_of(draft))
    lost = edit(draft, city.contributor, base, results="写到一半")

    own = drafting.marks(lost.content)
    saved = submissions.save_draft(page=draft, user=city.contributor, content={"results": "写完了"}, base=base, own=own)

    assert not saved.conflicts
    assert text(draft).results == "写完了"
