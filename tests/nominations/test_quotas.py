"""Numbered places: of a county, of the city, of a category, and those given on top."""

import pytest
from django.urls import reverse

from brands.nominations import queries, seats, steps
from brands.nominations.models import CategoryQuota, ExtraQuota, Nomination, Seat, Step
from brands.nominations.models.quota import Tier
from cms.audit.models import Event
from cms.core.refusals import Refused
from cms.notices.models import Notice
from tests.nominations import making

STUDY, CULTURE = "学习实践科学理论", "丰富活跃文化生活"


@pytest.fixture
def kinds(city):
    """A call of two categories, of which a county may recommend one of the first."""
    call = making.call(categories=f"{STUDY}\n{CULTURE}", default_quota=3)
    CategoryQuota.objects.create(call=call, category=STUDY, limit=1)
    return call


def numbers(call, tier=Tier.COUNTY) -> list[tuple[str, int]]:
    return list(
        Seat.objects.filter(call=call, tier=tier).order_by("category", "number").values_list("category", "number")
    )


def extra(city, call, **fields):
    said = {"county": city.yanxi, "number": 1, "document_number": "云文明办〔2026〕7号", "reason": "去年全省第一批试点"}
    return steps.give_extra(call=call, user=city.city_nominator, **(said | fields))


def test_an_endorsement_takes_a_place_and_a_choice_another_and_the_way_back_frees_both(city, call):
    nomination = making.chosen(city, call)
    assert (numbers(call), numbers(call, Tier.CITY)) == ([("", 1)], [("", 1)])

    steps.send_back(nomination=nomination, user=city.city_nominator, reason="补一补")
    assert not Seat.objects.exists()
    steps.seal(nomination=nomination, user=city.nominator, scan=making.pdf())
    assert numbers(call) == [("", 1)]
    steps.withdraw(nomination=nomination, user=city.nominator, reason="不报了")

    assert not Seat.objects.exists()


def test_the_lowest_free_number_is_taken(city, call):
    first, *_ = [making.sealed(city, call, making.published(city, title)) for title in ("甲", "乙", "丙")]
    steps.withdraw(nomination=first, user=city.nominator, reason="换一个")
    assert numbers(call) == [("", 2), ("", 3)]

    making.sealed(city, call, making.published(city, "丁"))

    assert numbers(call) == [("", 1), ("", 2), ("", 3)]


def test_a_full_quota_names_what_stands_in_it(city):
    call = making.call(default_quota=2, city_quota=1)
    for title in ("甲", "乙"):
        making.sealed(city, call, making.published(city, title))

    with pytest.raises(Refused, match="有 2 个名额，已经推荐了 2 个：《甲》、《乙》。要换一个，先撤回一个"):
        making.sealed(city, call, making.published(city, "丙"))

    first, second = Nomination.objects.filter(step=Step.ENDORSED).order_by("pk")
    steps.recommend(nominations=[first], user=city.city_nominator)
    with pytest.raises(Refused, match="全市 1 个名额，已经选定 1 个（《甲》），这次又选 1 个，多了 1 个"):
        steps.recommend(nominations=[second], user=city.city_nominator)


def test_a_category_has_its_own_number_beside_the_countys(city, kinds):
    making.sealed(city, kinds, category=STUDY)
    assert numbers(kinds) == [("", 1), (STUDY, 1)]

    with pytest.raises(Refused, match=f"延溪区“{STUDY}”这一类在这个通知里有 1 个名额，已经推荐了 1 个：《一座古厝"):
        making.sealed(city, kinds, making.published(city, "乙"), category=STUDY)
    assert numbers(kinds) == [("", 1), (STUDY, 1)]  # and nothing half taken
    making.sealed(city, kinds, making.published(city, "丙"), category=CULTURE)

    assert numbers(kinds) == [("", 1), ("", 2), (STUDY, 1)]


def test_a_countys_own_number_of_a_category_holds_instead_of_the_common_one(city, kinds):
    CategoryQuota.objects.create(call=kinds, category=STUDY, county=city.yanxi, limit=0)

    with pytest.raises(Refused, match="有 0 个名额"):
        making.sealed(city, kinds, category=STUDY)


def test_the_city_has_its_own_number_of_a_category(city, kinds):
    CategoryQuota.objects.create(call=kinds, category=CULTURE, tier=Tier.CITY, limit=1)
    making.chosen(city, kinds, category=CULTURE)
    second = making.sealed(city, kinds, making.published(city, "乙"), category=CULTURE)

    with pytest.raises(Refused, match=f"全市“{CULTURE}”这一类一共 1 个名额，已经选定 1 个"):
        steps.recommend(nominations=[second], user=city.city_nominator)
    second.refresh_from_db()
    assert second.step == Step.ENDORSED


def test_places_given_on_top_stand_on_paper_are_written_down_and_told(city):
    call = making.call(default_quota=1)
    making.sealed(city, call)
    with pytest.raises(Refused, match="有 1 个名额"):
        making.sealed(city, call, making.published(city, "乙"))

    extra(city, call)

    assert making.sealed(city, call, making.published(city, "丙")).step == Step.ENDORSED
    event = Event.objects.get(action="追加名额")
    assert event.detail["document_number"] == "云文明办〔2026〕7号"
    assert Notice.objects.get(user=city.nominator, title__startswith="追加了 1 个名额").body.startswith("依据 云文明办")
    share = queries.share(call, city.yanxi)
    assert (share.limit, share.extra, share.left) == (2, 1, 0)
    assert queries.share(call, city.zhuling).limit == 1


def test_a_place_on_top_of_a_category_raises_the_countys_number_too(city):
    call = making.call(categories=STUDY, default_quota=1)
    CategoryQuota.objects.create(call=call, category=STUDY, limit=1)
    extra(city, call, category=STUDY)

    for title in ("甲", "乙"):
        making.sealed(city, call, making.published(city, title), category=STUDY)

    assert numbers(call) == [("", 1), ("", 2), (STUDY, 1), (STUDY, 2)]


def test_nothing_is_given_without_paper_or_reason_or_by_others(city, call):
    for fields, why in (
        ({"document_number": " "}, "请写文号"),
        ({"reason": " "}, "为什么追加"),
        ({"number": 0}, "至少"),
    ):
        with pytest.raises(Refused, match=why):
            extra(city, call, **fields)
    for user in (city.nominator, city.city_manager, city.superuser):
        with pytest.raises(Refused, match="市级的申报专员"):
            steps.give_extra(
                call=call, user=user, county=city.yanxi, number=1, document_number="1号", reason="多报一个"
            )
    assert not ExtraQuota.objects.exists()


def test_a_smaller_limit_moves_those_above_it_down(city, call):
    kept = [making.sealed(city, call, making.published(city, title)) for title in ("甲", "乙", "丙")]
    steps.withdraw(nomination=kept[0], user=city.nominator, reason="换一个")
    call.default_quota = 2
    call.save()

    seats.settle(call)

    assert numbers(call) == [("", 1), ("", 2)]


def test_a_category_that_is_limited_later_seats_those_who_stand_already_or_refuses(city):
    call = making.call(categories=STUDY)
    for title in ("甲", "乙"):
        making.sealed(city, call, making.published(city, title), category=STUDY)
    quota = CategoryQuota.objects.create(call=call, category=STUDY, limit=1)
    with pytest.raises(Refused, match="这一类在这个通知里有 1 个名额"):
        seats.settle(call)
    quota.limit = 2
    quota.save()

    seats.settle(call)
    assert numbers(call) == [("", 1), ("", 2), (STUDY, 1), (STUDY, 2)]
    quota.delete()
    seats.settle(call)

    assert numbers(call) == [("", 1), ("", 2)]


def test_the_board_gives_a_county_more_and_says_so(city, call, as_user):
    address = reverse("nominations:take_together", args=[call.pk, "extra-quota"])
    said = {"county": city.yanxi.pk, "number": 1, "document_number": "", "reason": "多报一个"}
    client = as_user(city.city_nominator)

    assert "多报一个" in client.post(address, said).content.decode()
    assert client.post(address, said | {"document_number": "7号"}).status_code == 302

    page = client.get(reverse("nominations:board", args=[call.pk])).content.decode()
    assert "含追加 1 个" in page
    assert "7号：多报一个" in page


def test_what_was_announced_keeps_its_category_while_a_supplement_is_owed(city, kinds):
    nomination = making.owing(city, kinds, category=STUDY)

    with pytest.raises(Refused, match="补报时不能再改"):
        steps.amend(nomination=nomination, user=city.nominator, category=CULTURE, opinion="同意推荐。")
