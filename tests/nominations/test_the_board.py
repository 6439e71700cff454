"""The city's board: several at once, all or none."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from brands.models import Honour
from brands.nominations.models import Nomination, Publicity, Step
from tests.nominations import making


def together(call, name: str) -> str:
    return reverse("nominations:take_together", args=[call.pk, name])


def steps_of(call) -> list[str]:
    return list(call.nominations.order_by("pk").values_list("step", flat=True))


def test_the_city_takes_several_the_whole_way_on_one_page(city, call, as_user):
    pks = [making.sealed(city, call, making.published(city, title)).pk for title in ("甲", "乙")]
    client = as_user(city.city_nominator)

    assert client.post(together(call, "recommend"), {"nominations": pks}).status_code == 302
    starts_on = timezone.localdate().isoformat()
    said = {"nominations": pks, "starts_on": starts_on, "contact": making.CONTACT}
    assert client.post(together(call, "publicise"), said).status_code == 302
    with making.after_notice(Nomination.objects.select_related("publicity").get(pk=pks[0])):
        client = as_user(city.city_nominator)
        assert client.post(together(call, "report"), {"nominations": pks}).status_code == 302
        said = {"nominations": pks, "outcome": "awarded", "document_number": "36号", "decided_on": starts_on}
        assert client.post(together(call, "outcome"), said).status_code == 302

    assert steps_of(call) == [Step.AWARDED, Step.AWARDED]
    assert Honour.objects.count() == 2
    assert Publicity.objects.count() == 1


def test_one_that_cannot_go_stops_them_all_and_what_was_typed_stays(city, call, as_user):
    pks = [making.chosen(city, call).pk, making.sealed(city, call, making.published(city, "还没选的")).pk]
    said = {"nominations": pks, "starts_on": timezone.localdate().isoformat(), "contact": "寄市行政中心三号楼"}

    page = as_user(city.city_nominator).post(together(call, "publicise"), said)

    assert page.status_code == 200
    assert "现在是“县级推荐”" in page.content.decode()
    assert "寄市行政中心三号楼" in page.content.decode()
    assert steps_of(call) == [Step.RECOMMENDED, Step.ENDORSED]


def test_nothing_ticked_is_told(city, call, as_user):
    making.sealed(city, call)

    assert "还没有选" in as_user(city.city_nominator).post(together(call, "recommend"), {}).content.decode()


def test_a_nomination_of_another_call_is_refused(city, call, as_user):
    other = making.sealed(city, making.call(title="另一个"))

    page = as_user(city.city_nominator).post(together(call, "recommend"), {"nominations": [other.pk]})

    assert "不在这个通知里" in page.content.decode()


def test_a_step_nobody_knows_is_not_there(city, call, as_user):
    assert as_user(city.city_nominator).post(together(call, "rank")).status_code == 404


def test_the_citys_manager_reads_the_board_and_decides_nothing(city, call, as_user):
    nomination = making.sealed(city, call)
    client = as_user(city.city_manager)

    assert "选定勾上的" not in client.get(reverse("nominations:board", args=[call.pk])).content.decode()
    page = client.post(together(call, "recommend"), {"nominations": [nomination.pk]}).content.decode()
    assert "由市级的申报专员来办" in page
    assert steps_of(call) == [Step.ENDORSED]


def test_the_board_lists_counties_by_the_register_and_ranks_nobody(city, call, as_user):
    making.sealed(city, call)

    page = as_user(city.city_nominator).get(reverse("nominations:board", args=[call.pk])).content.decode()

    aside = page[page.index("各县名额") :]
    assert aside.index("延溪区") < aside.index("竹岭市")
    assert "排名" not in page.replace("不排名", "")


def test_one_and_three_nominations_ask_the_same_of_the_database(city, call, as_user):
    client, address = as_user(city.city_nominator), reverse("nominations:board", args=[call.pk])

    def count() -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as seen:
            assert client.get(address).status_code == 200
        return len(seen)

    making.on_notice(city, call)
    one = count()
    for title in ("第二个", "第三个"):
        making.on_notice(city, call, making.published(city, title))

    assert count() == one


def test_the_reserve_list_is_ordered_and_taken_up_on_the_board(city, call, as_user):
    first, second = (making.sealed(city, call, making.published(city, title)) for title in ("甲", "乙"))
    client = as_user(city.city_nominator)

    client.post(together(call, "receive"), {"nominations": [first.pk]})
    client.post(together(call, "keep-in-reserve"), {"nominations": [first.pk, second.pk]})
    client.post(together(call, "move-up"), {"nominations": [second.pk]})
    page = client.get(reverse("nominations:board", args=[call.pk])).content.decode()
    lane = page[page.index("候补名单（2）") :]
    assert lane.index("乙") < lane.index("甲")
    refused = client.post(together(call, "take-up"), {"nominations": [first.pk]}).content.decode()
    assert "候补第 1 是《乙》" in refused
    client.post(together(call, "take-up"), {"nominations": [second.pk]})

    assert steps_of(call) == [Step.RESERVED, Step.RECOMMENDED]
