"""The nominator's pages: the way through them, what they refuse, who does not get in, how many queries they make."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from brands.nominations import steps
from brands.nominations.models import Nomination, Step
from brands.nominations.todos import todos
from tests import factories
from tests.nominations import making


def queries_of(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def bench_of(nomination) -> str:
    return reverse("nominations:bench", args=[nomination.pk])


def test_a_nomination_goes_from_the_list_to_the_city_through_the_pages(city, call, as_user):
    case = making.published(city)
    client = as_user(city.nominator)

    assert call.title in client.get(reverse("nominations:index")).content.decode()
    listed = client.get(reverse("nominations:candidates", args=[call.pk])).content.decode()
    start = reverse("nominations:start", args=[call.pk, case.pk])
    assert start in listed
    answer = client.post(start, {"opinion": "做法实在，同意推荐。"})
    nomination = Nomination.objects.get()
    assert answer.url == bench_of(nomination)
    sheet = client.get(reverse("nominations:sheet", args=[nomination.pk])).content.decode()
    assert "（盖章）" in sheet
    assert "做法实在，同意推荐。" in sheet
    seal = reverse("nominations:take", args=[nomination.pk, "seal"])
    assert client.post(seal, {"scan": making.pdf(), "revision_id": case.live_revision_id}).url == bench_of(nomination)

    nomination.refresh_from_db()
    assert nomination.step == Step.ENDORSED
    assert "已经推荐到市里" in client.get(bench_of(nomination)).content.decode()


def test_cases_are_found_by_their_words_and_their_village(city, call, as_user):
    making.published(city, "渡口的灯")
    making.published(city, "榕树下的信箱")
    client, address = as_user(city.nominator), reverse("nominations:candidates", args=[call.pk])

    found = client.get(address, {"q": "渡口"}).content.decode()
    assert "渡口的灯" in found
    assert "榕树下的信箱" not in found
    assert "榕树下的信箱" in client.get(address, {"q": "上埔 信箱"}).content.decode()
    assert "没有找到" in client.get(address, {"q": "'\"%_<script>"}).content.decode()


def test_what_is_nominated_already_is_not_offered_again(city, call, as_user):
    nomination = making.prepared(city, call)

    page = as_user(city.nominator).get(reverse("nominations:candidates", args=[call.pk])).content.decode()

    assert reverse("nominations:start", args=[call.pk, nomination.case_id]) not in page


def test_a_refusal_is_shown_and_nothing_typed_is_lost(city, as_user):
    call = making.call(categories="学习实践科学理论")
    case = making.published(city)
    start = reverse("nominations:start", args=[call.pk, case.pk])

    page = as_user(city.nominator).post(start, {"opinion": "写了很久的一段推荐意见", "category": "没有的类别"})

    assert page.status_code == 200
    assert "写了很久的一段推荐意见" in page.content.decode()
    assert not Nomination.objects.exists()


def test_a_refused_scan_is_told_on_the_bench(city, call, as_user):
    nomination = making.prepared(city, call)
    seal = reverse("nominations:take", args=[nomination.pk, "seal"])
    scan = making.pdf(b"not a scan")

    page = as_user(city.nominator).post(seal, {"scan": scan, "revision_id": nomination.case.live_revision_id})

    assert "不是 PDF、JPG 或 PNG" in page.content.decode()
    nomination.refresh_from_db()
    assert nomination.step == Step.PREPARED


def test_the_bench_says_that_the_case_has_moved_on(city, call, as_user):
    nomination = making.sealed(city, call)
    assert "已与报送稿不一致" not in as_user(city.nominator).get(bench_of(nomination)).content.decode()

    making.changed(nomination.case, results="三年讲了 37 堂。")

    page = as_user(city.nominator).get(bench_of(nomination)).content.decode()
    assert "已与报送稿不一致" in page
    assert "取得成效" in page


def test_the_sheet_of_an_endorsed_nomination_prints_the_frozen_text(city, call, as_user):
    nomination = making.sealed(city, call)
    making.changed(nomination.case, results="三年讲了 37 堂。")

    sheet = as_user(city.nominator).get(reverse("nominations:sheet", args=[nomination.pk])).content.decode()

    assert "三年讲了 36 堂" in sheet
    assert "37 堂" not in sheet


def test_the_reason_of_a_return_is_read_on_the_bench(city, call, as_user):
    nomination = making.sealed(city, call)
    steps.send_back(nomination=nomination, user=city.city_nominator, reason="请补上推广到了几个村")

    page = as_user(city.nominator).get(bench_of(nomination)).content.decode()

    assert "请补上推广到了几个村" in page
    assert "把盖好章的推荐表传上来" in page


def test_every_step_shows_a_bench_to_county_and_city(city, as_user):
    back = making.prepared(city, making.call(), making.published(city, "六"))
    made = [
        making.prepared(city, making.call()),
        making.sealed(city, making.call(), making.published(city, "二")),
        making.chosen(city, making.call(), making.published(city, "三")),
        making.on_notice(city, making.call(), making.published(city, "四")),
        making.reported(city, making.call(), making.published(city, "五")),
        steps.withdraw(nomination=back, user=city.nominator, reason="再等等"),
        making.reserved(city, making.call(), making.published(city, "七")),
        making.owing(city, making.call(), making.published(city, "八")),
        *steps.receive(
            nominations=[making.sealed(city, making.call(), making.published(city, "九"))], user=city.city_nominator
        ),
    ]
    for user in (city.nominator, city.city_nominator, city.manager, city.city_manager):
        client = as_user(user)
        assert [client.get(bench_of(nomination)).status_code for nomination in made] == [200] * len(made)


def addresses(nomination) -> list[str]:
    call, case = nomination.call_id, nomination.case_id
    names = (
        "amend", "seal", "withdraw", "hand-back", "receive", "recommend", "reserve", "rerank", "take-up", "supplement",
        "send-back",
    )  # fmt: skip
    return [
        bench_of(nomination),
        reverse("nominations:sheet", args=[nomination.pk]),
        *(reverse("nominations:take", args=[nomination.pk, name]) for name in names),
        reverse("nominations:board", args=[call]),
        reverse("nominations:take_together", args=[call, "recommend"]),
        reverse("nominations:start", args=[call, case]),
    ]


def test_to_everybody_else_nothing_of_it_is_there(city, call, as_user):
    nomination = making.prepared(city, call)

    for user in (city.contributor, city.checker, city.editor, city.outsider, city.outside_reviewer):
        client = as_user(user)
        for address in [*addresses(nomination), reverse("nominations:index")]:
            assert client.get(address).status_code == 404, (user, address)
            assert client.post(address, {"reason": "x", "opinion": "x"}).status_code in (404, 405), (user, address)
    nomination.refresh_from_db()
    assert nomination.step == Step.PREPARED


def test_another_countys_nominator_sees_their_own_and_nothing_of_ours(city, call, as_user):
    theirs = factories.person("竹岭市申报专员", city.zhuling, "nominator")
    nomination = making.prepared(city, call)
    client = as_user(theirs)

    assert nomination.case.title not in client.get(reverse("nominations:index")).content.decode()
    for address in addresses(nomination):
        assert client.get(address).status_code == 404, address


def test_a_stranger_is_asked_to_sign_in(city, call, client):
    nomination = making.prepared(city, call)

    for address in addresses(nomination):
        assert client.get(address).status_code == 302


def test_unknown_steps_are_not_there(city, call, as_user):
    nomination = making.prepared(city, call)

    assert as_user(city.nominator).post(f"/desk/nominations/{nomination.pk}/report/").status_code == 404
    assert as_user(city.nominator).get(f"/desk/nominations/{nomination.pk}/seal/").url == bench_of(nomination)


def test_one_and_three_nominations_ask_the_same_of_the_database(city, call, as_user):
    making.prepared(city, call)
    county, town = as_user(city.nominator), reverse("nominations:index")
    pages = [town, reverse("desk:home"), reverse("nominations:candidates", args=[call.pk])]
    making.published(city, "还没报的")
    one = [queries_of(county, address) for address in pages]
    for title in ("第二个", "第三个"):
        making.prepared(city, call, making.published(city, title))
        making.published(city, f"还没报的{title}")

    assert [queries_of(county, address) for address in pages] == one


def test_a_bench_with_one_and_three_rounds_asks_the_same_of_the_database(city, call, as_user):
    nomination = making.sealed(city, call)
    client = as_user(city.nominator)
    one = queries_of(client, bench_of(nomination))
    for _ in range(2):
        steps.send_back(nomination=nomination, user=city.city_nominator, reason="再补一补")
        steps.seal(nomination=nomination, user=city.nominator, scan=making.pdf())

    assert queries_of(client, bench_of(nomination)) == one


def test_what_waits_for_the_county_stands_on_its_desk(city, call):
    assert [todo.action for todo in todos(city.nominator)] == ["选案例"]
    nomination = making.prepared(city, call)
    assert [todo.action for todo in todos(city.nominator)] == ["去盖章推荐"]
    steps.seal(nomination=nomination, user=city.nominator, scan=making.pdf())
    assert not list(todos(city.nominator))
    steps.send_back(nomination=nomination, user=city.city_nominator, reason="补一补")
    assert [todo.action for todo in todos(city.nominator)] == ["去补充"]
    assert not list(todos(city.outsider))


def test_what_waits_for_the_city_stands_on_its_desk_call_by_call(city, call):
    nomination = making.sealed(city, call)
    assert [todo.action for todo in todos(city.city_nominator)] == ["去评选"]
    steps.recommend(nominations=[nomination], user=city.city_nominator)
    assert [todo.action for todo in todos(city.city_nominator)] == ["去公示"]


def test_a_running_notice_and_one_that_is_over_ask_for_different_things(city, call):
    nomination = making.on_notice(city, call)
    assert [todo.action for todo in todos(city.city_nominator)] == ["看公示"]
    with making.after_notice(nomination):
        assert [todo.action for todo in todos(city.city_nominator)] == ["去上报"]
