"""The two yardsticks: a WSGI application that does nothing, and a Django view that does nothing."""

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse
from django.urls import path

BODY = b"<!doctype html><title>bare</title><p>" + b"x" * 1_000


def application(environ, start_response):
    """Answer a kilobyte with nothing in between."""
    start_response("200 OK", [("Content-Type", "text/html"), ("Content-Length", str(len(BODY)))])
    return [BODY]


def view(request):
    return HttpResponse(BODY)


urlpatterns = [path("", view)]


def django_application():
    """Return the smallest Django there is: one address, no middleware, no database."""
    settings.configure(SECRET_KEY="bench", ROOT_URLCONF="bench.bare", ALLOWED_HOSTS=["127.0.0.1"], MIDDLEWARE=[])  # noqa: S106
    django.setup()
    return WSGIHandler()
