"""Objections in writing: seen by the city's nominators alone, answered, and heeded."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from brands.nominations import objections, steps
from brands.nominations.models import Objection, Step
from cms.core.refusals import Refused
from cms.notices.models import Notice
from tests import factories
from tests.nominations import making

WORDS = "三十六堂里有两堂是别村讲的。"
NAME, PHONE = "陈某某", "0599-8888888"


def enter(city, on_notice, **fields):
    said = {
        "publicity": on_notice.publicity, "nomination": on_notice, "received_on": timezone.localdate(),
        "by_name": NAME, "by_unit": "", "phone": PHONE, "words": WORDS,
    }  # fmt: skip
    return objections.enter_objection(user=city.city_nominator, **(said | fields))


def answer(city, objection, *, upheld: bool, **fields):
    said = {"answer": "到村里核过台账。", "reason": "请把堂数核准。"} | fields
    return objections.answer_objection(objection=objection, user=city.city_nominator, upheld=upheld, **said)


def test_an_open_objection_keeps_its_nomination_from_being_reported(city, call):
    nomination, other = making.on_notice(city, call), making.on_notice(city, call, making.published(city, "另一个"))
    objection = enter(city, nomination)

    with making.after_notice(nomination):
        with pytest.raises(Refused, match="《一座古厝的三十六堂党课》有 1 件异议还没有答复"):
            steps.report(nominations=[nomination], user=city.city_nominator)
        steps.report(nominations=[other], user=city.city_nominator)
        answer(city, objection, upheld=False)

        assert steps.report(nominations=[nomination], user=city.city_nominator)[0].step == Step.REPORTED


def test_one_against_the_whole_notice_holds_everything_on_it(city, call):
    nomination = making.on_notice(city, call)
    enter(city, nomination, nomination=None)

    with making.after_notice(nomination), pytest.raises(Refused, match="1 件异议还没有答复"):
        steps.report(nominations=[nomination], user=city.city_nominator)


def test_one_that_holds_sends_the_nomination_back_and_strikes_it(city, call, client):
    nomination = making.on_notice(city, call)
    answer(city, enter(city, nomination), upheld=True)
    cache.clear()

    nomination.refresh_from_db()
    assert nomination.step == Step.RETURNED
    assert nomination.events.last().note == "请把堂数核准。"
    page = client.get(reverse("gongshi:notice", args=[nomination.publicity_id])).content.decode()
    assert "<s>一座古厝的三十六堂党课</s>" in page
    for private in (WORDS, NAME, PHONE, "台账"):
        assert private not in page


def test_one_that_holds_says_to_the_county_what_to_mend(city, call):
    objection = enter(city, making.on_notice(city, call))

    with pytest.raises(Refused, match="要补什么"):
        answer(city, objection, upheld=True, reason=" ")
    objection.refresh_from_db()
    assert objection.answered_on is None


def test_a_late_one_is_marked_and_answered_too(city, call):
    nomination = making.on_notice(city, call)
    with making.after_notice(nomination):
        late = enter(city, nomination)
        assert late.is_late
        assert answer(city, late, upheld=False).answered_on == timezone.localdate()
    assert not enter(city, nomination).is_late


def test_what_is_refused_is_told_in_words(city, call):
    nomination = making.on_notice(city, call)
    elsewhere = making.on_notice(city, making.call(title="另一个"), making.published(city, "别处的"))
    tomorrow = timezone.localdate() + dt.timedelta(days=1)

    for fields, why in (
        ({"words": " "}, "说的是什么"),
        ({"by_name": " "}, "真实姓名或者单位"),
        ({"received_on": tomorrow}, "收到的日期"),
        ({"received_on": nomination.publicity.starts_on - dt.timedelta(days=1)}, "收到的日期"),
        ({"nomination": elsewhere}, "没有这个案例"),
        ({"scan": making.pdf(b"not a letter")}, "不是 PDF"),
    ):
        with pytest.raises(Refused, match=why):
            enter(city, nomination, **fields)
    assert not Objection.objects.exists()


def test_one_is_answered_once_and_whole(city, call):
    objection = enter(city, making.on_notice(city, call))
    with pytest.raises(Refused, match="怎么答复"):
        answer(city, objection, upheld=False, answer=" ")
    answer(city, objection, upheld=False)

    with pytest.raises(Refused, match="已经由市级申报专员答复了"):
        answer(city, objection, upheld=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Objection.objects.update(answer="")


def test_nobody_but_the_citys_nominators_learns_of_it(city, call, as_user):
    nomination = making.on_notice(city, call)
    before = Notice.objects.count()
    objection = enter(city, nomination, scan=making.pdf())
    assert Notice.objects.count() == before
    theirs = factories.person("竹岭市申报专员", city.zhuling, "nominator")
    addresses = [
        reverse("nominations:objections", args=[nomination.publicity_id]),
        reverse("nominations:answer_objection", args=[objection.pk]),
        reverse("nominations:objection_letter", args=[objection.pk]),
    ]

    for user in (city.nominator, city.manager, city.city_manager, city.superuser, theirs, city.contributor):
        client = as_user(user)
        for address in addresses:
            assert client.get(address).status_code == 404, (user, address)
            assert client.post(address, {}).status_code in (404, 405), (user, address)
    county = as_user(city.nominator).get(reverse("nominations:bench", args=[nomination.pk])).content.decode()
    assert "异议 1" not in county
    for private in (WORDS, NAME, PHONE):
        assert private not in county
    with pytest.raises(Refused, match="市级的申报专员"):
        objections.answer_objection(objection=objection, user=city.nominator, answer="没有", upheld=False)


def test_the_desk_writes_one_down_and_answers_it(city, call, as_user):
    nomination = making.on_notice(city, call)
    page = reverse("nominations:objections", args=[nomination.publicity_id])
    client = as_user(city.city_nominator)
    said = {
        "nomination": nomination.pk, "received_on": timezone.localdate().isoformat(), "by_name": "", "by_unit": "",
        "phone": PHONE, "words": WORDS, "scan": making.pdf(),
    }  # fmt: skip

    refused = client.post(page, said).content.decode()
    assert "真实姓名或者单位" in refused
    assert WORDS in refused
    assert client.post(page, said | {"by_name": NAME, "scan": making.pdf()}).url == page
    objection = Objection.objects.get()
    assert "异议 1 件，1 件等答复" in client.get(reverse("nominations:board", args=[call.pk])).content.decode()
    letter = client.get(reverse("nominations:objection_letter", args=[objection.pk]))
    assert b"".join(letter.streaming_content) == making.PDF
    address = reverse("nominations:answer_objection", args=[objection.pk])
    assert "objection-" in client.post(address, {"answer": "核过", "upheld": ""}).content.decode()
    assert client.post(address, {"answer": "核过了，是本村讲的。", "upheld": "no"}).url == page

    assert "核过了，是本村讲的。" in client.get(page).content.decode()
