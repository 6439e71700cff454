"""Nominations side by side, as they were sealed; facts and no ranks."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse

from brands.models import Honour
from brands.nominations import comparing
from tests.nominations import making


def address(call) -> str:
    return reverse("nominations:compare", args=[call.pk])


def test_what_was_sealed_stands_side_by_side(city, call, as_user):
    figure = {
        "label": "小院党课",
        "value": Decimal(36),
        "unit": "堂",
        "as_of": dt.date(2026, 6, 30),
        "method": "签到簿",
    }
    case = making.published(city, "甲案例", figures_body=[("figure", figure)])
    Honour.objects.create(series="市优秀案例", level="city", year=2025, winner="甲案例", page=case)
    making.sealed(city, call, case)
    making.sealed(city, call, making.published(city, "乙案例"))
    making.prepared(city, call, making.published(city, "还在县里"))
    making.changed(case, summary="后来改的概述")
    page = as_user(city.city_nominator).get(address(call)).text
    for words in ("甲案例", "乙案例", "小院党课 36 堂（截至2026年6月30日，签到簿）", "2025年 市优秀案例（市级）"):
        assert words in page
    assert "还在县里" not in page and "后来改的概述" not in page


def test_those_that_are_named_are_compared_alone(city, call, as_user):
    one = making.sealed(city, call, making.published(city, "甲案例"))
    making.sealed(city, call, making.published(city, "乙案例"))
    page = as_user(city.city_nominator).get(address(call), {"n": [one.pk, "x", "9" * 30]}).text
    assert "甲案例" in page and "乙案例" not in page


def test_only_the_city_compares(city, call, as_user):
    assert as_user(city.nominator).get(address(call)).status_code == 404
    assert "现在没有可以对照的" in as_user(city.city_nominator).get(address(call)).text


@pytest.mark.parametrize("count", [1, 3])
def test_every_frozen_text_takes_as_many_queries_as_the_next(city, call, count, django_assert_num_queries):
    for number in range(count):
        making.sealed(city, call, making.published(city, f"案例{number}"))
    with django_assert_num_queries(2 + 7 * count):  # a frozen text is read with its brands, pictures, place, owner
        comparing.of(call, [])
