"""A check-in, as its viewers see it."""

from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile

from cms.pages.pictures import picture_of
from media.models import CheckInPage
from tests import markup, readers


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker):
    with readers.for_a_module(django_db_blocker) as city:
        page = readers.full_check_in(city)
        others = [readers.full_check_in(city, f"另一段{n}", readers.neighbour) for n in range(3)]
        yield SimpleNamespace(city=city, page=page, others=others)


@pytest.fixture
def told(made, db):
    return CheckInPage.objects.get(pk=made.page.pk)


def seen(client, page) -> str:
    return client.get(page.url).content.decode()


def test_everything_of_it_is_shown(told, client):
    html = seen(client, told)

    for words in (
        "一件咸棉袄", "党史小故事", "讲述", "曾国富", "实践站站长", "上埔村送盐古渡", "2025年11月16日",
        "永远跟党走", "文字稿",
        "九十年前，山里没有盐。", "终审 市级终审", "再看几段", "另一段2",
    ):  # fmt: skip
        assert words in html
    assert markup.faults(html) == []


def test_nothing_is_loaded_before_it_is_played_and_it_plays_in_the_page(told, client):
    html = seen(client, told)

    assert '<video controls preload="none" playsinline width="540" height="960"' in html
    assert f'<source src="{told.video.url}">' in html
    assert "autoplay" not in html


def test_an_upright_film_has_an_upright_poster_cut_from_the_cover(told, client):
    html = seen(client, told)

    assert 'class="wrap film upright"' in html
    assert f'poster="{told.cover.get_rendition("fill-720x1280|format-jpeg").url}"' in html


def test_a_wide_film_has_the_cover_as_it_is(told, client):
    told.video = readers.film(width=1920, height=1080)
    told.save()

    html = seen(client, told)

    assert 'class="wrap film"' in html
    assert f'poster="{picture_of(told.cover).src}"' in html


def test_a_film_with_a_poster_of_its_own_shows_that(told, client):
    told.video.thumbnail.save("poster.jpg", ContentFile(b"jpeg"))

    assert f'poster="{told.video.thumbnail.url}"' in seen(client, told)


def test_captions_are_on_where_somebody_wrote_them(told, client):
    assert "<track" not in seen(client, told)

    told.video.captions.save("words.vtt", ContentFile(b"WEBVTT\n"))

    html = client.get(f"{told.url}?again").content.decode()
    assert f'<track kind="captions" src="{told.video.captions.url}" srclang="zh-Hans" label="字幕" default>' in html
    assert client.get(told.video.captions.url)["Content-Type"] == "text/vtt; charset=utf-8"


def test_a_film_elsewhere_is_linked_to(told, client):
    told.video, told.external_url = None, "https://example.com/v/1"
    told.save()

    html = seen(client, told)

    assert '<a class="button" href="https://example.com/v/1" rel="noopener external">' in html
    assert "<video" not in html
    assert "film.js" not in html
    assert markup.faults(html) == []


def test_without_a_film_the_words_are_there(told, client):
    told.video = None
    told.save()

    html = seen(client, told)

    assert "先看文字稿" in html
    assert "九十年前" in html


@pytest.mark.parametrize("others", [1, 3])
def test_it_takes_the_same_few_queries_however_many_others_there_are(
    made, told, client, others, django_assert_num_queries
):
    for other in made.others[others:]:
        other.unpublish()
    client.get(told.url)

    with django_assert_num_queries(6):
        assert client.get(f"{told.url}?again").status_code == 200
