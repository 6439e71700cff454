"""“新时代宣讲师”: the roster, and the teams."""

from django.db import models
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index
from wagtail.snippets.models import register_snippet

from cms.pages.cards import Columns
from cms.pages.filters import by_choice
from cms.pages.links import Group, chosen
from cms.pages.models import IndexPage
from cms.places.filters import by_county
from cms.review.models import ReviewedPage, Text
from cms.review.surroundings import surroundings
from lectures.models.course import calendar_beside
from lectures.models.vocabulary import named


class Kind(models.TextChoices):
    """Where a speaker comes from."""

    OFFICIAL = "official", "领导干部"
    PARTY_SCHOOL = "party_school", "党校教师"
    THEORY = "theory", "理论骨干"
    VILLAGER = "villager", "百姓宣讲员"
    YOUTH = "youth", "青年宣讲员"
    SILVER = "silver", "银发宣讲员"
    WOMEN = "women", "巾帼宣讲员"
    ARTS = "arts", "文艺宣讲员"
    HERITAGE = "heritage", "非遗传承人"
    SCIENCE = "science", "科技特派员"
    MEDICAL = "medical", "医务工作者"
    LEGAL = "legal", "法律工作者"


class Gender(models.TextChoices):
    FEMALE = "female", "女"
    MALE = "male", "男"


@register_snippet
class SpeakerTeam(models.Model):
    """A team of speakers, of the city or of a county."""

    name = models.CharField("名称", max_length=40, unique=True)
    about = models.CharField("简介", max_length=200, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = "宣讲队伍"
        verbose_name_plural = "宣讲队伍"

    def __str__(self):
        return self.name


class SpeakerPage(ReviewedPage):
    """One speaker as the public meets them: what they teach, how, in which dialects. No telephone, no ranking."""

    gender = models.CharField("性别", max_length=6, choices=Gender, blank=True)
    kind = models.CharField("类别", max_length=12, choices=Kind, default=Kind.VILLAGER)
    post = models.CharField("单位和身份", max_length=60, blank=True)
    biography = models.TextField("简介", blank=True, help_text="300 字以内。")
    topics = models.CharField("擅长的话题", max_length=120, blank=True, help_text="用顿号隔开。")
    dialects = ParentalManyToManyField("lectures.Dialect", blank=True, verbose_name="语言和方言")
    forms = ParentalManyToManyField("lectures.LectureForm", blank=True, verbose_name="形式")
    teams = ParentalManyToManyField("lectures.SpeakerTeam", blank=True, verbose_name="队伍", related_name="speakers")
    batch = models.CharField("聘任批次", max_length=40, blank=True)
    term_start = models.DateField("聘期起", null=True, blank=True)
    term_end = models.DateField("聘期止", null=True, blank=True)

    card = Columns(tag="kind", labels=Kind.choices, note="post", place="place__title")

    content_panels = [
        *ReviewedPage.content_panels,
        FieldRowPanel([FieldPanel("gender"), FieldPanel("kind")]),
        FieldPanel("post"),
        FieldPanel("biography"),
        FieldPanel("topics"),
        MultiFieldPanel([FieldPanel("dialects"), FieldPanel("forms"), FieldPanel("teams")], "怎么讲"),
        MultiFieldPanel(
            [FieldPanel("batch"), FieldRowPanel([FieldPanel("term_start"), FieldPanel("term_end")])], "聘任"
        ),
    ]
    search_fields = [
        *ReviewedPage.search_fields,
        index.SearchField("biography"),
        index.SearchField("topics"),
        index.SearchField("post"),
        index.FilterField("kind"),
    ]

    parent_page_types = ["lectures.SpeakerIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = "宣讲师"
        verbose_name_plural = "宣讲师"

    def texts(self):
        return [*super().texts(), Text("post", "单位和身份", self.post), Text("biography", "简介", self.biography)]

    def get_context(self, request, *args, **kwargs):
        """Add in which tongues and forms they speak, with whom, what they teach, and other speakers."""
        words = named(dialects=chosen(self.dialects), forms=chosen(self.forms), teams=chosen(self.teams))
        beside = surroundings(
            self,
            courses=Group(self.courses.live().order_by("-pk"), limit=12),
            brands=Group(self.brands.live(), note="slogan", in_tree_order=True),
            nearest=self.nearest(),
            note="post",
        )
        return super().get_context(request, *args, **kwargs) | words | beside

    def nearest(self):
        """Return the speakers of the same county, those of the same kind, and all; never the better ones."""
        speakers = SpeakerPage.objects
        return speakers.filter(path__startswith=self.owner_path), speakers.filter(kind=self.kind), speakers.all()


class SpeakerIndexPage(IndexPage):
    """All speakers of the city or of one county."""

    kind = "lectures.SpeakerPage"
    menu_label = "宣讲"
    layout = "grid"
    item = "pages/items/speaker.html"
    unit = "位"
    above_list = "lectures/includes/team_links.html"
    nothing = "还没有宣讲师。市里和各县聘任的宣讲师会列在这里：讲什么、怎么讲、会哪些方言。"
    filters = (by_county(), by_choice("kind", "类别", Kind.choices))
    per_page = 24
    parent_page_types = ["pages.HomePage", "places.PlacePage"]
    subpage_types = ["lectures.SpeakerPage"]

    class Meta:
        verbose_name = "宣讲师栏目"

    def siblings_in_menu(self) -> list:
        return [*super().siblings_in_menu(), calendar_beside(self)]
