"""The queue and the page where one decides."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.review import decisions
from cms.review.models import Decision
from tests import factories

BEYOND = 10**9


@pytest.fixture
def case(city):
    case = factories.case(city.contributor, city.shangpu)
    decisions.submit(page=case, user=city.contributor)
    return case


def address(page):
    return reverse("review:decide", args=[factories.current_state(page).pk])


def verdict(page, verdict="approve", **data):
    return {"verdict": verdict, "revision": page.latest_revision_id, **data}


def said(response):
    return [str(message) for message in response.context["messages"]]


def test_the_queue_shows_what_waits_for_this_person(city, case, as_user):
    html = as_user(city.checker).get(reverse("review:queue")).content.decode()

    assert case.title in html
    assert "1 篇等您看" in html


@pytest.mark.parametrize("who", ["editor", "reviewer", "signer", "contributor", "outsider", "superuser"])
def test_the_queue_of_everybody_else_is_empty(city, case, as_user, who):
    assert as_user(getattr(city, who)).get(reverse("review:queue")).context["total"] == 0


def test_the_tab_and_the_to_do_list_count_the_same(city, case, as_user):
    html = as_user(city.checker).get("/desk/").content.decode()

    assert "请看稿" in html
    assert address(case) in html


def test_people_without_a_part_in_review_have_no_tab(city, case, as_user):
    assert reverse("review:queue") not in as_user(city.contributor).get("/desk/").content.decode()


def test_somebody_of_another_county_finds_nothing(city, case, as_user):
    client = as_user(city.outside_reviewer)

    for name in ("decide", "preview"):
        assert client.get(reverse(f"review:{name}", args=[factories.current_state(case).pk])).status_code == 404
    assert client.post(address(case), verdict(case)).status_code == 404
    assert Decision.objects.count() == 0


@pytest.mark.parametrize("who", ["contributor", "nominator"])
def test_somebody_without_a_part_in_review_finds_nothing(city, case, as_user, who):
    assert as_user(getattr(city, who)).get(address(case)).status_code == 404


def test_a_page_that_does_not_exist_is_not_found(city, as_user):
    assert as_user(city.checker).get(reverse("review:decide", args=[BEYOND])).status_code == 404


def test_signing_in_comes_first(city, case, client):
    assert client.get(address(case)).status_code == 302


def test_approving_moves_on_and_opens_the_next_page(city, case, as_user):
    other = factories.case(city.contributor, city.shangpu, "渡口的灯")
    decisions.submit(page=other, user=city.contributor)

    response = as_user(city.checker).post(address(case), verdict(case, approval="属实。"), follow=True)

    assert said(response) == [f"《{case.title}》通过了，转到初审。"]
    assert response.redirect_chain[-1][0] == address(other)
    assert Decision.objects.get().comment == "属实。"


def test_after_the_last_page_comes_the_empty_queue(city, case, as_user):
    response = as_user(city.checker).post(address(case), verdict(case))

    assert response.url == reverse("review:queue")


def test_the_last_approval_publishes(city, case, as_user):
    for user in (city.checker, city.editor, city.reviewer):
        factories.approve(case, user)

    response = as_user(city.signer).post(address(case), verdict(case), follow=True)

    assert said(response) == [f"《{case.title}》已经发布。"]
    case.refresh_from_db()
    assert case.live


def test_sending_back_keeps_the_comment_and_the_notes(city, case, as_user):
    data = verdict(case, "return", comment="数字对一下。", **{"note-results": "二十件还是 21 件？", "note-title": "  "})

    response = as_user(city.checker).post(address(case), data, follow=True)

    assert said(response) == [f"《{case.title}》退回给作者了，您写的意见已经发给他。"]
    decision = Decision.objects.get()
    assert (decision.comment, decision.notes) == ("数字对一下。", [["results", "二十件还是 21 件？"]])


def test_sending_back_without_a_word_asks_for_one_and_keeps_the_page(city, case, as_user):
    response = as_user(city.checker).post(address(case), verdict(case, "return", approval="先写在这里"))

    assert "请写一句要改什么" in response.content.decode()
    assert "先写在这里" in response.content.decode()
    assert Decision.objects.count() == 0


def test_too_long_a_note_is_kept_as_typed(city, case, as_user):
    long = "长" * 501

    html = as_user(city.checker).post(address(case), verdict(case, "return", comment="改", **{"note-results": long}))

    assert long in html.content.decode()
    assert Decision.objects.count() == 0


def test_pressing_twice_decides_once(city, case, as_user):
    where, data = address(case), verdict(case, approval="好")
    client = as_user(city.checker)
    client.post(where, data)

    response = client.post(where, data)

    assert "已经由别人处理过了" in response.content.decode()
    assert Decision.objects.count() == 1


def test_a_tab_from_before_a_change_decides_nothing_and_keeps_the_words(city, case, as_user):
    where, data = address(case), verdict(case, "return", comment="这句写了很久。")
    decisions.withdraw(page=case, user=city.contributor)
    case.get_latest_revision_as_object().save_revision(user=city.contributor)
    decisions.submit(page=case, user=city.contributor)

    html = as_user(city.checker).post(where, data).content.decode()

    assert "这一步刚刚已经由别人处理过了" in html
    assert "这句写了很久。" in html
    assert Decision.objects.count() == 0


def test_a_forged_revision_decides_nothing(city, case, as_user):
    html = as_user(city.checker).post(address(case), verdict(case) | {"revision": BEYOND}).content.decode()

    assert "不是同一版了" in html
    assert Decision.objects.count() == 0


@pytest.mark.parametrize("data", [{}, {"verdict": "approve"}, {"verdict": "publish", "revision": 1}, {"revision": "x"}])
def test_a_broken_form_decides_nothing(city, case, as_user, data):
    assert as_user(city.checker).post(address(case), data).status_code == 200
    assert Decision.objects.count() == 0


def test_the_wrong_step_is_shown_and_cannot_be_decided(city, case, as_user):
    client = as_user(city.editor)

    html = client.get(address(case)).content.decode()
    response = client.post(address(case), verdict(case))

    assert "要由当地的看稿来做" in html
    assert "确定通过" not in html
    assert "要由当地的看稿来做" in response.content.decode()
    assert Decision.objects.count() == 0


def test_ones_own_work_waits_for_somebody_else(city, as_user):
    case = factories.case(city.editor, city.shangpu)
    decisions.submit(page=case, user=city.editor)
    factories.approve(case, city.checker)

    response = as_user(city.editor).get(reverse("review:queue"))

    assert response.context["total"] == 0
    assert [row.title for row in response.context["others"]] == [case.title]


def test_what_the_checks_found_is_shown_and_kept_with_the_decision(city, case, as_user):
    draft = case.get_latest_revision_as_object()
    draft.results = "三年讲了 36 堂，攻府很重视。"
    decisions.withdraw(page=case, user=city.contributor)
    draft.save_revision(user=city.contributor)
    case.refresh_from_db()
    decisions.submit(page=case, user=city.contributor)
    client = as_user(city.checker)

    html = client.get(address(case)).content.decode()
    client.post(address(case), verdict(case))

    assert "“攻府”应为“政府”" in html
    assert "还有 1 处“必改”没有改" in html
    assert Decision.objects.get().checks["must"] == 1


def test_what_changed_since_it_was_sent_back_is_marked(city, case, as_user):
    factories.send_back(case, city.checker)
    case.refresh_from_db()
    draft = case.get_latest_revision_as_object()
    draft.results = draft.results.replace("21 件", "20 件")
    draft.save_revision(user=city.contributor)
    decisions.submit(page=case, user=city.contributor)
    case.refresh_from_db()

    html = as_user(city.checker).get(address(case)).content.decode()

    assert "上次退回之后" in html
    assert "<del>21</del><ins>20</ins>" in html


def test_a_correction_is_compared_with_what_is_published(city, case, as_user):
    for user in (city.checker, city.editor, city.reviewer, city.signer):
        factories.approve(case, user)
    draft = case.get_latest_revision_as_object()
    draft.title = "一座古厝的三十七堂党课"
    draft.save_revision(user=city.contributor)
    decisions.submit(page=case, user=city.contributor, correction="堂数更正。")

    html = as_user(city.checker).get(address(case)).content.decode()

    assert "和已经发布的相比" in html
    assert "<del>六</del><ins>七</ins>" in html


def test_the_preview_shows_what_readers_would_see(city, case, as_user):
    response = as_user(city.checker).get(reverse("review:preview", args=[factories.current_state(case).pk]))

    assert response.status_code == 200
    assert case.title in response.content.decode()
    assert "no-store" in response["Cache-Control"]


def test_the_filters_narrow_the_queue(city, case, as_user):
    fayun = factories.case(city.outsider, city.fayun, "竹筏上的课", county=city.zhuling)
    decisions.submit(page=fayun, user=city.outsider)
    for user in (city.checker, city.editor, city.reviewer):
        factories.approve(case, user)
    for user in (factories.person("竹岭市另一编辑", city.zhuling, "editor"), city.outside_reviewer):
        factories.approve(fayun, user)
    client = as_user(city.signer)

    everything = client.get(reverse("review:queue"))
    narrowed = client.get(reverse("review:queue"), {"county": city.zhuling.path})

    assert everything.context["total"] == 2
    assert [row.title for row in narrowed.context["page"]] == ["竹筏上的课"]
    assert client.get(reverse("review:queue"), {"county": "nonsense"}).status_code == 200


def test_deciding_in_a_narrowed_queue_stays_in_it(city, case, as_user):
    for title in ("第二篇", "第三篇"):
        decisions.submit(page=factories.case(city.contributor, city.shangpu, title), user=city.contributor)
    client = as_user(city.checker)
    where = address(case) + "?kind=casepage"

    html = client.get(where).content.decode()
    response = client.post(where, verdict(case))

    assert 'rel="next"' in html
    assert 'rel="prev"' not in html
    assert response.url.endswith("?kind=casepage")


def test_the_queue_takes_as_many_queries_for_three_pages_as_for_one(city, case, as_user):
    client = as_user(city.checker)
    for name in ("/desk/", reverse("review:queue"), address(case)):
        client.get(name)
    counts = {}
    for pages in (1, 3):
        for title in ("第二篇", "第三篇")[: pages - 1]:
            decisions.submit(page=factories.case(city.contributor, city.shangpu, title), user=city.contributor)
        for name in ("/desk/", reverse("review:queue"), address(case)):
            with CaptureQueriesContext(connection) as queries:
                client.get(name)
            counts.setdefault(name, []).append(len(queries))

    assert all(one == three for one, three in counts.values()), counts
