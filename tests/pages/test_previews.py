"""What an editor sees of a page before anybody has read it: its newest draft, with everything chosen in it."""

import pytest

from brands.models import BrandIndexPage, BrandProjectPage, CasePage
from lectures.models import CourseIndexPage, CoursePage, Dialect, SpeakerIndexPage, SpeakerPage
from tests import factories, readers


def seen(page) -> str:
    return page.get_latest_revision_as_object().make_preview_request(preview_mode="").rendered_content


@pytest.fixture
def speaker(city):
    return readers.neighbour(city, SpeakerPage, SpeakerIndexPage, "魏承棠")


def test_a_speaker_chosen_in_a_draft_is_on_its_preview(city, speaker):
    course = readers.written(city, CoursePage, CourseIndexPage, "半本账", speakers=[speaker])
    brand = readers.written(
        city, BrandProjectPage, BrandIndexPage, "小院党课", speakers=[speaker], places=[city.shangpu]
    )

    assert "魏承棠" in seen(course)
    assert "魏承棠" in seen(brand)
    assert "上埔村" in seen(brand)


def test_words_chosen_in_a_draft_are_on_its_preview(city, speaker):
    draft = speaker.get_latest_revision_as_object()
    draft.dialects = [Dialect.objects.create(name="建话")]
    draft.save_revision(user=city.contributor)

    assert "建话" in seen(speaker)


def test_a_brand_taken_out_of_a_draft_is_not_on_its_preview(city):
    brand = readers.neighbour(city, BrandProjectPage, BrandIndexPage, "小院党课")
    case = factories.case(city.contributor, city.shangpu, brands=[brand])
    assert "小院党课" in seen(case)

    draft = CasePage.objects.get(pk=case.pk).get_latest_revision_as_object()
    draft.brands = []
    draft.save_revision(user=city.contributor)

    assert "小院党课" not in seen(case)
