"""Whole pages for people who are not signed in, right at once after every change (docs/page-cache.md).

Every key holds the site's version. Publishing, taking down, deleting or moving a page gives the site a new version when the
transaction commits, so no process ever serves a page that was made before the change. Browsers are told to ask again each
time (`no-cache` with an ETag): a reader never sees a page that has been taken down.
"""

import hashlib
import secrets
from collections.abc import Callable

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.utils.cache import get_conditional_response
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

VERSION = "pages:version"
LIFE = 300  # seconds: a bound for what changes with the clock alone
READING_COOKIES = ("elder", "size", "contrast")


def site_version() -> str:
    """Return the version that every cached page carries."""
    version = cache.get(VERSION)
    if version is None:
        version = secrets.token_hex(8)
        cache.set(VERSION, version, None)
    return version


def kept(name: str, make: Callable):
    """Return what `make()` returns, kept until the site has a new version."""
    key = f"kept:{site_version()}:{name}"
    value = cache.get(key)
    if value is None:
        value = make()
        cache.set(key, value, LIFE)
    return value


def renew(**kwargs) -> None:
    """Forget every cached page, once the current transaction has committed."""
    transaction.on_commit(lambda: cache.set(VERSION, secrets.token_hex(8), None))


for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
    signal.connect(renew, dispatch_uid=f"renew_pages_{id(signal)}")


class PageCacheMiddleware:
    """Answers an anonymous GET from the cache, and keeps what it may."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not self.may_serve(request):
            return self.get_response(request)
        key = self.key(request)
        response = cache.get(key)
        if response is None:
            response = self.get_response(request)
            if not self.may_keep(request, response):
                return response
            response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
            response["Cache-Control"] = "no-cache"
            cache.set(key, response, LIFE)
        return get_conditional_response(request, etag=response["ETag"], response=response)

    @staticmethod
    def may_serve(request) -> bool:
        """Say whether this is an anonymous reader of a public page."""
        if not settings.PAGE_CACHE or request.method not in ("GET", "HEAD"):
            return False
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            return False
        return not request.path.startswith(("/admin/", "/desk/", "/static/", "/uploads/", "/documents/", "/media/"))

    @staticmethod
    def may_keep(request, response) -> bool:
        """Say whether the answer is the same for everybody."""
        if response.status_code != 200 or response.streaming or response.cookies:
            return False
        return "CSRF_COOKIE" not in request.META and "no-store" not in response.get("Cache-Control", "")

    @staticmethod
    def key(request) -> str:
        reading = "|".join(request.COOKIES.get(name, "") for name in READING_COOKIES)
        plain = f"{request.method}|{request.get_host()}|{request.get_full_path()}|{reading}"
        return f"page:{site_version()}:{hashlib.sha256(plain.encode()).hexdigest()[:32]}"
