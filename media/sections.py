"""The check-ins of the home page and of a place's page."""

from wagtail import hooks

from cms.pages.models import HomePage
from cms.pages.sections import Section
from cms.places.made import at, made_here, newest
from cms.places.models import PlacePage
from media.models import CheckInPage

CLIPS = {"title": "视频打卡", "limit": 4, "item": "pages/items/checkin.html"}


@hooks.register("register_home_section")
def checkins(home: HomePage) -> Section:
    return Section(
        "sections/list.html", 50, note="在红色遗址现场讲一个小故事", url="/checkins/",
        pages=newest(CheckInPage.objects), layout="grid sideways", **CLIPS,
    )  # fmt: skip


@hooks.register("register_place_section")
def checkins_here(place: PlacePage) -> Section:
    pages = CheckInPage.objects.filter(at(place))
    return made_here(place, pages, slug="checkins", order=45, span=6, layout="grid two", **CLIPS)
