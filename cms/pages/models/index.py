"""Section indexes: one class per kind, and one rule for all."""

from django.apps import apps
from django.core.paginator import Paginator
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from cms.pages import page_cache
from cms.pages.cards import cards_of
from cms.pages.feeds import IndexFeed
from cms.pages.filters import BoundFilter
from cms.pages.models.base import BasePage
from cms.pages.permissions import StructurePermissionTester


class IndexPage(RoutablePageMixin, BasePage):
    """Lists every live page of its kind below its own parent: all of the city's, or all of one county's."""

    kind: str  # the model it lists, as "app.Model"
    filters: tuple = ()  # cms.pages.filters, in the order people see them
    per_page = 20
    menu_label = ""  # sections that share one stand as one word in the menu
    layout = "rows"  # or "grid": the class of the list
    item = "pages/items/row.html"
    unit = "篇"
    above_list = ""  # a template to show above the whole list
    nothing = ""  # what will be here and how it gets here

    max_count_per_parent = 1

    class Meta:
        abstract = True

    def permissions_for_user(self, user):
        return StructurePermissionTester(user, self)

    def get_template(self, request, *args, **kwargs):
        return "pages/index_page.html"

    @classmethod
    def kind_model(cls) -> type[BasePage]:
        return apps.get_model(cls.kind)

    def listing(self):
        """Return the live pages of this kind below this page's parent, newest first."""
        pages = self.kind_model().objects.live().descendant_of(self.get_parent())
        return pages.order_by("-first_published_at", "-pk")

    @path("")
    def listing_view(self, request):
        bound = self.bound_filters(request.GET)
        pages = self.listing()
        for one in bound:
            pages = one.apply(pages)
        chosen = "&".join(f"{one.name}={one.value}" for one in bound if one.value)
        total = page_cache.kept(f"count:{self.pk}:{chosen}", pages.count)
        page = Paginator(range(total), self.per_page).get_page(request.GET.get("page"))
        items = cards_of(pages[page.start_index() - 1 : page.end_index()]) if total else []
        numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
        shown = {"items": items, "total": total, "paging": page, "numbers": numbers}
        return self.render(request, context_overrides=shown | {"filters": bound, "chosen": chosen})

    @path("feed/", name="feed")
    def feed_view(self, request):
        return IndexFeed(self)(request)

    def bound_filters(self, query) -> list[BoundFilter]:
        """Return the filters of use here, as the request's query sets them."""
        choices = page_cache.kept(f"filters:{self.pk}", lambda: [one.choices_of(self) for one in self.filters])
        bound = (one.bind(offered, query) for one, offered in zip(self.filters, choices, strict=True))
        return [one for one in bound if one.of_use]

    def siblings_in_menu(self) -> list:
        """Return the sections that share this one's word in the menu (课程, 宣讲师); none if it stands alone."""
        if not self.menu_label:
            return []
        sections = page_cache.kept(f"siblings:{self.pk}", self._siblings)
        return sections if len(sections) > 1 else []

    def _siblings(self) -> list[dict]:
        beside = self.get_parent().get_children().live().order_by("path")
        return [
            {"title": page.title, "url_path": page.url_path}
            for page in beside
            if getattr(page.specific_class, "menu_label", "") == self.menu_label
        ]
