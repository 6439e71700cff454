"""Pictures in the sizes of the site, made by the worker before anybody asks."""

from cms.pages import pictures
from media.models.files import Consent
from tests import factories, readers


def sizes(image) -> set[str]:
    return set(image.renditions.values_list("filter_spec", flat=True))


def test_publishing_makes_every_size(city, django_capture_on_commit_callbacks):
    cover = factories.image()
    case = factories.case(city.contributor, city.shangpu, cover=cover)
    assert sizes(cover) == set()

    with django_capture_on_commit_callbacks(execute=True):
        readers.live(case)

    assert sizes(cover) == set(pictures.SPECS)


def test_a_reader_who_comes_first_waits_for_the_two_smallest_only(city):
    image = factories.image()

    shown = pictures.pictures([image.pk])[image.pk]

    assert sizes(image) == set(pictures.AT_LEAST)
    assert (shown.width, shown.height) == (640, 400)
    assert shown.alt == image.title


def test_a_picture_says_how_wide_each_of_its_files_is(city):
    image = factories.image()
    pictures.prepare([image.pk])

    shown = pictures.pictures([image.pk])[image.pk]

    assert " 480w, " in shown.sources
    assert shown.sources.endswith(" 640w")  # never larger than it was taken


def test_many_pictures_are_read_in_one_query(city, django_assert_num_queries):
    images = [factories.image(f"图{n}").pk for n in range(3)]
    pictures.prepare(images)

    with django_assert_num_queries(1):
        assert len(pictures.pictures(images)) == 3


def test_a_withheld_picture_is_not_among_them(city):
    image = factories.image()
    pictures.prepare([image.pk])
    image.consent = Consent.WITHDRAWN
    image.save()

    assert pictures.pictures([image.pk]) == {}
    assert pictures.picture_of(image) is None


def test_a_picture_whose_file_is_lost_is_left_out(city):
    image = factories.image()
    image.file.storage.delete(image.file.name)

    assert pictures.pictures([image.pk]) == {}
