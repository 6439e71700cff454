"""The city's front page."""

from django.db import models
from wagtail.admin.panels import PageChooserPanel
from wagtail.models import Page

from cms.pages import page_cache
from cms.pages.models.base import BasePage
from cms.pages.permissions import PlacePermissionTester
from cms.pages.sections import Section, compose

DEEPEST = 12  # steps of an address; the tree has five


class HomePage(BasePage):
    """The root of the tree, the city: one lead story, then what each room of the house has to show."""

    lead = models.ForeignKey(
        Page,
        verbose_name="头条",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="留空则取最新的品牌项目。",
    )

    content_panels = [*BasePage.content_panels, PageChooserPanel("lead")]

    parent_page_types = ["wagtailcore.Page"]
    max_count = 1

    class Meta:
        verbose_name = "首页"

    @property
    def trail(self) -> list[Page]:
        return []

    def permissions_for_user(self, user):
        return PlacePermissionTester(user, self)

    def route(self, request, path_components):
        """Find the page with one query for the whole way down, where Wagtail's own way takes two for each step."""
        steps = path_components[:DEEPEST]
        paths = [self.url_path + "".join(f"{step}/" for step in steps[:n]) for n in range(1, len(steps) + 1)]
        way = list(Page.objects.filter(url_path__in=paths).order_by("depth"))
        if not way:
            return super().route(request, path_components)
        page = way[-1].specific
        page._trail = [self, *way[:-1]]
        page._cached_parent_obj = page._trail[-1]
        return page.route(request, path_components[len(way) :])

    def get_context(self, request, *args, **kwargs):
        """Add the sections that the other rooms register with the hook `register_home_section`."""
        context = super().get_context(request, *args, **kwargs)
        if getattr(request, "is_preview", False):
            return context | {"sections": self.sections()}
        return context | {"sections": page_cache.kept("home", self.sections)}

    def sections(self) -> list[Section]:
        return compose("register_home_section", self)
