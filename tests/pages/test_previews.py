"""What an editor sees of a page before anybody has read it: its newest draft, with everything chosen in it."""

import pytest

from brands.models import BrandIndexPage, BrandProjectPage, CasePage
from lectures.models import CourseIndexPage, CoursePage, Dialect, SpeakerIndexPage, SpeakerPage
from tests import factories, readers


def seen(page) -> str:
    draft = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    return draft.make_preview_request(preview_mode="").rendered_content


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


def test_a_preview_is_never_kept_for_readers(city, speaker, client):
    draft = speaker.get_latest_revision_as_object()
    draft.biography = "还没有审过的话"
    draft.save_revision(user=city.contributor)

    assert "还没有审过的话" in seen(speaker)

    read = client.get(speaker.url, headers={"host": "127.0.0.1:8000"})  # where the preview was made
    assert read.status_code == 200
    assert "还没有审过的话" not in read.content.decode()


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
