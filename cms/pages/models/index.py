"""Section indexes: one class per kind, and one rule for all."""

from django.apps import apps
from django.core.paginator import Paginator
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from cms.pages.feeds import IndexFeed
from cms.pages.models.base import BasePage
from cms.pages.permissions import StructurePermissionTester


class IndexPage(RoutablePageMixin, BasePage):
    """Lists every live page of its kind below its own parent: under the city the city's, under a county the county's."""

    kind: str  # the model it lists, as "app.Model"
    filters: tuple = ()  # cms.pages.filters, in the order people see them
    per_page = 20

    max_count_per_parent = 1

    class Meta:
        abstract = True

    def permissions_for_user(self, user):
        return StructurePermissionTester(user, self)

    @classmethod
    def kind_model(cls) -> type[BasePage]:
        return apps.get_model(cls.kind)

    def listing(self):
        """Return the live pages of this kind below this page's parent, newest first."""
        pages = self.kind_model().objects.live().descendant_of(self.get_parent())
        return pages.order_by("-first_published_at", "-pk")

    @path("")
    def listing_view(self, request):
        bound = [bound for bound in (f.bind(self, request.GET) for f in self.filters) if bound.choices]
        pages = self.listing()
        for one in bound:
            pages = one.apply(pages)
        page = Paginator(pages, self.per_page).get_page(request.GET.get("page"))
        return self.render(request, context_overrides={"items": page, "filters": bound, "query": _query(request)})

    @path("feed/", name="feed")
    def feed_view(self, request):
        return IndexFeed(self)(request)


def _query(request) -> str:
    """Return the query string without its page number, for links to other pages of the same list."""
    query = request.GET.copy()
    query.pop("page", None)
    return query.urlencode()
