from django.urls import reverse
from wagtail import hooks

from brands import sections  # noqa: F401 - registers them
from brands.models import (
    BrandIndexPage,
    BrandProjectPage,
    CaseIndexPage,
    CasePage,
    HonourIndexPage,
    StoryIndexPage,
    StoryPage,
)
from brands.permissions import writes
from brands.pictured import consent_way
from brands.retelling import story_of
from brands.todos import writing_todos
from cms.desk.tabs import Tab
from cms.places.founding import SectionSpec
from cms.review.listings import listing


@hooks.register("register_section")
def brands_section():
    return SectionSpec(BrandIndexPage, "品牌项目", "brands", 20)


@hooks.register("register_section")
def cases_section():
    return SectionSpec(CaseIndexPage, "优秀案例", "cases", 30)


@hooks.register("register_section")
def stories_section():
    return SectionSpec(StoryIndexPage, "身边故事", "stories", 50)


@hooks.register("register_section")
def honours_section():
    return SectionSpec(HonourIndexPage, "荣誉", "honours", 80, counties=False)


@hooks.register("register_admin_viewset")
def brands_listings():
    return [
        listing(CasePage, "案例", "doc-full", 110),
        listing(BrandProjectPage, "品牌项目", "pick", 120),
        listing(StoryPage, "身边故事", "user", 130),
    ]


@hooks.register("register_desk_tab")
def submissions_tab(user):
    return Tab("供稿", reverse("submissions:list"), "pen-line", 20, visible=writes)


hooks.register("register_desk_todo", writing_todos)
hooks.register("register_page_way", consent_way)


@hooks.register("register_draft_from_record")
def record_story():
    return {"slug": "story", "label": "写成身边故事", "order": 10, "begin": story_of}
