"""How a reader likes to read: larger, with more contrast, or in 长者模式; three cookies, no script and no account."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

SIZES = ("s", "", "l", "x")  # from small to very large; "" is the usual size
A_YEAR = 60 * 60 * 24 * 365


@dataclass(frozen=True)
class Reading:
    """One reader's preferences."""

    elder: bool = False
    size: str = ""
    contrast: bool = False

    @property
    def classes(self) -> str:
        """The classes of the html element."""
        words = [("elder", self.elder), (f"size-{self.size}", self.size), ("contrast", self.contrast)]
        return " ".join(word for word, on in words if on)

    @property
    def larger(self) -> str:
        return self._step(1)

    @property
    def smaller(self) -> str:
        return self._step(-1)

    def _step(self, by: int) -> str:
        place = SIZES.index(self.size) + by
        return SIZES[min(max(place, 0), len(SIZES) - 1)]


def reading_of(request: HttpRequest) -> Reading:
    """Return the preferences that the request's cookies hold; an unknown value counts as none."""
    size = request.COOKIES.get("size", "")
    return Reading(
        elder=request.COOKIES.get("elder") == "1",
        size=size if size in SIZES else "",
        contrast=request.COOKIES.get("contrast") == "1",
    )


def reading(request: HttpRequest) -> dict:
    """Give every template the reader's preferences (a context processor)."""
    return {"reading": reading_of(request)}


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Keep what was chosen (`?elder=1&size=l&contrast=0`) and go back to the page that was being read."""
    there = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(there, {request.get_host()}, require_https=request.is_secure())
    response = HttpResponseRedirect(there if safe else resolve_url("/"))
    for name in ("elder", "size", "contrast"):
        if name in request.GET:
            _keep(response, name, request.GET[name])
    response["Cache-Control"] = "no-store"
    return response


def _keep(response: HttpResponse, name: str, value: str) -> None:
    known = SIZES if name == "size" else ("1",)
    if not value or value not in known:
        response.delete_cookie(name, samesite="Lax")
        return
    safe = {"secure": settings.SESSION_COOKIE_SECURE, "httponly": True, "samesite": "Lax"}
    response.set_cookie(name, value, max_age=A_YEAR, **safe)
