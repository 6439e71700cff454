"""The screen where a published page's changes are handed in, with the sentence the public will read."""

import pytest
from django.urls import reverse

from cms.core.refusals import Refused
from cms.review import decisions
from tests import factories


@pytest.fixture
def case(city):
    case = factories.publish(factories.case(city.contributor, city.shangpu), city)
    draft = case.get_latest_revision_as_object()
    draft.results = "三年讲了 37 堂党课。"
    draft.save_revision(user=city.contributor)
    return case


def test_it_shows_what_changed_and_asks_for_the_correction(city, case, as_user):
    html = as_user(city.editor).get(reverse("review:submit", args=[case.pk])).content.decode()

    assert "<ins>" in html
    assert "更正说明" in html


def test_without_a_correction_nothing_is_handed_in(city, case, as_user):
    html = as_user(city.editor).post(reverse("review:submit", args=[case.pk]), {"correction": ""}).content.decode()

    assert "改了什么、为什么改" in html
    assert factories.current_state(case) is None


def test_with_a_correction_it_goes_into_review(city, case, as_user):
    response = as_user(city.editor).post(reverse("review:submit", args=[case.pk]), {"correction": "堂数更正。"})

    assert response.url == reverse("review:record", args=[case.pk])
    assert factories.current_state(case) is not None


@pytest.mark.parametrize("who", ["outsider", "checker", "reviewer", "nominator"])
def test_somebody_who_may_not_change_it_finds_nothing(city, case, as_user, who):
    assert as_user(getattr(city, who)).get(reverse("review:submit", args=[case.pk])).status_code == 404


def test_pages_that_are_not_reviewed_are_not_found(city, as_user):
    assert as_user(city.editor).get(reverse("review:submit", args=[city.home.pk])).status_code == 404


def test_personal_data_stops_a_submission(city):
    case = factories.case(city.contributor, city.shangpu, results="有事请打 13805991234。")

    with pytest.raises(Refused, match="手机号"):
        decisions.submit(page=case, user=city.contributor)


def test_personal_data_in_a_lesser_field_stops_it_too(city):
    case = factories.case(city.contributor, city.shangpu, quote="打我电话 13805991234", quote_by="林阿婆")

    with pytest.raises(Refused, match="群众原声"):
        decisions.submit(page=case, user=city.contributor)


def test_a_slip_only_warns(city):
    case = factories.case(city.contributor, city.shangpu, results="再接再励。")

    assert decisions.submit(page=case, user=city.contributor)
