"""News and notices."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cms.pages.blocks import StoryBlocks
from cms.pages.cards import Columns
from cms.pages.filters import by_choice, by_year
from cms.pages.models import IndexPage
from cms.pages.words import plain_words
from cms.places.filters import by_county
from cms.review.models import ReviewedPage, Text
from cms.review.streamed import StreamedBody


class Column(models.TextChoices):
    """What kind of news it is."""

    NEWS = "news", "要闻"
    NOTICE = "notice", "通知"
    ACTIVITY = "activity", "活动"
    TOUR = "tour", "阵地巡礼"


class ArticlePage(StreamedBody, ReviewedPage):
    """One piece of news of the city or of a county."""

    column = models.CharField("栏目", max_length=10, choices=Column, default=Column.NEWS)
    source = models.CharField("来源", max_length=60, blank=True)
    body = StreamField(StoryBlocks(), verbose_name="正文", blank=True)

    card = Columns(tag="column", labels=Column.choices, note="source", place="place__title")

    content_panels = [*ReviewedPage.content_panels, FieldPanel("column"), FieldPanel("source"), FieldPanel("body")]
    search_fields = [*ReviewedPage.search_fields, index.SearchField("body"), index.FilterField("column")]

    parent_page_types = ["news.ArticleIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = "资讯"
        verbose_name_plural = "资讯"

    def texts(self):
        return [*super().texts(), Text("body", "正文", plain_words(self.body))]

    def nearest(self):
        """Return the news of the same county, and all."""
        return ArticlePage.objects.filter(path__startswith=self.owner_path), ArticlePage.objects.all()


class ArticleIndexPage(IndexPage):
    """All news of the city or of one county."""

    kind = "news.ArticlePage"
    nothing = "还没有资讯。市里和各县的要闻、通知、活动，发布以后会列在这里。"
    filters = (by_county(), by_choice("column", "栏目", Column.choices), by_year())
    parent_page_types = ["pages.HomePage", "places.PlacePage"]
    subpage_types = ["news.ArticlePage"]

    class Meta:
        verbose_name = "资讯栏目"
