"""视频打卡: a small story told at a red site, filmed on a phone, of one's own free will."""

from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from cms.pages.cards import Columns
from cms.pages.filters import by_choice, by_year
from cms.pages.models import IndexPage
from cms.pages.pictures import picture_of
from cms.places.filters import by_county
from cms.review.models import ReviewedPage, Text
from cms.review.surroundings import surroundings

UPRIGHT = "fill-720x1280|format-jpeg"  # a poster as tall as a telephone


class Theme(models.TextChoices):
    """What check-ins are about."""

    STORY = "story", "党史小故事"
    KNOWLEDGE = "knowledge", "党史知识"
    TODAY = "today", "党史上的今天"
    POEM = "poem", "党史诗词"
    SONG = "song", "党史歌曲"


class CheckInPage(ReviewedPage):
    """One story told at one red site: the film, its words, who tells it and where."""

    theme = models.CharField("主题", max_length=12, choices=Theme, default=Theme.STORY)
    form = models.CharField("形式", max_length=12, blank=True)
    site = models.CharField("讲述地点", max_length=60, blank=True, help_text="红色遗址遗迹的名字。")
    presenter = models.CharField("讲述人", max_length=40, blank=True)
    presenter_title = models.CharField("讲述人身份", max_length=60, blank=True)
    told_on = models.DateField("讲述日期", null=True, blank=True)
    video = models.ForeignKey(
        "media.Video", verbose_name="视频", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    external_url = models.URLField("别处的视频地址", blank=True)
    transcript = models.TextField("文字稿", blank=True)
    campaign = models.CharField("主题活动", max_length=40, blank=True)

    card = Columns(tag="theme", labels=Theme.choices, note="site", number="video__duration", place="place__title")

    content_panels = [
        *ReviewedPage.content_panels,
        FieldRowPanel([FieldPanel("theme"), FieldPanel("form")]),
        MultiFieldPanel([FieldPanel("site"), FieldPanel("told_on")], "在哪里讲"),
        FieldRowPanel([FieldPanel("presenter"), FieldPanel("presenter_title")]),
        MultiFieldPanel([FieldPanel("video"), FieldPanel("external_url")], "视频"),
        FieldPanel("transcript"),
        FieldPanel("campaign"),
    ]
    search_fields = [
        *ReviewedPage.search_fields,
        index.SearchField("transcript"),
        index.SearchField("site"),
        index.SearchField("presenter"),
        index.FilterField("theme"),
    ]

    parent_page_types = ["media.CheckInIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = "视频打卡"
        verbose_name_plural = "视频打卡"

    def texts(self):
        return [*super().texts(), Text("transcript", "文字稿", self.transcript)]

    def get_context(self, request, *args, **kwargs):
        beside = surroundings(self, nearest=self.nearest(), note="site", specs=(UPRIGHT,))
        film = {"upright": self.upright, "poster": self.poster()}
        return super().get_context(request, *args, **kwargs) | beside | film

    @property
    def upright(self) -> bool:
        """True when the film stands upright, as a telephone is held."""
        return bool(self.video and self.video.width and self.video.height and self.video.height > self.video.width)

    def poster(self) -> str:
        """Return the address of the picture before the film: its own, or the cover, cut upright for an upright film."""
        if not self.video:
            return ""
        if self.video.thumbnail:
            return self.video.thumbnail.url
        shown = picture_of(self.cover)
        if shown and self.upright:
            return self.cover.get_rendition(UPRIGHT).url
        return shown.src if shown else ""

    def nearest(self):
        """Return the check-ins told at the same place, those on the same theme, and all."""
        told = CheckInPage.objects
        return told.filter(place=self.place_id), told.filter(theme=self.theme), told.all()


class CheckInIndexPage(IndexPage):
    """All check-ins of the city or of one county."""

    kind = "media.CheckInPage"
    filters = (by_county(), by_choice("theme", "主题", Theme.choices), by_year())
    per_page = 24
    layout = "grid"
    item = "pages/items/checkin.html"
    unit = "段"
    nothing = "还没有打卡视频。在红色遗址现场讲一个小故事，拍下来、审过了，就会在这里播放。"
    parent_page_types = ["pages.HomePage", "places.PlacePage"]
    subpage_types = ["media.CheckInPage"]

    class Meta:
        verbose_name = "打卡栏目"
