from wagtail import hooks

from brands.models import (
    BrandIndexPage,
    BrandProjectPage,
    CaseIndexPage,
    CasePage,
    HonourIndexPage,
    StoryIndexPage,
    StoryPage,
)
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
