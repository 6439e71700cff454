"""Uploads, served by the site itself."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from tests import factories

FILM = bytes(range(256)) * 40  # 10,240 bytes


@pytest.fixture
def film():
    name = default_storage.save("media/film.mp4", ContentFile(FILM))
    yield f"/uploads/{name}"
    default_storage.delete(name)


def body(response) -> bytes:
    return b"".join(response.streaming_content)


def test_a_whole_film_arrives_with_its_type_and_an_offer_of_ranges(client, film):
    response = client.get(film)

    assert response.status_code == 200
    assert response["Content-Type"] == "video/mp4"
    assert response["Accept-Ranges"] == "bytes"
    assert response["Content-Length"] == str(len(FILM))
    assert body(response) == FILM


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [("bytes=0-1", 0, 2), ("bytes=100-199", 100, 200), ("bytes=10000-", 10000, 10240), ("bytes=-16", 10224, 10240),
     ("bytes=0-", 0, 10240), ("bytes=10-999999999", 10, 10240), ("bytes=-99999", 0, 10240)],
)  # fmt: skip
def test_a_player_gets_the_part_that_it_asks_for(client, film, asked, start, end):
    response = client.get(film, headers={"range": asked})

    assert body(response) == FILM[start:end]
    assert response["Content-Length"] == str(end - start)
    if end - start < len(FILM):
        assert response.status_code == 206
        assert response["Content-Range"] == f"bytes {start}-{end - 1}/10240"


@pytest.mark.parametrize("asked", ["bytes=5-2", "bytes=-", "bytes=0-1,5-6", "pages=1-2", "bytes=" + "9" * 5000 + "-"])
def test_a_range_that_makes_no_sense_gets_the_whole_film(client, film, asked):
    response = client.get(film, headers={"range": asked})

    assert response.status_code == 200
    assert body(response) == FILM


def test_a_range_behind_the_end_is_refused_with_the_length(client, film):
    response = client.get(film, headers={"range": "bytes=10240-"})

    assert response.status_code == 416
    assert response["Content-Range"] == "bytes */10240"


def test_a_part_of_another_version_is_not_mixed_with_this_one(client, film):
    tag = client.get(film)["ETag"]

    assert client.get(film, headers={"range": "bytes=0-1", "if-range": tag}).status_code == 206
    assert client.get(film, headers={"range": "bytes=0-1", "if-range": '"another"'}).status_code == 200


def test_a_file_that_the_browser_has_is_not_sent_again(client, film):
    tag = client.get(film)["ETag"]

    assert client.get(film, headers={"if-none-match": tag}).status_code == 304


def test_head_tells_the_length_and_sends_nothing(client, film):
    response = client.head(film)

    assert response["Content-Length"] == str(len(FILM))
    assert response.content == b"" if not response.streaming else body(response) == b""


def test_an_upload_opened_by_itself_can_run_nothing(client, film):
    response = client.get(film)

    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert "default-src 'none'" in response["Content-Security-Policy"]


def test_nothing_may_be_written(client, film):
    assert client.post(film).status_code == 405
    assert client.delete(film).status_code == 405


@pytest.mark.parametrize(
    "path",
    ["media/../original_images/a.jpg", "media/%2e%2e/original_images/a.jpg", "../settings/base.py",
     "images/..%2f..%2fetc/passwd", "media//etc/passwd.mp4", "media/..\\secret.jpg", "media/.hidden.jpg", "images/",
     "images/nothing.jpg", "documents/a.pdf", "media/page.html", "media/drawing.svg", "media/noextension", "a.sqlite3"],
)  # fmt: skip
def test_nothing_but_what_pages_show_is_there(client, db, path):
    default_storage.save("original_images/a.jpg", ContentFile(b"x"))
    default_storage.save("documents/a.pdf", ContentFile(b"x"))
    default_storage.save("media/page.html", ContentFile(b"<script>alert(1)</script>"))
    default_storage.save("media/drawing.svg", ContentFile(b"<svg onload='alert(1)'/>"))
    default_storage.save("media/noextension", ContentFile(b"x"))

    assert client.get(f"/uploads/{path}").status_code == 404


def test_a_size_of_a_picture_is_served_and_its_original_is_not(client, db):
    image = factories.image()

    assert client.get(image.get_rendition("width-320|format-webp").url)["Content-Type"] == "image/webp"
    assert client.get(image.file.url).status_code == 404


def test_no_query_is_made_for_a_file(client, db, film, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get(film)
