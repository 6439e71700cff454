"""The few public addresses that are not pages of the tree."""

from django.contrib.sitemaps import views as sitemaps
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail import hooks

from cms.pages.models import SiteSettings
from cms.pages.sitemaps import PageSitemap

CLOSED = ("/admin/", "/desk/", "/documents/", "/reading/", "/search/")


@require_safe
def robots(request):
    """Tell search engines what is not for them, and where the map is."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED), "", f"Sitemap: {_map_address(request)}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def sitemap_index(request):
    return sitemaps.index(request, _maps(request), sitemap_url_name="sitemap_section")


@require_safe
def sitemap_section(request, section):
    return sitemaps.sitemap(request, _maps(request), section=section)


def _maps(request) -> dict:
    """Return the map of the pages, and those of rooms whose public addresses are none (hook `register_sitemap`)."""
    others = (make() for make in hooks.get_hooks("register_sitemap"))
    return {"pages": PageSitemap(request)} | {name: kind(request) for name, kind in others}


@require_safe
def privacy(request):
    """Show what the city says about privacy and consent; while it says nothing there is no such page."""
    words = SiteSettings.for_request(request).privacy
    if not words:
        raise Http404
    return render(request, "pages/privacy.html", {"words": words})


def _map_address(request) -> str:
    return request.build_absolute_uri(reverse("sitemap"))
