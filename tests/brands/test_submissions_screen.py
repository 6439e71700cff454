"""The screen of writing, without a script: saved by its button, nothing typed lost, refused in words."""

import json
from uuid import uuid4

import pytest
from django.urls import reverse

from brands import drafting, submissions
from brands.models import CasePage
from cms.review import decisions
from tests import factories
from tests.brands.writing import FIGURE, WORDS, jpeg

NEW = "/desk/submissions/new/"


def filled(city, **changes) -> dict:
    """Return the fields that a browser sends for a full case."""
    rows = {"figures-TOTAL_FORMS": 4, "figures-INITIAL_FORMS": 0, "authors-TOTAL_FORMS": 2, "authors-INITIAL_FORMS": 0}
    figure = {f"figures-0-{name}": value for name, value in FIGURE.items()}
    people = {"authors-0-name": "陈秋生", "authors-0-role": "撰稿"}
    return WORDS | {"draft_key": str(uuid4()), "place": city.shangpu.pk} | rows | figure | people | changes


def edit_url(page) -> str:
    return reverse("submissions:edit", args=[page.pk])


def newest(page) -> CasePage:
    return CasePage.objects.get(pk=page.pk).get_latest_revision_as_object()


def body(answer) -> str:
    return answer.content.decode()


def test_a_case_is_written_and_handed_in_with_one_button(city, as_user):
    answer = as_user(city.contributor).post(NEW, filled(city, act="submit"), follow=True)

    page = CasePage.objects.get()
    assert answer.redirect_chain[-1][0] == reverse("submissions:detail", args=[page.pk])
    assert "接下来由上埔镇看稿（上埔镇看稿）" in body(answer)
    assert page.current_workflow_task_state.task.specific.step == "look"
    assert page.figures()[0]["unit"] == "堂"


def test_handing_in_twice_makes_one(city, as_user):
    sent = filled(city, act="submit")

    for _ in range(2):
        answer = as_user(city.contributor).post(NEW, sent, follow=True)
        assert "接下来由上埔镇看稿" in body(answer)

    page = CasePage.objects.get()
    assert page.workflow_states.count() == 1


def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(city, as_user):
    answer = as_user(city.contributor).post(NEW, filled(city, act="submit", results="", summary=""))

    page = body(answer)
    assert "还差 2 处" in page
    assert "写写做成了什么样。" in page
    assert WORDS["background"] in page
    assert CasePage.objects.get().background == WORDS["background"]


def test_a_number_that_is_none_is_refused_in_words_and_the_rest_is_kept(city, as_user):
    answer = as_user(city.contributor).post(NEW, filled(city, **{"figures-0-value": "三十六", "period_start": "去年"}))

    page = body(answer)
    assert "这里只写数字" in page
    assert "这个日期看不懂" in page
    assert 'value="三十六"' in page
    assert 'value="去年"' in page
    kept = newest(CasePage.objects.get())
    assert kept.practice == WORDS["practice"]
    assert kept.figures()[0]["label"] == FIGURE["label"]


@pytest.mark.parametrize(("typed", "number"), [("１，２００", "1200"), ("36.50", "36.5"), (" 36 ", "36")])
def test_numbers_are_read_as_people_type_them(city, as_user, typed, number):
    as_user(city.contributor).post(NEW, filled(city, **{"figures-0-value": typed}))

    assert drafting.content_of(newest(CasePage.objects.get()))["figures"][0]["value"] == number


def test_nothing_typed_makes_no_case(city, as_user):
    blank = dict.fromkeys(WORDS, "") | {"place": city.shangpu.pk, "authors-0-name": city.contributor.name}

    answer = as_user(city.contributor).post(NEW, filled(city) | blank | {f"figures-0-{name}": "" for name in FIGURE})

    assert "先写几个字再存" in body(answer)
    assert not CasePage.objects.exists()


def test_saving_again_from_the_same_page_keeps_every_row(city, as_user):
    sent = filled(city)
    for _ in range(2):
        as_user(city.contributor).post(NEW, sent, headers={"Accept": "application/json"})

    content = drafting.content_of(newest(CasePage.objects.get()))
    assert content["figures"] == [FIGURE]
    assert content["authors"] == [{"name": "陈秋生", "role": "撰稿"}]


def test_a_place_that_is_not_ones_own_is_no_choice(city, as_user):
    page = body(as_user(city.contributor).get(NEW))
    answer = as_user(city.contributor).post(NEW, filled(city, place=city.xikou.pk))

    assert "溪口村" not in page
    assert "选一个您负责的地方。" in body(answer)
    assert WORDS["title"] in body(answer)
    assert not CasePage.objects.exists()


def test_two_windows_the_later_one_sees_both(city, as_user, draft):
    first = body(as_user(city.contributor).get(edit_url(draft)))
    base = first.split('name="base" value="')[1].split('"')[0].replace("&quot;", '"')
    as_user(city.contributor).post(edit_url(draft), filled(city, base=base, results="第一个窗口写的"))

    mine = filled(city, base=base, results="第二个窗口写的", lessons="只在这里改")
    answer = as_user(city.contributor).post(edit_url(draft), mine)

    page = body(answer)
    assert "在别处也改过" in page
    assert "第一个窗口写的" in page
    assert "第二个窗口写的" in page
    assert (newest(draft).results, newest(draft).lessons) == ("第一个窗口写的", "只在这里改")


def test_a_page_that_saves_by_itself_is_told_when_and_where(city, as_user):
    answer = as_user(city.contributor).post(NEW, filled(city), headers={"Accept": "application/json"})

    page = CasePage.objects.get()
    report = answer.json()
    assert report["url"] == edit_url(page)
    assert report["base"] == drafting.marks(drafting.content_of(newest(page)))
    assert (report["errors"], report["conflicts"]) == (0, 0)


def test_a_lost_answer_is_no_conflict(city, as_user, draft):
    client, json_please = as_user(city.contributor), {"Accept": "application/json"}
    base = json.dumps(drafting.marks(drafting.content_of(newest(draft))))
    window = uuid4().hex
    client.post(edit_url(draft), filled(city, base=base, window=window, results="写到一"), headers=json_please)

    typed = filled(city, base=base, window=window, results="写到一半")
    report = client.post(edit_url(draft), typed, headers=json_please)

    assert report.json()["conflicts"] == 0
    assert newest(draft).results == "写到一半"


def test_in_review_the_screen_answers_why_not_and_keeps_what_was_typed(city, as_user, draft):
    submissions.submit_case(page=draft, user=city.contributor)
    client = as_user(city.contributor)

    assert client.get(edit_url(draft)).url == reverse("submissions:detail", args=[draft.pk])
    answer = client.post(edit_url(draft), filled(city, results="想再改一句"))
    assert "先收回来才能改" in body(answer)
    assert "想再改一句" in body(answer)
    by_itself = client.post(edit_url(draft), filled(city, results="想再改一句"), headers={"Accept": "application/json"})
    assert by_itself.status_code == 409
    assert "先收回来" in by_itself.json()["refused"]


def test_a_returned_case_shows_the_comment_and_the_notes_at_their_fields(city, as_user, draft):
    submissions.submit_case(page=draft, user=city.contributor)
    state = factories.current_state(CasePage.objects.get(pk=draft.pk))
    decisions.send_back(
        task_state=state, user=city.checker, revision_id=state.revision_id, comment="写得好，只差一处。",
        notes={"results": "21 件还是 20 件？", "figures": "截至哪天？"},
    )  # fmt: skip

    screen = body(as_user(city.contributor).get(edit_url(draft)))
    standing = body(as_user(city.contributor).get(reverse("submissions:detail", args=[draft.pk])))
    desk = body(as_user(city.contributor).get("/desk/"))

    results = screen.split('for="id_results"')[1].split("<textarea")[0]
    assert "21 件还是 20 件？" in results
    assert "写得好，只差一处。" in screen
    assert "截至哪天？" in screen
    assert "取得成效" in standing
    assert "看稿退回" in standing
    assert "看稿意见：写得好，只差一处；21 件还是 20 件？" in desk


def test_a_draft_is_told_what_it_lacks_and_what_the_checks_say(city, as_user, draft):
    client, address = as_user(city.contributor), reverse("submissions:detail", args=[draft.pk])
    assert "该写的都写了，可以交稿" in body(client.get(address))

    client.post(edit_url(draft), filled(city, results="", lessons="电话 13805990000，来电即可。"))

    screen = body(client.get(address))
    assert "交稿前还差 1 处" in screen
    assert f'href="{edit_url(draft)}#id_results">写写做成了什么样。' in screen
    assert 'id="id_results"' in body(client.get(edit_url(draft)))
    assert "文字检查" in screen
    assert "13805990000" in screen.split("文字检查")[1]


def test_what_is_in_review_or_on_the_site_as_it_stands_gets_no_advice(city, as_user, draft):
    client, address = as_user(city.contributor), reverse("submissions:detail", args=[draft.pk])
    submissions.submit_case(page=draft, user=city.contributor)
    assert "文字检查" not in body(client.get(address))

    decisions.withdraw(page=newest(draft), user=city.contributor)
    factories.publish(draft, city)
    assert "文字检查" not in body(client.get(address))


def test_withdrawing_opens_the_case_again(city, as_user, draft):
    submissions.submit_case(page=draft, user=city.contributor)

    answer = as_user(city.contributor).post(reverse("submissions:withdraw", args=[draft.pk]), follow=True)

    assert answer.redirect_chain[-1][0] == edit_url(draft)
    assert "收回来了" in body(answer)


def test_a_correction_is_kept_while_it_is_written_and_asked_for_in_the_end(city, as_user, draft):
    factories.publish(draft, city)
    client = as_user(city.contributor)

    client.post(edit_url(draft), filled(city, results="三年讲了 37 堂。", correction="堂数由 36 更正为 37。"))
    assert "堂数由 36 更正为 37。" in body(client.get(edit_url(draft)))
    without = client.post(edit_url(draft), filled(city, results="三年讲了 37 堂。", act="submit"))
    assert "更正说明" in body(without)
    sent = filled(city, results="三年讲了 37 堂。", correction="堂数由 36 更正为 37。", act="submit")
    answer = client.post(edit_url(draft), sent, follow=True)

    assert "接下来由" in body(answer)
    assert CasePage.objects.get(pk=draft.pk).rounds.first().correction == "堂数由 36 更正为 37。"
    assert "36" in CasePage.objects.get(pk=draft.pk).results


def test_photos_come_with_the_form_where_there_is_no_script(city, as_user):
    files = [jpeg("古厝.jpg"), jpeg("长凳.jpg", "#8f6a1d")]

    as_user(city.contributor).post(NEW, filled(city) | {"photos": files})

    page = newest(CasePage.objects.get())
    assert len(page.pictures_body) == 2
    assert page.cover_id == page.pictures_body[0].value["image"].pk


def test_a_throwaway_needs_a_post_and_takes_the_draft(city, as_user, draft):
    url = reverse("submissions:discard", args=[draft.pk])

    assert as_user(city.contributor).get(url).status_code == 405
    as_user(city.contributor).post(url)

    assert not CasePage.objects.filter(pk=draft.pk).exists()
