"""退给作者: the author reads what to mend; the case goes on standing where it stands."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from brands.nominations import authors, steps
from brands.nominations.models import Step
from cms.core.refusals import Refused
from cms.notices.models import Notice
from tests.nominations import making

WORDS = "第三段的办结数请写清是哪一年的。"


def hand_back(city, nomination):
    return steps.hand_back(nomination=nomination, user=city.nominator, reason=WORDS)


def test_the_author_is_told_and_reads_it_on_the_cases_page(city, call, as_user):
    nomination = hand_back(city, making.prepared(city, call))

    address = reverse("submissions:detail", args=[nomination.case_id])
    assert nomination.step == Step.PREPARED
    assert Notice.objects.get(user=city.contributor, title__startswith="申报前请您改一改").url == address
    assert not Notice.objects.filter(user=city.city_nominator).exists()
    assert WORDS in as_user(city.contributor).get(address).content.decode()
    (todo,) = authors.todos(city.contributor)
    assert (todo.url, todo.action) == (address, "去看要改什么")


def test_the_case_goes_on_standing_where_it_stands(city, call):
    nomination = making.prepared(city, call)
    before = (nomination.case.live_revision_id, nomination.case.latest_revision_id)

    hand_back(city, nomination)

    nomination.case.refresh_from_db()
    assert nomination.case.live
    assert (nomination.case.live_revision_id, nomination.case.latest_revision_id) == before
    assert nomination.case.current_workflow_state is None


def test_a_case_published_anew_has_answered(city, call):
    nomination = hand_back(city, making.prepared(city, call))

    making.changed(nomination.case, results="2025 年办结 21 件。")

    assert not list(authors.todos(city.contributor))


def test_a_county_that_seals_has_answered(city, call):
    nomination = hand_back(city, making.prepared(city, call))

    steps.seal(nomination=nomination, user=city.nominator, scan=making.pdf())

    assert not list(authors.todos(city.contributor))
    assert authors.asked_of(nomination.case) == []


def test_what_the_city_returned_goes_to_the_author_and_may_still_be_sealed_after_the_closing_time(city, call):
    nomination = making.sealed(city, call)
    steps.send_back(nomination=nomination, user=city.city_nominator, reason="数字再核")
    hand_back(city, nomination)
    call.closes_at = timezone.now() - dt.timedelta(minutes=1)
    call.save()

    assert steps.seal(nomination=nomination, user=city.nominator, scan=making.pdf()).step == Step.ENDORSED


def test_while_a_supplement_is_owed_the_author_is_asked_and_the_debt_stays(city, call):
    nomination = hand_back(city, making.owing(city, call))

    assert nomination.step == Step.SUPPLEMENT
    assert nomination.is_being_mended
    assert [asked.words for asked in authors.asked_of(nomination.case)] == [WORDS]


def test_what_is_with_the_city_is_not_handed_to_the_author(city, call):
    nomination = making.sealed(city, call)

    with pytest.raises(Refused, match="这时不能退给作者"):
        hand_back(city, nomination)


def test_a_sentence_is_asked_for(city, call):
    with pytest.raises(Refused, match="要改什么"):
        steps.hand_back(nomination=making.prepared(city, call), user=city.nominator, reason=" ")


def test_another_county_hands_nothing_back(city, call):
    nomination = making.prepared(city, call)

    with pytest.raises(Refused, match="延溪区的申报专员"):
        steps.hand_back(nomination=nomination, user=city.outsider, reason=WORDS)
