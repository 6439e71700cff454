"""People with a browser each, and what their browsers complain of."""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
DESK = {"viewport": {"width": 1280, "height": 900}}
PATIENCE = 30_000  # milliseconds


class People:
    """Everybody who has a browser open in one test."""

    def __init__(self, browser: Browser, url: str):
        self.browser, self.url = browser, url
        self.contexts: list[BrowserContext] = []
        self.seen: list[str] = []
        self.expected: list[str] = []

    def open(self, user=None, *, on=PHONE, elder: bool = False, **options) -> Page:
        """Open a browser for a person who has signed in before, or for a reader; return its first page."""
        context = self.browser.new_context(
            base_url=self.url, locale="zh-CN", timezone_id="Asia/Shanghai", reduced_motion="reduce", **(on | options)
        )
        context.set_default_timeout(PATIENCE)
        if user is not None:
            self._cookie(context, settings.SESSION_COOKIE_NAME, session_of(user))
        if elder:
            self._cookie(context, "elder", "1")
        self._watch(context)
        self.contexts.append(context)
        return context.new_page()

    def expect(self, pattern: str) -> None:
        """Say that one complaint belongs to the test, e.g. that the network was away."""
        self.expected.append(pattern)

    def troubles(self) -> list[str]:
        return [one for one in self.seen if not any(re.search(pattern, one) for pattern in self.expected)]

    def leave(self) -> None:
        for context in self.contexts:
            context.close()

    def _cookie(self, context: BrowserContext, name: str, value: str) -> None:
        context.add_cookies([{"name": name, "value": value, "url": self.url}])

    def _watch(self, context: BrowserContext) -> None:
        host = urlsplit(self.url).netloc
        context.on(
            "console", lambda message: message.type == "error" and self._note("console", message.text, message.page)
        )
        context.on("weberror", lambda error: self._note("script", str(error.error), error.page))
        context.on("request", lambda request: self._note_foreign(request.url, host))

    def _note(self, kind: str, text: str, page) -> None:
        self.seen.append(f"{kind} at {page.url if page else '?'}: {text}")

    def _note_foreign(self, url: str, host: str) -> None:
        if url.startswith(("http", "ws")) and urlsplit(url).netloc != host:
            self.seen.append(f"another host: {url}")


def session_of(user) -> str:
    """Return the session of somebody who has just signed in."""
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client.cookies[settings.SESSION_COOKIE_NAME].value
