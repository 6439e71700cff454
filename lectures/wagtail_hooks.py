from django.urls import reverse
from wagtail import hooks

from cms.desk.tabs import Tab
from cms.places.founding import SectionSpec
from cms.review.listings import listing
from lectures import dispatch_todos, due_plans, permissions, sections  # noqa: F401 - registers them
from lectures.models import (
    Audience,
    CourseIndexPage,
    CoursePage,
    Dialect,
    KnownWay,
    LectureForm,
    LectureTheme,
    MarketDays,
    ServiceTag,
    SpeakerIndexPage,
    SpeakerPage,
    SpeakerTeam,
    TravelRule,
)
from lectures.teams import LecturesSitemap
from lectures.todos import record_todos


@hooks.register("register_section")
def courses_section():
    return SectionSpec(CourseIndexPage, "宣讲课程", "courses", 10)


@hooks.register("register_section")
def speakers_section():
    return SectionSpec(SpeakerIndexPage, "宣讲师", "speakers", 15)


@hooks.register("register_admin_viewset")
def lectures_listings():
    return [listing(CoursePage, "课程", "openquote", 150), listing(SpeakerPage, "宣讲师", "group", 160)]


@hooks.register("register_city_vocabulary")
def lecture_words():
    return [LectureForm, LectureTheme, Audience, Dialect, ServiceTag, SpeakerTeam, TravelRule, KnownWay, MarketDays]


@hooks.register("register_sitemap")
def lectures_sitemap():
    return "lectures", LecturesSitemap


@hooks.register("register_desk_tab")
def lectures_tab(user):
    return Tab("宣讲", reverse("lectures_desk:sessions"), "mic", 25, visible=permissions.takes_part)


hooks.register("register_desk_todo", record_todos)
hooks.register("register_desk_todo", dispatch_todos.todos)
hooks.register("register_desk_todo", due_plans.todos)


@hooks.register("register_desk_link")
def my_lectures_link(user):
    hint = "请您去讲的、接下来去讲的、空闲时间"
    return Tab("我的宣讲", reverse("lectures_desk:mine"), "mic", 21, permissions.speaks_here, hint=hint)


@hooks.register("register_desk_link")
def dispatch_link(user):
    hint = "点单、派单、找人接替、我想听"
    return Tab("派单", reverse("lectures_desk:requests"), "send", 22, permissions.schedules, hint=hint)
