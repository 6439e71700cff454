"""A practice place: county centre, township institute, village station, or a point."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Length, Substr
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from cms.pages.cards import Columns
from cms.pages.models import BasePage
from cms.pages.permissions import PlacePermissionTester
from cms.pages.sections import compose
from cms.places.models.register import Status


class Tier(models.TextChoices):
    """The four tiers of places, from the county down."""

    CENTRE = "centre", "实践中心"
    INSTITUTE = "institute", "实践所"
    STATION = "station", "实践站"
    POINT = "point", "实践点"


PARENT_TIERS = {
    Tier.CENTRE: {None},
    Tier.INSTITUTE: {Tier.CENTRE},
    Tier.STATION: {Tier.INSTITUTE},
    Tier.POINT: {Tier.CENTRE, Tier.INSTITUTE, Tier.STATION},
}


def _place_above() -> Subquery:
    """The title of the page above: a place's parent in the tree is the place above it."""
    above = Substr(OuterRef("path"), 1, Length(OuterRef("path")) - Page.steplen)
    return Subquery(Page.objects.filter(path=above).values("title")[:1])


def _between(least: int, most: int) -> list:
    return [MinValueValidator(least), MaxValueValidator(most)]


class PlacePage(BasePage):
    """One place of the register; the page tree is the organisation, so its parent is the place above it."""

    tier = models.CharField("层级", max_length=10, choices=Tier)
    status = models.CharField("状态", max_length=12, choices=Status, default=Status.PLANNED, editable=False)
    code = models.CharField("登记编号", max_length=20, unique=True, null=True, blank=True)
    full_name = models.CharField("全称", max_length=80, blank=True, help_text="牌子上写的名字；留空则按层级生成。")
    head_title = models.CharField("负责人职务", max_length=40, blank=True, help_text="只写职务，不写电话。")
    address = models.CharField("地址", max_length=100, blank=True)
    opening_hours = models.CharField("开放时间", max_length=100, blank=True)
    latitude = models.DecimalField(
        "纬度", max_digits=8, decimal_places=5, null=True, blank=True, validators=_between(-90, 90)
    )
    longitude = models.DecimalField(
        "经度", max_digits=8, decimal_places=5, null=True, blank=True, validators=_between(-180, 180)
    )
    introduction = models.TextField("介绍", blank=True)

    card = Columns(tag="status", labels=Status.choices, note="tier", note_labels=Tier.choices, place=_place_above())

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("introduction"),
        FieldPanel("tier"),
        FieldPanel("code"),
        FieldPanel("full_name"),
        FieldPanel("head_title"),
        MultiFieldPanel([FieldPanel("address"), FieldPanel("opening_hours")], "怎么去"),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("full_name"),
        index.SearchField("introduction"),
        index.SearchField("address"),
        index.FilterField("tier"),
        index.FilterField("status"),
    ]

    parent_page_types = ["pages.HomePage", "places.PlacePage"]
    menu_slug = "places"

    class Meta:
        verbose_name = "实践阵地"
        verbose_name_plural = "实践阵地"

    def permissions_for_user(self, user):
        return PlacePermissionTester(user, self)

    def clean(self):
        super().clean()
        parent = self.get_parent() if self.depth else None
        if parent is None:
            return
        tier = getattr(parent.specific, "tier", None)
        if tier not in PARENT_TIERS[Tier(self.tier)]:
            raise ValidationError({"tier": f"{self.get_tier_display()}不能放在“{parent.title}”下面。"})

    def with_content_json(self, content):
        """Take everything from a revision but the status, which belongs to the register and not to the text."""
        page = super().with_content_json(content)
        page.status = self.status
        return page

    @property
    def plaque(self) -> str:
        """The name on the plaque, e.g. 上埔村新时代文明实践站."""
        return self.full_name or f"{self.title}新时代文明{self.get_tier_display()}"

    def get_context(self, request, *args, **kwargs):
        """Add what the rooms show of a place (hook `register_place_section`): the places below, what was made here."""
        context = super().get_context(request, *args, **kwargs)
        return context | {"sections": compose("register_place_section", self)}
