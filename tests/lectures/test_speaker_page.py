"""A speaker, as the public meets them."""

import datetime as dt
from types import SimpleNamespace

import pytest

from brands.models import BrandIndexPage, BrandProjectPage
from lectures.models import SpeakerPage
from media import consent
from tests import markup, readers
from tests.lectures.making import dispatcher, session


def full(city, count: int) -> SpeakerPage:
    """Make a speaker with as many courses, brands, honours and words."""
    speaker = readers.full_speaker(city, count, f"魏承棠{count}")
    for number in range(1, count + 1):
        readers.full_course(city, 1, f"课程{count}-{number}", readers.neighbour, speakers=[speaker])
        readers.neighbour(
            city, BrandProjectPage, BrandIndexPage, f"品牌{count}-{number}", speakers=[speaker], slogan="搬条凳子来"
        )
        readers.honour(speaker, number)
    return speaker


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker):
    with readers.for_a_module(django_db_blocker) as city:
        yield SimpleNamespace(city=city, pages={count: full(city, count) for count in (1, 3)})


@pytest.fixture
def speaker(made, db):
    return SpeakerPage.objects.get(pk=made.pages[3].pk)


def test_everything_that_they_teach_is_shown(speaker, client):
    html = client.get(speaker.url).content.decode()

    for words in (
        "魏承棠3", "党校教师", "区委党校高级讲师", "Dialect1、Dialect2、Dialect3", "LectureForm1、LectureForm2",
        "SpeakerTeam3",
        "教了四年历史。", "老物件、村规民约", "课程3-2", "品牌3-1", "搬条凳子来", "省创新案例集3",
        "首批“新时代宣讲师”", "2025年1月",
        "2027年12月", "也来认识他们", "魏承棠1", "终审 市级终审",
    ):  # fmt: skip
        assert words in html
    assert markup.faults(html) == []


def test_a_term_without_end_goes_on(speaker, client):
    speaker.term_start, speaker.term_end = dt.date(2025, 1, 1), None
    speaker.save()

    assert "2025年1月 至 今" in client.get(speaker.url).content.decode()


def test_one_who_took_back_consent_is_shown_without_a_portrait(
    made, speaker, client, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        consent.withdraw(image=speaker.cover, user=made.city.superuser)

    html = client.get(speaker.url).content.decode()

    assert '<span class="nobody" aria-hidden="true">魏</span>' in html
    assert markup.faults(html) == []


def test_where_they_speak_next_is_told_and_how_to_ask_for_them(made, speaker, client):
    user = dispatcher(made.city)
    session(made.city.shangpu, user, topic="夜话", speakers=[speaker], confirmed=True)
    session(made.city.shangpu, user, "14:00", "15:00", topic="还没定的", speakers=[speaker])
    session(made.city.shangpu, user, "19:00", "20:00", topic="不对外的", speakers=[speaker], confirmed=True,
            open_to_public=False)  # fmt: skip

    html = client.get(f"{speaker.url}?again").content.decode()

    assert "夜话" in html
    assert "还没定的" not in html
    assert "不对外的" not in html
    assert f'href="/lectures/ask/?speaker={speaker.pk}"' in html
    assert markup.faults(html) == []


@pytest.mark.parametrize("count", [1, 3])
def test_it_takes_the_same_few_queries_however_much_they_teach(made, db, client, count, django_assert_num_queries):
    client.get(made.pages[count].url)

    with django_assert_num_queries(8):
        assert client.get(f"{made.pages[count].url}?again").status_code == 200
