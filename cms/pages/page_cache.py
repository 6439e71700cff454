"""Whole pages for people who are not signed in, right at once after every change (docs/page-cache.md).

Every key holds the site's version. Publishing, taking down, deleting or moving a page gives the site a new version as
the transaction commits, so no process ever serves a page that was made before the change. Browsers are told to ask
again each time (`no-cache` with an ETag): a reader never sees a page that has been taken down.
"""

import hashlib
import secrets
from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.core.cache import cache
from django.db import models, transaction
from django.db.models.signals import post_delete, post_save
from django.http import HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from wagtail.models import Page
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from cms.pages.reading import reading_of

VERSION = "pages:version"
LIFE = 300  # seconds: a bound for what changes with the clock alone
NOT_PUBLIC = ("/admin/", "/desk/", "/static/", "/uploads/", "/documents/", "/reading/", "/lectures/feeds/")
CHOICES = {"page", "county", "category", "column", "form", "kind", "status", "subject", "theme", "tier", "year"}
CHOICES |= {"view", "on"}  # of the calendar of lectures


def site_version() -> str:
    """Return the version that every cached page carries."""
    version = cache.get(VERSION)
    if version is None:
        version = secrets.token_hex(8)
        cache.set(VERSION, version, None)
    return version


def kept(name: str, make: Callable):
    """Return what `make()` returns, kept until the site has a new version."""
    key = f"kept:{site_version()}:{hashlib.sha256(name.encode()).hexdigest()[:32]}"
    value = cache.get(key)
    if value is None:
        value = make()
        cache.set(key, value, LIFE)
    return value


def renew(**kwargs) -> None:
    """Forget every cached page, once the current transaction has committed."""
    transaction.on_commit(lambda: cache.set(VERSION, secrets.token_hex(8), None))


def renew_on(*watched: type[models.Model]) -> None:
    """Renew whenever one of these is saved or deleted (not by a bulk query: who uses one calls `renew`)."""
    for model in watched:
        post_save.connect(renew, sender=model)
        post_delete.connect(renew, sender=model)


def connect() -> None:
    """Renew at every change of a page that people read."""
    for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
        signal.connect(renew)
    post_save.connect(_renew_for_live_page)


def _renew_for_live_page(instance, update_fields=None, **kwargs) -> None:
    """A live page saved whole (a place by the register, say); saving a draft names the fields it touches."""
    if isinstance(instance, Page) and instance.live and update_fields is None:
        renew()


class PageCacheMiddleware:
    """Answers an anonymous GET from the cache, and keeps what it may."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not self.may_serve(request):
            return self.get_response(request)
        key = self.key(request)
        if found := cache.get(key):
            content, headers = found
            response = HttpResponse(content, headers=headers)
        else:
            response = self.get_response(request)
            if not self.may_keep(request, response):
                return response
            self.describe(response)
            cache.set(key, (response.content, dict(response.headers)), LIFE)
        return get_conditional_response(request, etag=response["ETag"], response=response)

    @staticmethod
    def may_serve(request) -> bool:
        """Say whether this is an anonymous reader of a public page, with nothing typed in its address."""
        if request.method not in ("GET", "HEAD") or request.path.startswith(NOT_PUBLIC):
            return False
        if settings.SESSION_COOKIE_NAME in request.COOKIES or "messages" in request.COOKIES:
            return False
        if getattr(request, "is_dummy", False):  # Wagtail's preview of a draft, under the page's own address
            return False
        return CHOICES.issuperset(request.GET)

    @staticmethod
    def may_keep(request, response) -> bool:
        """Say whether the answer is the same for everybody."""
        if response.status_code != HTTPStatus.OK or response.streaming or response.cookies:
            return False
        return "CSRF_COOKIE" not in request.META and "no-store" not in response.get("Cache-Control", "")

    @staticmethod
    def describe(response) -> None:
        """Have browsers and proxies ask again each time, by a tag of the content."""
        response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
        response["Cache-Control"] = "no-cache"
        patch_vary_headers(response, ["Cookie"])

    @staticmethod
    def key(request) -> str:
        """Return the key of this page as this reader likes to read it, in the site's present version."""
        here = f"{request.method}|{request.scheme}|{request.get_host()}|{request.get_full_path()}"
        plain = f"{here}|{reading_of(request)}"
        return f"page:{site_version()}:{hashlib.sha256(plain.encode()).hexdigest()[:32]}"
