"""Words for the hour, and where one works."""

import pytest
import time_machine

from cms.desk.greeting import greeting, unit
from cms.places.models import Membership


@pytest.mark.parametrize(
    ("hour", "words"),
    [(3, "夜深了"), (7, "早上好"), (10, "上午好"), (13, "中午好"), (16, "下午好"), (20, "晚上好"), (23, "夜深了")],
)
def test_the_greeting_knows_the_hour_here(city, hour, words):
    with time_machine.travel(f"2026-11-24T{hour:02}:30:00+08:00"):
        assert greeting(city.contributor) == f"上埔村供稿员，{words}"


def test_several_places_are_counted_and_none_is_said(city):
    Membership.objects.create(user=city.contributor, place=city.xikou.page_ptr, role="contributor")

    assert unit(city.contributor) == "上埔村等 2 处"
    assert unit(city.superuser) == "系统管理"
