from wagtail import hooks

from cms.places.founding import SectionSpec
from lectures.models import CourseIndexPage, SpeakerIndexPage


@hooks.register("register_section")
def courses_section():
    return SectionSpec(CourseIndexPage, "宣讲课程", "courses", 10)


@hooks.register("register_section")
def speakers_section():
    return SectionSpec(SpeakerIndexPage, "宣讲师", "speakers", 15)
