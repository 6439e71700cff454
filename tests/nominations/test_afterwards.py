"""After the outcome: the certificate, the years to look back on, and last year's cases offered for the next call."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse

from brands.models import Honour
from brands.nominations import again, certificates, tally
from brands.nominations.models import Nomination, Step
from cms.core.refusals import Refused
from tests import factories
from tests.nominations import making


def figure(value: int, label: str = "小院党课", unit: str = "堂") -> tuple:
    said = {"label": label, "value": Decimal(value), "unit": unit, "as_of": dt.date(2026, 6, 30), "method": "签到簿"}
    return "figure", said


@pytest.fixture
def awarded(city):
    """A nomination whose outcome was written down as an award; how it got there does not matter here."""
    nomination = making.reported(city, making.call())
    Nomination.objects.filter(pk=nomination.pk).update(step=Step.AWARDED)
    call, case = nomination.call, nomination.case
    Honour.objects.create(series=call.series, level="province", year=call.year, winner=case.title, page=case)
    return Nomination.objects.get(pk=nomination.pk)


def bench(nomination) -> str:
    return reverse("nominations:bench", args=[nomination.pk])


def test_a_county_keeps_its_certificate_with_the_honour(city, awarded, as_user):
    browser = as_user(city.nominator)
    address = reverse("nominations:take", args=[awarded.pk, "certificate"])
    assert "收到了" in browser.post(address, {"scan": making.photo()}, follow=True).text
    document = Honour.objects.get().certificate
    assert document.collection == city.yanxi.access.collection
    assert document.url in browser.get(bench(awarded)).text
    assert browser.get(document.url).status_code == 200
    assert as_user(city.outsider).get(document.url).status_code in (403, 404)


def test_there_is_no_certificate_before_the_award_nor_for_another_county(city, awarded):
    other = making.sealed(city, making.call(title="另一个"), making.published(city, "另一个案例"))
    with pytest.raises(Refused, match="登记了入选"):
        certificates.keep(nomination=other, user=city.nominator, scan=making.pdf())
    outsider = factories.person("竹岭市申报专员", city.zhuling, "nominator")
    with pytest.raises(Refused):
        certificates.keep(nomination=awarded, user=outsider, scan=making.pdf())
    assert Honour.objects.get().certificate is None


def test_the_years_are_ones_own_and_counted_from_what_was_endorsed(city, awarded, as_user):
    making.prepared(city, making.call(title="还在准备"), making.published(city, "甲"))
    making.sealed(city, making.call(title="去年", year=awarded.call.year - 1), making.published(city, "乙"))
    years = tally.of_counties([city.yanxi])
    assert [(one.year, one.sent, one.reported, one.awarded) for one in years] == [
        (awarded.call.year, 1, 1, 1),
        (awarded.call.year - 1, 1, 0, 0),
    ]
    assert tally.of_counties([city.zhuling]) == []
    assert "历年报了几个" in as_user(city.nominator).get(reverse("nominations:index")).text


def next_call(nomination):
    call = nomination.call.next_one()
    call.opens_at, call.closes_at = nomination.call.opens_at, nomination.call.closes_at
    call.save()
    return call


def test_last_years_cases_are_offered_with_the_figures_that_changed(city, as_user):
    case = making.published(city, figures_body=[figure(36), figure(5, "志愿者", "人")])
    nomination = making.sealed(city, making.call(), case)
    making.changed(case, figures_body=[figure(48), figure(9, "听众", "人")])
    call = next_call(nomination)
    (one,) = again.of(call, city.yanxi)
    assert one.changes == [
        "小院党课：36 堂 → 48 堂",
        "去掉了：志愿者 5 人（截至2026年6月30日，签到簿）",
        "新添了：听众 9 人（截至2026年6月30日，签到簿）",
    ]
    page = as_user(city.nominator).get(reverse("nominations:candidates", args=[call.pk])).text
    assert "上次报过的" in page and "36 堂 → 48 堂" in page
    making.prepared(city, call, case)
    assert again.of(call, city.yanxi)[0].taken
    assert again.of(call, city.zhuling) == []


def test_a_call_without_one_before_offers_nothing(city):
    assert again.of(making.call(), city.yanxi) == []
