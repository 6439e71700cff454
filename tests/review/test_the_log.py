"""The log, the review sheet, taking down, and the public list of corrections."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.review import decisions
from cms.review.models import TakeDown
from tests import factories


@pytest.fixture
def case(city):
    return factories.publish(factories.case(city.contributor, city.shangpu), city)


def correct(case, city, results, correction):
    draft = case.get_latest_revision_as_object()
    draft.results = results
    draft.save_revision(user=city.contributor)
    decisions.submit(page=case, user=city.contributor, correction=correction)


def test_the_log_lists_the_pages_of_ones_places(city, case, as_user):
    html = as_user(city.reviewer).get(reverse("review:log")).content.decode()

    assert case.title in html
    assert "终审通过" in html


def test_the_log_of_another_county_is_empty_and_its_addresses_are_not_found(city, case, as_user):
    client = as_user(city.outside_reviewer)

    assert case.title not in client.get(reverse("review:log")).content.decode()
    for name in ("record", "sheet", "take_down"):
        assert client.get(reverse(f"review:{name}", args=[case.pk])).status_code == 404
    assert client.post(reverse("review:take_down", args=[case.pk]), {"reason": "捣乱"}).status_code == 404
    case.refresh_from_db()
    assert case.live


def test_the_author_may_see_how_their_own_page_was_reviewed(city, case, as_user):
    client = as_user(city.contributor)

    assert client.get(reverse("review:record", args=[case.pk])).status_code == 200
    assert client.get(reverse("review:sheet", args=[case.pk])).status_code == 200
    assert client.get(reverse("review:take_down", args=[case.pk])).status_code == 404


@pytest.mark.parametrize(
    ("state", "shown"), [("live", True), ("review", False), ("returned", False), ("down", False), ("nonsense", True)]
)
def test_the_log_narrows_by_where_a_page_stands(city, case, as_user, state, shown):
    html = as_user(city.reviewer).get(reverse("review:log"), {"state": state, "q": "古厝"}).content.decode()

    assert (f"《{case.title}》" in html) is shown


def test_the_log_finds_by_title(city, case, as_user):
    client = as_user(city.reviewer)

    assert case.title in client.get(reverse("review:log"), {"q": "三十六"}).content.decode()
    assert case.title not in client.get(reverse("review:log"), {"q": "没有的"}).content.decode()


def test_taking_down_is_two_clicks_and_leaves_a_tombstone(city, case, as_user):
    client = as_user(city.reviewer)
    assert reverse("review:take_down", args=[case.pk]) in client.get(reverse("review:log")).content.decode()

    response = client.post(reverse("review:take_down", args=[case.pk]), {"reason": "出镜人要求撤下"}, follow=True)

    assert "已经撤下" in response.content.decode()
    assert "出镜人要求撤下" in response.content.decode()
    case.refresh_from_db()
    assert not case.live
    assert client.get(case.url).status_code == 404


def test_taking_down_needs_a_reason(city, case, as_user):
    html = as_user(city.reviewer).post(reverse("review:take_down", args=[case.pk]), {"reason": " "}).content.decode()

    assert "请写一句撤下的原因" in html
    assert TakeDown.objects.count() == 0


def test_an_editor_sees_who_may_take_down_instead_of_a_button(city, case, as_user):
    client = as_user(city.editor)

    assert "要由当地的复审、终审来做" in client.get(reverse("review:take_down", args=[case.pk])).content.decode()
    html = client.post(reverse("review:take_down", args=[case.pk]), {"reason": "试试"}).content.decode()
    assert "要由当地的复审、终审来做" in html
    case.refresh_from_db()
    assert case.live


def test_taking_down_ends_the_round_that_would_put_it_back(city, case):
    correct(case, city, "三年讲了 36 堂党课。", "改了一句。")

    decisions.take_down(page=case, user=city.signer, reason="出镜人要求撤下")

    case.refresh_from_db()
    assert factories.current_state(case) is None
    assert "三年讲了 36 堂，课后办结 21 件实事。" in case.results


def test_the_sheet_names_every_step_and_what_it_said(city, case, as_user):
    html = as_user(city.signer).get(reverse("review:sheet", args=[case.pk])).content.decode()

    for words in (
        case.title,
        "上埔村",
        "延溪区",
        "上埔镇看稿",
        "延溪区编辑",
        "延溪区复审",
        "市级终审",
        "云麓市",
        "第 1 版",
        "必改 0 处",
    ):
        assert words in html


def test_the_sheet_counts_only_approvals_of_the_version_at_hand(city, as_user):
    case = factories.case(city.contributor, city.shangpu)
    decisions.submit(page=case, user=city.contributor)
    factories.approve(case, city.checker, "第一版可以。")
    factories.send_back(case, city.editor, "题目再想想")
    draft = case.get_latest_revision_as_object()
    draft.title = "古厝里的三十六堂党课"
    draft.save_revision(user=city.contributor)
    decisions.submit(page=case, user=city.contributor)

    html = as_user(city.signer).get(reverse("review:sheet", args=[case.pk])).content.decode()

    assert "古厝里的三十六堂党课" in html
    assert "第一版可以。" not in html
    assert "题目再想想" in html


def test_corrections_are_public_once_published(city, case, client, django_capture_on_commit_callbacks):
    correct(case, city, "三年讲了 36 堂党课，课后办结 20 件实事。", "办结件数由 21 更正为 20。")
    assert "更正为 20" not in client.get("/corrections/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        for user in (city.checker, city.editor, city.reviewer, city.signer):
            factories.approve(case, user)

    html = client.get("/corrections/").content.decode()

    assert "办结件数由 21 更正为 20。" in html
    assert case.url in html


def test_corrections_of_a_page_that_was_taken_down_are_not_listed(city, case, client):
    correct(case, city, "三年讲了 36 堂党课。", "改了一句。")
    for user in (city.checker, city.editor, city.reviewer, city.signer):
        factories.approve(case, user)
    decisions.take_down(page=case, user=city.signer, reason="撤")

    assert "改了一句" not in client.get("/corrections/").content.decode()


def test_the_log_takes_as_many_queries_for_three_pages_as_for_one(city, case, as_user):
    client = as_user(city.reviewer)
    client.get(reverse("review:log"))
    counts = []
    for titles in ((), ("第二篇", "第三篇")):
        for title in titles:
            factories.publish(factories.case(city.contributor, city.shangpu, title), city)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("review:log"))
        counts.append(len(queries))

    assert counts[0] == counts[1], counts
