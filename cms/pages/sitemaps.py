"""Every public page's address, for search engines."""

from django.contrib.sitemaps import Sitemap
from wagtail.models import Page, Site


class PageSitemap(Sitemap):
    """All live pages of the site, read as plain rows: no page is loaded for it."""

    limit = 5000

    def __init__(self, request):
        self.protocol = request.scheme
        self.root = Site.find_for_request(request).root_page

    def items(self):
        pages = Page.objects.descendant_of(self.root, inclusive=True).live().public().order_by("path")
        return pages.values_list("url_path", "last_published_at")

    def location(self, row) -> str:
        return "/" + row[0].removeprefix(self.root.url_path)

    def lastmod(self, row):
        return row[1]
