"""Pages for when something goes wrong: each says what happened, what is kept and what to do."""

import logging
import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache

logger = logging.getLogger(__name__)


def _page(request, status: int, template: str) -> HttpResponse:
    context = {"request_id": getattr(request, "request_id", "")}
    return HttpResponse(render_to_string(template, context), status=status)


def bad_request(request, exception=None):
    return _page(request, 400, "400.html")


def permission_denied(request, exception=None):
    return _page(request, 403, "403.html")


def csrf_failure(request, reason=""):
    return _page(request, 403, "403_csrf.html")


def page_not_found(request, exception=None):
    return render(request, "404.html", {"request_id": getattr(request, "request_id", "")}, status=404)


def server_error(request):
    """Answer 503 while the database is away, else 500; neither page needs the database."""
    error = sys.exc_info()[1]
    while error is not None:
        if isinstance(error, OperationalError | InterfaceError):
            response = _page(request, 503, "503.html")
            response["Retry-After"] = "10"
            return response
        error = error.__cause__ or error.__context__
    return _page(request, 500, "500.html")


@never_cache
def alive(request):
    """Say that this process answers; asks nothing of the database."""
    return HttpResponse("ok", content_type="text/plain")
