"""品牌项目: a named, long-running way of doing things that people recognise."""

from django.db import models
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cms.pages.album import photos_of
from cms.pages.blocks import FigureBlocks, PictureBlocks
from cms.pages.cards import Columns
from cms.pages.links import Group, chosen
from cms.pages.models import IndexPage
from cms.places.filters import by_county
from cms.review.models import ReviewedPage, Text
from cms.review.surroundings import surroundings
from media.models import CheckInPage


class BrandProjectPage(ReviewedPage):
    """One brand: where it comes from, how it works, who does it, where, and what came of it."""

    slogan = models.CharField("口号", max_length=40, blank=True)
    since = models.PositiveSmallIntegerField("始于哪一年", null=True, blank=True)
    keeper = models.CharField("主理单位", max_length=60, blank=True)
    origin = models.TextField("来历", blank=True)
    how = models.TextField("怎么做", blank=True)
    who = models.TextField("谁在做", blank=True)
    figures_body = StreamField(FigureBlocks(), verbose_name="关键数字", blank=True)
    pictures_body = StreamField(PictureBlocks(), verbose_name="图片", blank=True)
    places = ParentalManyToManyField("places.PlacePage", blank=True, verbose_name="在哪里", related_name="brands")
    speakers = ParentalManyToManyField("lectures.SpeakerPage", blank=True, verbose_name="宣讲师", related_name="brands")

    card = Columns(tag="slogan", note="keeper", number="since", place="place__title")

    content_panels = [
        *ReviewedPage.content_panels,
        FieldPanel("slogan"),
        FieldRowPanel([FieldPanel("since"), FieldPanel("keeper")]),
        FieldPanel("origin"),
        FieldPanel("how"),
        FieldPanel("who"),
        FieldPanel("figures_body"),
        FieldPanel("pictures_body"),
        MultiFieldPanel([FieldPanel("places"), FieldPanel("speakers")], "在哪里，谁来讲"),
    ]
    search_fields = [
        *ReviewedPage.search_fields,
        index.SearchField("slogan"),
        index.SearchField("origin"),
        index.SearchField("how"),
        index.SearchField("who"),
    ]

    parent_page_types = ["brands.BrandIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = "品牌项目"
        verbose_name_plural = "品牌项目"

    def texts(self):
        parts = [("slogan", "口号"), ("origin", "来历"), ("how", "怎么做"), ("who", "谁在做")]
        return [*super().texts(), *(Text(field, label, getattr(self, field)) for field, label in parts)]

    def figures(self):
        return [dict(block.value) for block in self.figures_body]

    def pictures(self):
        return [*super().pictures(), *(block.value["image"] for block in self.pictures_body if block.value["image"])]

    def get_context(self, request, *args, **kwargs):
        """Add what belongs to the brand: its places, its speakers, its cases, the check-ins told at its places."""
        places = chosen(self.places).live()
        checkins = CheckInPage.objects.live().filter(place__in=places).order_by("-pk")
        photos = photos_of(self.pictures_body)
        beside = surroundings(
            self,
            photos=photos,
            places=Group(places, in_tree_order=True, pictured=False),
            speakers=Group(chosen(self.speakers).live(), note="post", in_tree_order=True),
            cases=Group(self.cases.live().order_by("-pk"), limit=6),
            checkins=Group(checkins, note="site", limit=4),
            nearest=[BrandProjectPage.objects.all()],
            note="slogan",
        )
        shown = {"photos": [photo for photo in photos if photo.picture]}
        return super().get_context(request, *args, **kwargs) | beside | shown


class BrandIndexPage(IndexPage):
    """All brand projects of the city or of one county."""

    kind = "brands.BrandProjectPage"
    filters = (by_county(),)
    per_page = 24
    layout = "grid"
    item = "pages/items/brand.html"
    unit = "个"
    nothing = "还没有品牌项目。一个县、一个镇做出了名堂的做法，审定以后会在这里介绍：怎么来的、怎么做、谁在做。"
    parent_page_types = ["pages.HomePage", "places.PlacePage"]
    subpage_types = ["brands.BrandProjectPage"]

    class Meta:
        verbose_name = "品牌栏目"
