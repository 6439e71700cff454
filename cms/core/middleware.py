"""Every request gets a number, and hostile bytes get a polite 400."""

import secrets

from django.conf import settings
from django.http import HttpRequest

from cms.core.logs import request_id
from cms.core.views import bad_request


class RequestIdMiddleware:
    """Numbers each request; the number is in the log, in X-Request-ID and on error pages (错误编号)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.request_id = secrets.token_hex(6)
        token = request_id.set(request.request_id)
        try:
            response = self.get_response(request)
        finally:
            request_id.reset(token)
        response["X-Request-ID"] = request.request_id
        return response


class CleanInputMiddleware:
    """Answers 400 to a NUL byte in the path, the query or a form: PostgreSQL cannot store one and SQLite cuts at it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return bad_request(request)
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if any("\x00" in value for key in request.POST for value in request.POST.getlist(key)):
            return bad_request(request)
        return None


def client_address(request: HttpRequest) -> str:
    """Return the address of the person's machine, believing X-Forwarded-For only from our own proxy."""
    peer = request.META.get("REMOTE_ADDR", "")
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    if peer in settings.TRUSTED_PROXIES and forwarded:
        return forwarded.rsplit(",", 1)[-1].strip()
    return peer
