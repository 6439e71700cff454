from wagtail import hooks

from brands.models import BrandIndexPage, CaseIndexPage, HonourIndexPage, StoryIndexPage
from cms.places.founding import SectionSpec


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
