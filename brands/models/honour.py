"""荣誉: what was won, by whom, on which paper it stands."""

from django.db import models
from wagtail.models import Page

from cms.pages.models import BasePage
from cms.pages.permissions import StructurePermissionTester


class Level(models.TextChoices):
    """Who gave it."""

    COUNTY = "county", "县级"
    CITY = "city", "市级"
    PROVINCE = "province", "省级"
    NATIONAL = "national", "国家级"


class HonourQuerySet(models.QuerySet):
    """Honours, as plain rows for a list."""

    def rows(self):
        """Return dicts with what a list shows; `page__url_path` only of a page that can be read."""
        return self.values(
            *("series", "level", "year", "issued_by", "document_number", "awarded_on", "winner"),
            *("page__url_path", "page__live", "place__title", "place__url_path", "place__depth"),
        )


class Honour(models.Model):
    """One line of the register of honours; it shows on its page (a case, brand, place or speaker) and on its place."""

    series = models.CharField("名称", max_length=80)
    level = models.CharField("级别", max_length=10, choices=Level)
    year = models.PositiveSmallIntegerField("年份")
    issued_by = models.CharField("颁发单位", max_length=120, blank=True)
    document_number = models.CharField("文号", max_length=60, blank=True)
    document_url = models.URLField("文件链接", blank=True)
    awarded_on = models.DateField("颁发日期", null=True, blank=True)
    winner = models.CharField("获得者", max_length=80, help_text="页面标题或队伍名称。")
    page = models.ForeignKey(
        Page, verbose_name="页面", null=True, blank=True, on_delete=models.SET_NULL, related_name="honours"
    )
    place = models.ForeignKey(
        Page, verbose_name="哪里的", null=True, blank=True, on_delete=models.SET_NULL, related_name="place_honours"
    )
    certificate = models.ForeignKey(
        "media.CustomDocument",
        verbose_name="证书扫描件",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = HonourQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "-awarded_on", "pk"]
        verbose_name = "荣誉"
        verbose_name_plural = "荣誉"

    def __str__(self):
        return f"{self.winner} {self.series}"


class HonourIndexPage(BasePage):
    """The register of honours, by year and level."""

    parent_page_types = ["pages.HomePage"]
    subpage_types = []
    max_count = 1

    class Meta:
        verbose_name = "荣誉栏目"

    def permissions_for_user(self, user):
        return StructurePermissionTester(user, self)

    def get_context(self, request, *args, **kwargs):
        honours = [row | {"level_name": Level(row["level"]).label} for row in Honour.objects.rows()]
        return super().get_context(request, *args, **kwargs) | {"honours": honours}
