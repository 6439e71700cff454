"""What the lectures' room shows on the home page and on a place's page."""

from wagtail import hooks

from cms.pages.models import HomePage
from cms.pages.sections import Figure, Section
from cms.places.made import at, made_here, newest
from cms.places.models import PlacePage
from lectures.models import CoursePage, SpeakerPage


@hooks.register("register_home_section")
def courses(home: HomePage) -> Section:
    return Section(
        "sections/courses.html", 20, "可以点的课", url="/courses/", span=5, pages=newest(CoursePage.objects), limit=4
    )


@hooks.register("register_home_figure")
def speaker_count(home: HomePage) -> Figure:
    return Figure(f"{SpeakerPage.objects.live().count():,}", "名", "新时代宣讲师", "按本站公布的名册数")


@hooks.register("register_home_figure")
def course_count(home: HomePage) -> Figure:
    return Figure(f"{CoursePage.objects.live().count():,}", "门", "可以点的课", "按审定公布的教案数")


@hooks.register("register_place_section")
def courses_here(place: PlacePage) -> Section:
    pages = CoursePage.objects.filter(at(place))
    shown = {"layout": "agenda", "item": "pages/items/course.html", "limit": 5}
    return made_here(place, pages, slug="courses", order=50, title="可以点的课", span=6, **shown)


@hooks.register("register_place_section")
def speakers_here(place: PlacePage) -> Section:
    pages = SpeakerPage.objects.filter(at(place))
    shown = {"item": "pages/items/person.html", "limit": 4}
    return made_here(place, pages, slug="speakers", order=55, title="宣讲师", span=6, **shown)
