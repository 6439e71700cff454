"""身边故事: people, told by those who know them."""

from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
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


class Subject(models.TextChoices):
    """Whom a story is about."""

    GOOD_NEIGHBOUR = "good_neighbour", "身边好人"
    MORAL_MODEL = "moral_model", "道德模范"
    FAMILY = "family", "文明家庭"
    FINEST = "finest", "最美人物"
    VOLUNTEER = "volunteer", "志愿者"
    LECTURER = "lecturer", "宣讲员"
    HERITAGE = "heritage", "非遗传承人"


class StoryPage(StreamedBody, ReviewedPage):
    """One person or family; by an alias where that is kinder, and only with their consent."""

    subject = models.CharField("写的是谁", max_length=16, choices=Subject, default=Subject.GOOD_NEIGHBOUR)
    person = models.CharField("姓名或化名", max_length=40, blank=True)
    is_alias = models.BooleanField("用的是化名", default=False)
    consent_given = models.BooleanField("本人同意公开", default=False)
    consent_note = models.CharField("同意记录", max_length=120, blank=True, help_text="何时、怎么同意的。")
    quote = models.CharField("一句话原声", max_length=200, blank=True)
    body = StreamField(StoryBlocks(), verbose_name="正文", blank=True)

    card = Columns(tag="subject", labels=Subject.choices, note="quote", place="place__title")

    content_panels = [
        *ReviewedPage.content_panels,
        FieldRowPanel([FieldPanel("subject"), FieldPanel("person"), FieldPanel("is_alias")]),
        FieldPanel("quote"),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("consent_given"), FieldPanel("consent_note")], "同意"),
    ]
    search_fields = [
        *ReviewedPage.search_fields,
        index.SearchField("body"),
        index.SearchField("person"),
        index.SearchField("quote"),
        index.FilterField("subject"),
    ]

    parent_page_types = ["brands.StoryIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = "身边故事"
        verbose_name_plural = "身边故事"

    def texts(self):
        return [*super().texts(), Text("quote", "一句话原声", self.quote), Text("body", "正文", plain_words(self.body))]

    def blockers(self):
        gaps = super().blockers()
        return gaps if self.consent_given else [*gaps, "还没有登记本人同意公开"]

    def nearest(self):
        """Return the stories about the same kind of people, and all."""
        return StoryPage.objects.filter(subject=self.subject), StoryPage.objects.all()


class StoryIndexPage(IndexPage):
    """All stories of the city or of one county."""

    kind = "brands.StoryPage"
    nothing = "还没有故事。身边人的事，本人点了头、审过了稿，就会写在这里。"
    filters = (by_county(), by_choice("subject", "写的是谁", Subject.choices), by_year())
    parent_page_types = ["pages.HomePage", "places.PlacePage"]
    subpage_types = ["brands.StoryPage"]

    class Meta:
        verbose_name = "故事栏目"
