"""Honest time: soft and hard, minutes of grace, one county given longer, mending until, never later than the city."""

import datetime as dt

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from brands.nominations import queries, steps
from brands.nominations.models import Extension, Step
from brands.nominations.todos import todos
from cms.audit.models import Event
from cms.core.refusals import Refused
from cms.notices.models import Notice
from tests.nominations import making

CLOSES = dt.datetime(2026, 4, 15, 17, tzinfo=timezone.get_default_timezone())


def at(**later):
    return time_machine.travel(CLOSES + dt.timedelta(**later), tick=False)


@pytest.fixture
def call(city):
    """A call whose counties close on 15 April at five."""
    with at(days=-10):
        yield making.call(opens_at=CLOSES - dt.timedelta(days=30), closes_at=CLOSES)


def seal(city, nomination):
    return steps.seal(nomination=nomination, user=city.nominator, scan=making.pdf())


def extend(city, call, until=CLOSES + dt.timedelta(days=2), **fields):
    said = {"county": city.yanxi, "reason": "汛期停电"} | fields
    return steps.extend(call=call, user=city.city_nominator, until=until, **said)


def set_(call, **fields):
    for name, value in fields.items():
        setattr(call, name, value)
    call.save()


def test_grace_takes_what_is_being_uploaded_and_says_until_when(city, call):
    nomination, late = making.prepared(city, call), making.prepared(city, call, making.published(city, "第二个"))
    set_(call, grace_minutes=30)

    with at(minutes=29):
        assert seal(city, nomination).step == Step.ENDORSED
    with (
        at(minutes=30),
        pytest.raises(
            Refused,
            match=r"^县级推荐 4月15日 17:00 截止（宽限到 4月15日 17:30），现在是 4月15日 17:30，已经过了时间。$",
        ),
    ):
        seal(city, late)


def test_one_county_is_given_longer_and_the_others_are_not(city, call):
    nomination = making.prepared(city, call)
    extend(city, call)

    with at(days=1):
        assert seal(city, nomination).step == Step.ENDORSED
        assert [share.is_open for share in queries.shares(queries.open_calls(), [city.yanxi, city.zhuling])] == [
            True, False,
        ]  # fmt: skip
    late = making.prepared(city, call, making.published(city, "第二个"))
    with at(days=2), pytest.raises(Refused, match=r"17:00 截止（给延溪区延到了 4月17日 17:00），现在是 4月17日 17:00"):
        seal(city, late)
    with at(days=2):
        assert queries.open_calls() == []


def test_an_extension_is_told_and_written_down_with_its_reason(city, call):
    extend(city, call)

    assert Notice.objects.get(user=city.nominator, title__startswith="延到 4月17日 17:00").body == "汛期停电"
    assert Event.objects.get(action="延期").detail["reason"] == "汛期停电"


def test_an_extension_is_later_than_what_holds_and_not_later_than_the_city(city, call):
    set_(call, city_due_at=CLOSES + dt.timedelta(days=3))
    for until, why in (
        (CLOSES, "现在就是 4月15日 17:00 截止"),
        (CLOSES + dt.timedelta(days=4), "市里 4月18日 17:00 就要上报"),
    ):
        with pytest.raises(Refused, match=why):
            extend(city, call, until)
    with pytest.raises(Refused, match="为什么延期"):
        extend(city, call, reason=" ")
    for user in (city.nominator, city.city_manager, city.superuser):
        with pytest.raises(Refused, match="市级的申报专员"):
            steps.extend(call=call, user=user, county=city.yanxi, until=CLOSES + dt.timedelta(days=1), reason="停电")
    assert not Extension.objects.exists()


def test_what_was_returned_is_mended_until_its_own_time(city, call):
    nomination = making.sealed(city, call)
    steps.send_back(nomination=nomination, user=city.city_nominator, reason="补数字")
    set_(call, amend_until=CLOSES + dt.timedelta(days=1))
    (todo,) = todos(city.nominator)
    assert "补正到 4月16日 17:00" in todo.detail

    with at(days=1), pytest.raises(Refused, match="退回补充的收到 4月16日 17:00，现在是 4月16日 17:00"):
        seal(city, nomination)
    with at(hours=23):
        assert seal(city, nomination).step == Step.ENDORSED


@pytest.mark.parametrize(
    ("fields", "field", "why"),
    [
        (
            {"city_due_at": CLOSES - dt.timedelta(hours=1)},
            "closes_at",
            "4月15日 17:00 截止，晚于市级上报的 4月15日 16:00",
        ),
        ({"city_due_at": CLOSES, "grace_minutes": 10}, "closes_at", "连宽限到 4月15日 17:10"),
        ({"soft_due_at": CLOSES + dt.timedelta(hours=1)}, "soft_due_at", "在开始和截止之间"),
        ({"amend_until": CLOSES - dt.timedelta(hours=1)}, "amend_until", "不能早于县级推荐截止"),
        (
            {"amend_until": CLOSES + dt.timedelta(days=2), "city_due_at": CLOSES + dt.timedelta(days=1)},
            "amend_until",
            "晚于市级上报",
        ),
    ],
)
def test_times_that_contradict_each_other_are_refused(call, fields, field, why):
    for name, value in fields.items():
        setattr(call, name, value)

    with pytest.raises(ValidationError) as refused:
        call.clean()
    assert why in refused.value.message_dict[field][0]


def test_the_city_does_not_report_before_a_county_that_it_gave_longer(city, call):
    extend(city, call)
    call.city_due_at = CLOSES + dt.timedelta(days=1)

    with pytest.raises(ValidationError, match="已经给延溪区延到了 4月17日 17:00"):
        call.clean()


def test_next_years_call_keeps_its_times_a_year_later(call):
    set_(call, soft_due_at=CLOSES - dt.timedelta(days=1), grace_minutes=15)

    fresh = call.next_one()

    assert fresh.soft_due_at == CLOSES.replace(year=2027, day=14)
    assert (fresh.grace_minutes, fresh.amend_until) == (15, None)


def test_the_board_gives_a_county_longer(city, call, as_user):
    address = reverse("nominations:take_together", args=[call.pk, "extend"])
    said = {"county": city.yanxi.pk, "until": "2026-04-17T17:00", "reason": ""}
    client = as_user(city.city_nominator)

    assert "2026-04-17T17:00" in client.post(address, said).content.decode()
    assert client.post(address, said | {"reason": "汛期停电"}).status_code == 302

    page = client.get(reverse("nominations:board", args=[call.pk])).content.decode()
    assert "延溪区延到 4月17日 17:00" in page


def test_the_receipt_says_who_sent_what_and_when(city, call, as_user):
    nomination = making.sealed(city, call)
    address = reverse("nominations:receipt", args=[nomination.pk])

    page = as_user(city.nominator).get(address).content.decode()
    for words in (
        "2026年4月5日 17:00:00",
        "延溪区申报专员",
        str(nomination.revision_id),
        nomination.sealed_scan.sha256,
    ):
        assert words in page
    assert "还没有确认" in page
    steps.receive(nominations=[nomination], user=city.city_nominator)

    assert "市级申报专员" in as_user(city.nominator).get(address).content.decode()


def test_nothing_sealed_has_no_receipt(city, call, as_user):
    nomination = making.prepared(city, call)

    assert as_user(city.nominator).get(reverse("nominations:receipt", args=[nomination.pk])).status_code == 404
