"""Whole pages are kept for anonymous readers, and are right at once after every change, in every process."""

import multiprocessing

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.db import connections
from django.test import Client

from brands.models import CasePage, Honour
from cms.pages import page_cache
from cms.pages.models import SiteSettings
from tests import factories, readers


@pytest.fixture
def case(city):
    return readers.live(factories.case(city.contributor, city.shangpu))


@pytest.fixture
def now(django_capture_on_commit_callbacks):
    """Do something as if its transaction committed."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def read(client, address, **headers) -> str:
    return client.get(address, headers=headers).content.decode()


def test_the_second_reader_costs_no_query(case, client, django_assert_num_queries):
    first = client.get(case.url)

    with django_assert_num_queries(0):
        second = Client().get(case.url)

    assert second.content == first.content
    assert second["Content-Type"] == first["Content-Type"]


def test_a_browser_that_asks_again_is_told_that_nothing_changed(case, client):
    first = client.get(case.url)
    assert first["Cache-Control"] == "no-cache"

    again = client.get(case.url, headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


def test_a_published_change_is_read_at_once(case, client, now):
    read(client, case.url), read(client, "/"), read(client, "/cases/")

    with now():
        case.title = "一座古厝的三十七堂党课"
        case.save_revision().publish(skip_permission_checks=True)

    for address in (case.url, "/", "/cases/"):
        assert "三十七堂" in read(client, address)


def test_a_page_taken_down_is_gone_at_once(case, client, now):
    assert client.get(case.url).status_code == 200

    with now():
        case.unpublish()

    assert client.get(case.url).status_code == 404
    assert case.title not in read(client, "/cases/")


def test_a_deleted_page_is_gone_at_once(case, client, now):
    read(client, case.url), read(client, "/cases/")

    with now():
        case.delete()

    assert client.get(case.url).status_code == 404
    assert case.title not in read(client, "/cases/")


def test_a_moved_page_is_where_it_went_at_once(case, city, client, now):
    before = case.url
    read(client, before)

    with now():
        case.move(city.zhuling.get_children().get(slug="cases"), pos="last-child")

    assert client.get(before).url == CasePage.objects.get(pk=case.pk).url
    assert client.get(before, follow=True).status_code == 200


def test_a_page_with_a_new_address_is_there_at_once(case, client, now):
    read(client, case.url)

    with now():
        case.slug = "xin-dizhi"
        case.save_revision().publish(skip_permission_checks=True)

    assert client.get("/yanxi/cases/xin-dizhi/").status_code == 200


def test_a_new_word_at_the_foot_is_on_every_page_at_once(city, client, now):
    read(client, "/")

    with now():
        settings = SiteSettings.for_site(city.home.get_site())
        settings.host = "中共云麓市委宣传部"
        settings.save()

    assert "中共云麓市委宣传部主办" in read(client, "/")


def test_an_honour_is_shown_at_once_and_gone_at_once(case, client, now):
    read(client, "/honours/")
    with now():
        honour = readers.honour(case)
    assert "省创新案例集1" in read(client, "/honours/")

    with now():
        Honour.objects.filter(pk=honour.pk).get().delete()

    assert "省创新案例集1" not in read(client, "/honours/")


def test_a_picture_described_anew_is_described_at_once(city, client, now):
    cover = factories.image("板凳", description="一圈板凳")
    case = readers.live(factories.case(city.contributor, city.shangpu, cover=cover))
    assert "一圈板凳" in read(client, case.url)

    with now():
        cover.description = "天井里的一圈板凳"
        cover.save()

    assert "天井里的一圈板凳" in read(client, case.url)


def test_what_was_rolled_back_renews_nothing(case):
    before = page_cache.site_version()

    page_cache.renew()  # the test's transaction never commits

    assert page_cache.site_version() == before


def test_signing_in_shows_nothing_of_a_person_to_anybody_else(case, city, as_user):
    signed_in = as_user(city.editor)
    signed_in.get(case.url)

    answer = Client().get(case.url)

    assert city.editor.name not in answer.content.decode()
    assert not answer.cookies


def test_no_page_with_a_token_in_it_is_kept(city, client):
    token = client.get("/desk/login/").context["csrf_token"]

    assert "csrfmiddlewaretoken" not in Client().get("/").content.decode()
    assert str(token) not in Client().get("/desk/login/").content.decode()
    assert not [key for key in getattr(cache, "_cache", {}) if "login" in key]


def test_public_pages_ask_for_no_session(case, client):
    answer = client.get(case.url)

    assert not answer.cookies
    assert isinstance(answer.wsgi_request.user, AnonymousUser)


def test_elder_mode_is_kept_beside_the_usual_page_and_not_in_its_place(case, client):
    usual = read(client, case.url)
    client.cookies["elder"] = "1"

    assert 'class="elder"' in read(client, case.url)
    assert read(Client(), case.url) == usual


def test_what_somebody_typed_is_not_kept(city, client):
    before = _kept_pages()
    client.get("/places/?name=埔")
    client.get("/?anything=1")

    assert _kept_pages() == before


def test_not_found_and_redirects_are_not_kept(city, client):
    before = _kept_pages()
    client.get("/nowhere/")
    client.get("/cases")

    assert _kept_pages() == before


def _kept_pages() -> int:
    return sum(":page:" in key for key in cache._cache)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_another_process_publishes_and_takes_down_and_this_one_knows(settings, tmp_path, client):
    shared = {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": str(tmp_path)}
    settings.CACHES = {"default": shared}
    city = factories.small_city()
    case = readers.live(factories.case(city.contributor, city.shangpu))
    assert "三十六堂" in read(client, case.url)

    _elsewhere(_publish_title, case.pk, "一座古厝的三十七堂党课")
    assert "三十七堂" in read(client, case.url)

    _elsewhere(_take_down, case.pk)
    assert client.get(case.url).status_code == 404


def _elsewhere(what, *args) -> None:
    """Do something in a process of its own, with its own connection to the same database."""
    connections.close_all()
    process = multiprocessing.get_context("fork").Process(target=_alone, args=(what, *args))
    process.start()
    process.join(60)
    assert process.exitcode == 0


def _alone(what, *args) -> None:
    connections.close_all()
    what(*args)
    connections.close_all()


def _publish_title(pk: int, title: str) -> None:
    case = CasePage.objects.get(pk=pk)
    case.title = title
    case.save_revision().publish(skip_permission_checks=True)


def _take_down(pk: int) -> None:
    CasePage.objects.get(pk=pk).unpublish()
