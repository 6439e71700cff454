"""What every request for a page asks first, answered without a query until the site has a new version.

Which site is it, what is its home page, is any part of it closed to the public? Wagtail asks the database four times.
"""

from django.db.models.signals import post_delete, post_save
from wagtail.models import PageViewRestriction, Site

from cms.pages import page_cache

ELSEWHERE = ("/admin/", "/desk/", "/static/", "/uploads/")

for signal in (post_save, post_delete):
    for model in (Site, PageViewRestriction):
        signal.connect(page_cache.renew, sender=model)


class KnownSiteMiddleware:
    """Gives a request its site with its home page, where Site.find_for_request looks first."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.path.startswith(ELSEWHERE):
            request._wagtail_site = page_cache.kept(f"site:{request.get_host()}", lambda: _site_of(request))
        return self.get_response(request)


def _site_of(request) -> Site | None:
    site = Site.find_for_request(request)
    if site:
        site.root_page = site.root_page.specific
    return site


def anything_closed() -> bool:
    """Say whether any page is kept from the public."""
    return page_cache.kept("closed", PageViewRestriction.objects.exists)
