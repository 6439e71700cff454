"""Receipt, the ranked reserve list, and taking up its first when a place is free."""

import pytest

from brands.nominations import steps
from brands.nominations.models import Call, Reserve, Step
from cms.core.refusals import Refused
from cms.notices.models import Notice
from tests.nominations import making


def ranks(call) -> list[str]:
    return [reserve.nomination.case.title for reserve in call.reserves.order_by("rank")]


@pytest.fixture
def three(city, call):
    """Three nominations on the reserve list, in this order."""
    return [making.reserved(city, call, making.published(city, title)) for title in ("甲", "乙", "丙")]


def actions(nomination) -> list[str]:
    return list(nomination.events.values_list("action", flat=True))


def test_several_are_received_at_once_and_their_county_hears_of_it(city, call):
    both = [making.sealed(city, call, making.published(city, title)) for title in ("甲", "乙")]

    received = steps.receive(nominations=both, user=city.city_nominator)

    assert {one.step for one in received} == {Step.RECEIVED}
    assert Notice.objects.filter(user=city.nominator, title__startswith="市里收到了").count() == 2


def test_what_is_received_once_is_not_received_again(city, call):
    nomination = making.sealed(city, call)
    steps.receive(nominations=[nomination], user=city.city_nominator)

    with pytest.raises(Refused, match=r"现在是“市级收到”（市级申报专员 .+ 办的），这时不能确认收到"):
        steps.receive(nominations=[nomination], user=city.city_nominator)


def test_choosing_what_has_just_come_receives_it_first_with_an_event_each_and_one_notice(city, call):
    nomination = making.chosen(city, call)

    assert actions(nomination) == ["prepare", "endorse", "receive", "recommend"]
    assert not Notice.objects.filter(title__startswith="市里收到了").exists()


def test_the_reserve_list_is_ranked_in_the_order_of_coming_and_can_be_changed(city, call, three):
    assert ranks(call) == ["甲", "乙", "丙"]

    steps.rerank(nomination=three[2], user=city.city_nominator, rank=1)

    assert ranks(call) == ["丙", "甲", "乙"]
    assert list(call.reserves.order_by("rank").values_list("rank", flat=True)) == [1, 2, 3]
    assert three[2].events.last().note == "从候补第 3 调到第 1"


def test_a_rank_beyond_the_list_is_its_end(city, call, three):
    steps.rerank(nomination=three[0], user=city.city_nominator, rank=99)

    assert ranks(call) == ["乙", "丙", "甲"]


def test_who_leaves_the_list_lets_the_others_move_up(city, call, three):
    steps.withdraw(nomination=three[0], user=city.nominator, reason="明年再报")
    steps.send_back(nomination=three[1], user=city.city_nominator, reason="补一补")

    assert ranks(call) == ["丙"]
    assert Reserve.objects.get().rank == 1


def test_the_first_is_taken_up_in_one_step_when_a_chosen_one_drops_out(city, call):
    Call.objects.update(city_quota=1)
    chosen = making.chosen(city, call)
    first = making.reserved(city, call, making.published(city, "甲"))
    with pytest.raises(Refused, match="全市 1 个名额"):
        steps.take_up(nomination=first, user=city.city_nominator)

    steps.withdraw(nomination=chosen, user=city.nominator, reason="村里不愿意报了")
    taken = steps.take_up(nomination=first, user=city.city_nominator)

    assert taken.step == Step.RECOMMENDED
    assert not Reserve.objects.exists()
    assert Notice.objects.filter(user=city.nominator, title="递补上了：《甲》").exists()


def test_nobody_is_taken_up_past_the_first(city, call, three):
    with pytest.raises(Refused, match="候补第 1 是《甲》，先递补它"):
        steps.take_up(nomination=three[1], user=city.city_nominator)


def test_one_that_was_chosen_goes_to_the_reserve_list_and_gives_its_place_free(city, call):
    Call.objects.update(city_quota=1)
    chosen = making.chosen(city, call)

    steps.keep_in_reserve(nominations=[chosen], user=city.city_nominator)

    assert making.chosen(city, call, making.published(city, "乙")).step == Step.RECOMMENDED


def test_a_reserve_keeps_its_place_of_the_countys_quota(city, call):
    Call.objects.update(default_quota=1)
    making.reserved(city, call)

    with pytest.raises(Refused, match="已经推荐了 1 个"):
        making.sealed(city, call, making.published(city, "第二个案例"))


def test_the_county_and_the_citys_manager_rank_nobody(city, call, three):
    for user in (city.nominator, city.city_manager, city.superuser):
        with pytest.raises(Refused, match="市级的申报专员"):
            steps.rerank(nomination=three[0], user=user, rank=2)
