"""How a county reckons its ways, said by its own office on the desk."""

from decimal import Decimal

import pytest
from django.urls import reverse

from cms.audit.models import Event
from cms.core.refusals import Refused
from cms.places.models import Role
from lectures import travel_rules
from lectures.models import TravelRule
from lectures.travel import Ways
from tests import factories
from tests.lectures.making import dispatcher, put

LIST = "/desk/lectures/travel/"
SLOW = {"road_factor": "2", "speed": "20", "least": "30", "unknown": "90"}


def page(county) -> str:
    return reverse("lectures_desk:travel_rule", args=[county.pk])


@pytest.mark.parametrize("role", [Role.DISPATCHER, Role.MANAGER])
def test_the_county_s_office_says_it_and_ways_are_reckoned_so(city, as_user, role):
    put(city.shangpu, 26.60, 118.10)
    put(city.xikou, 26.60, 118.20)
    before = Ways().minutes(city.shangpu, city.xikou)
    user = factories.person("办公室", city.yanxi, role)
    shown = as_user(user).get(LIST, follow=True)
    assert shown.redirect_chain == [(page(city.yanxi), 302)] and 'value="35"' in shown.text

    assert "以后排的场次照这个算" in as_user(user).post(page(city.yanxi), SLOW, follow=True).text

    rule = TravelRule.objects.get()
    assert (rule.county, rule.road_factor, rule.speed, rule.least, rule.unknown) == (city.yanxi, Decimal(2), 20, 30, 90)
    assert Ways().minutes(city.shangpu, city.xikou) > before
    event = Event.objects.get(action="改路上时间的算法")
    assert (event.actor, event.detail["speed"]) == (user, ["35", "20"])


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"speed": "飞快"}, "请写一个整数"),
        ({"road_factor": "0.5"}, "最少写 1"),
        ({"unknown": "10"}, "不能比最近的路还快"),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_stays(city, as_user, said, words):
    text = as_user(dispatcher(city)).post(page(city.yanxi), SLOW | said).text

    assert words in text and f'value="{next(iter(said.values()))}"' in text
    assert not TravelRule.objects.exists()


def test_another_county_and_who_schedules_nothing_do_not(city, as_user):
    for user in (dispatcher(city, city.zhuling), city.editor, city.contributor):
        assert as_user(user).get(page(city.yanxi)).status_code == 404
        assert as_user(user).post(page(city.yanxi), SLOW).status_code == 404
        with pytest.raises(Refused):
            travel_rules.set_rule(county=city.yanxi, user=user, road_factor=2, speed=20, least=30, unknown=90)
    assert as_user(city.editor).get(LIST).status_code == 404
    assert not TravelRule.objects.exists()


def test_the_city_chooses_a_county(city, as_user):
    text = as_user(city.city_manager).get(LIST).text

    assert page(city.yanxi) in text and page(city.zhuling) in text
