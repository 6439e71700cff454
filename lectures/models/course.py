"""Courses and their lesson plans."""

import re

from django.db import models
from django.urls import reverse
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from cms.pages.cards import Columns
from cms.pages.filters import Filter
from cms.pages.links import Group, chosen
from cms.pages.models import IndexPage
from cms.places import scope
from cms.places.filters import by_county
from cms.review.models import ReviewedPage, Text
from cms.review.surroundings import surroundings
from lectures.models.vocabulary import LectureForm, LectureTheme, named
from media.models import CustomDocument

HEADING = re.compile(r"(.{1,40}?（[0-9]+ ?分钟）|.{1,24}?(?=[。：]))[。：]?")  # 一、先看东西（10分钟）。


class CoursePage(ReviewedPage):
    """A lecture that can be asked for: what it says, for whom, by whom, and when its plan is due for review."""

    theme = models.ForeignKey(
        LectureTheme, verbose_name="主题", null=True, blank=True, on_delete=models.PROTECT, related_name="courses"
    )
    form = models.ForeignKey(
        LectureForm, verbose_name="形式", null=True, blank=True, on_delete=models.PROTECT, related_name="courses"
    )
    key_points = models.TextField("要点", blank=True, help_text="一行一条。")
    audiences = ParentalManyToManyField("lectures.Audience", blank=True, verbose_name="适合对象")
    speakers = ParentalManyToManyField(
        "lectures.SpeakerPage", blank=True, verbose_name="宣讲师", related_name="courses"
    )
    minutes = models.PositiveSmallIntegerField("时长（分钟）", default=40)
    platform = models.CharField("学习平台", max_length=40, blank=True)
    plan = models.TextField("教案", blank=True)
    sources = models.TextField("依据", blank=True, help_text="一行一条：文件、讲话、资料的名称和出处。")
    plan_file = models.ForeignKey(
        "media.CustomDocument",
        verbose_name="教案文件",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    slides = models.ForeignKey(
        "media.CustomDocument", verbose_name="课件", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    reviewed_on = models.DateField("教案审定日期", null=True, blank=True)
    review_due = models.DateField("下次审定", null=True, blank=True)

    card = Columns(tag="form__name", note="theme__name", number="minutes", place="place__title")

    content_panels = [
        *ReviewedPage.content_panels,
        FieldRowPanel([FieldPanel("theme"), FieldPanel("form"), FieldPanel("minutes")]),
        FieldPanel("key_points"),
        MultiFieldPanel([FieldPanel("audiences"), FieldPanel("speakers"), FieldPanel("platform")], "给谁讲，谁来讲"),
        MultiFieldPanel(
            [FieldPanel("plan"), FieldPanel("plan_file"), FieldPanel("slides"), FieldPanel("sources")], "教案"
        ),
        FieldRowPanel([FieldPanel("reviewed_on"), FieldPanel("review_due")]),
    ]
    search_fields = [
        *ReviewedPage.search_fields,
        index.SearchField("key_points"),
        index.SearchField("plan"),
    ]

    parent_page_types = ["lectures.CourseIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = "课程"
        verbose_name_plural = "课程"

    def texts(self):
        plan = [
            Text("key_points", "要点", self.key_points),
            Text("plan", "教案", self.plan),
            Text("sources", "依据", self.sources),
        ]
        return super().texts() + plan

    @property
    def needs_refresh(self) -> bool:
        """True when the lesson plan is past its review date (待更新)."""
        return self.review_due is not None and self.review_due < timezone.localdate()

    def is_stale_for(self, user) -> bool:
        """Say whether to tell this reader that the plan is due: it is the business of the county's people alone."""
        return self.needs_refresh and (user.is_superuser or any(map(self.path.startswith, scope.paths(user))))

    def get_context(self, request, *args, **kwargs):
        """Add the city's words for it, who teaches it, its papers, and other courses."""
        words = named(
            themes=LectureTheme.objects.filter(pk=self.theme_id),
            forms=LectureForm.objects.filter(pk=self.form_id),
            audiences=chosen(self.audiences),
        )
        beside = surroundings(
            self,
            speakers=Group(chosen(self.speakers).live(), note="post", in_tree_order=True),
            nearest=self.nearest(),
        )
        plan = {"outline": self.outline(), "papers": self.papers(), "stale": self.is_stale_for(request.user)}
        return super().get_context(request, *args, **kwargs) | words | beside | plan

    def outline(self) -> list[tuple[str, str]]:
        """Return the plan's paragraphs, each as its heading (to the minutes, or a short sentence) and the rest."""
        paragraphs = [part.strip() for part in self.plan.split("\n\n") if part.strip()]
        return [_headed(part) for part in paragraphs]

    def papers(self) -> list[tuple[str, CustomDocument]]:
        """Return the lesson plan and the slides as files to take away, where there are any."""
        kinds = {pk: label for pk, label in ((self.plan_file_id, "教案"), (self.slides_id, "课件")) if pk}
        files = CustomDocument.objects.in_bulk(list(kinds)) if kinds else {}
        return [(kinds[pk], files[pk]) for pk in kinds if pk in files]

    def nearest(self):
        """Return the courses on the same theme, and all."""
        return CoursePage.objects.filter(theme=self.theme_id), CoursePage.objects.all()


def _headed(paragraph: str) -> tuple[str, str]:
    found = HEADING.match(paragraph)
    return (found[1], paragraph[found.end() :]) if found else ("", paragraph)


def of_county(index: IndexPage) -> str:
    """Return the query that narrows the calendar and the menu to the county whose section this is."""
    return f"?county={index.trail[-1].slug}" if len(index.trail) > 1 else ""


def calendar_beside(index: IndexPage) -> dict:
    """Return the calendar as one more section beside this one."""
    return {"title": "宣讲日历", "url_path": f"/home{reverse('lectures:calendar')}{of_county(index)}"}


def _words(model):
    return lambda index: model.objects.values_list("pk", "name")


class CourseIndexPage(IndexPage):
    """All courses of the city or of one county: 宣讲菜单."""

    kind = "lectures.CoursePage"
    menu_label = "宣讲"
    layout = "agenda"
    item = "pages/items/course.html"
    unit = "门"
    above_list = "lectures/includes/menu_links.html"
    nothing = "还没有可以点的课程。市里和各县审定的课会列在这里：讲什么、讲多久、谁来讲。"
    filters = (
        by_county(),
        Filter("theme", "主题", _words(LectureTheme), lambda pages, pk: pages.filter(theme=pk)),
        Filter("form", "形式", _words(LectureForm), lambda pages, pk: pages.filter(form=pk)),
    )
    parent_page_types = ["pages.HomePage", "places.PlacePage"]
    subpage_types = ["lectures.CoursePage"]

    class Meta:
        verbose_name = "课程栏目"

    def siblings_in_menu(self) -> list:
        return [*super().siblings_in_menu(), calendar_beside(self)]

    def of_county(self) -> str:
        return of_county(self)
