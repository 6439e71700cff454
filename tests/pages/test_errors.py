"""Pages for when something went wrong: in Chinese, with the number under which it is in the log, needing nothing."""

import pytest
from django.db import OperationalError
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from cms.core import views
from tests import markup


def test_a_missing_page_says_so_and_how_to_go_on(city, client):
    answer = client.get("/nowhere/at/all/")

    html = answer.content.decode()
    assert answer.status_code == 404
    assert "没有这一页" in html
    assert answer["X-Request-ID"] in html
    assert 'action="/search/"' in html
    assert markup.faults(html) == []


@pytest.mark.parametrize("template", ["400.html", "403.html", "403_csrf.html", "500.html", "503.html"])
def test_each_says_what_happened_and_its_number_without_the_database(template):
    html = render_to_string(template, {"request_id": "abc123"})  # the database is closed to this test

    assert "abc123" in html
    assert "<h1>" in html
    assert markup.faults(html) == []


def broken(request, error: Exception):
    try:
        raise error
    except type(error):
        return views.server_error(request)


def test_a_fault_of_ours_is_a_500_and_a_database_that_is_away_a_503():
    request = RequestFactory().get("/")
    request.request_id = "abc123"

    fault, away = broken(request, ValueError("x")), broken(request, OperationalError("gone"))

    assert (fault.status_code, away.status_code) == (500, 503)
    assert away["Retry-After"]
    assert "abc123" in fault.content.decode()


def test_a_form_that_lay_too_long_says_that_nothing_was_sent(city):
    answer = Client(enforce_csrf_checks=True).post("/desk/login/", {"username": "x", "password": "y"})

    assert answer.status_code == 403
    assert "没有提交上去" in answer.content.decode()


def test_a_nul_byte_is_refused_in_words(client):
    answer = client.get("/cases/?category=%00")

    assert answer.status_code == 400
    assert "我们看不懂" in answer.content.decode()
