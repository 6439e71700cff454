"""What every request asks first is known without a query, and never known wrongly."""

import pytest
from wagtail.models import PageViewRestriction, Site

from tests import factories


@pytest.fixture
def case(city):
    return factories.publish(factories.case(city.contributor, city.shangpu), city)


def test_a_page_closed_to_the_public_is_closed_at_once(case, client, django_capture_on_commit_callbacks):
    assert client.get(case.url).status_code == 200

    with django_capture_on_commit_callbacks(execute=True):
        PageViewRestriction.objects.create(page=case.get_parent(), restriction_type=PageViewRestriction.LOGIN)

    assert client.get(case.url).status_code == 302


def test_a_page_opened_again_is_open_at_once(case, client, django_capture_on_commit_callbacks):
    closed = PageViewRestriction.objects.create(page=case.page_ptr, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(case.url).status_code == 302

    with django_capture_on_commit_callbacks(execute=True):
        closed.delete()

    assert client.get(case.url).status_code == 200


def test_a_new_name_of_the_site_is_read_at_once(case, client, django_capture_on_commit_callbacks):
    client.get(case.url)

    with django_capture_on_commit_callbacks(execute=True):
        site = Site.objects.get()
        site.site_name = "云麓讲好"
        site.save()

    assert "云麓讲好" in client.get(case.url).content.decode()


def test_a_site_without_pages_answers_not_found(db, client):
    Site.objects.all().delete()

    assert client.get("/").status_code == 404
