"""What the lectures' room shows on the home page and on a place's page."""

from django.urls import reverse
from django.utils import timezone
from wagtail import hooks

from cms.pages.models import HomePage
from cms.pages.sections import Figure, Section
from cms.places.made import at, below, made_here, newest
from cms.places.models import PlacePage, Tier
from lectures.models import CoursePage, SpeakerPage
from lectures.public_rows import coming, rows_of

NEXT = 5  # sessions that the home page and a place show


@hooks.register("register_home_section")
def sessions(home: HomePage) -> Section | None:
    """What everybody may come to next, beside the lead story."""
    rows = rows_of(coming()[:NEXT], speakers=False)
    address, shown = reverse("lectures:calendar"), {"sessions": rows}
    return Section("sections/sessions.html", 15, "近期开讲", url=address, span=5, context=shown) if rows else None


@hooks.register("register_home_section")
def courses(home: HomePage) -> Section:
    """What may be asked for: beside the lead story as long as nothing is coming, else across the page."""
    shown = {"pages": newest(CoursePage.objects), "limit": 4, "span": 12 if coming().exists() else 5}
    return Section("sections/courses.html", 20, "可以点的课", url="/courses/", **shown)


@hooks.register("register_home_figure")
def speaker_count(home: HomePage) -> Figure:
    return Figure(f"{SpeakerPage.objects.live().count():,}", "名", "新时代宣讲师", "按本站公布的名册数")


@hooks.register("register_home_figure")
def course_count(home: HomePage) -> Figure:
    return Figure(f"{CoursePage.objects.live().count():,}", "门", "可以点的课", "按审定公布的教案数")


@hooks.register("register_place_section")
def sessions_here(place: PlacePage) -> Section | None:
    """What is on here next, with the month's sheet to put up."""
    rows = rows_of(coming().filter(place__path__range=below(place))[:NEXT])
    if not rows:
        return None
    today = timezone.localdate()
    sheet = reverse("lectures:month_sheet", args=[place.pk, today.year, today.month])
    query = f"?county={place.slug}" if place.tier == Tier.CENTRE else ""
    shown = {"sessions": rows, "sheet": sheet}
    address = reverse("lectures:calendar") + query
    return Section("sections/sessions_here.html", 15, "近期开讲", url=address, context=shown)


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
