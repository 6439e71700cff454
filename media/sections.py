"""The check-ins of the home page and of a place's page."""

from wagtail import hooks

from cms.pages.models import HomePage
from cms.pages.sections import Section
from cms.places.made import at, made_here, newest
from cms.places.models import PlacePage
from media.models import CheckInPage

CLIPS = {"template": "sections/clips.html", "title": "视频打卡", "limit": 4}


@hooks.register("register_home_section")
def checkins(home: HomePage) -> Section:
    return Section(order=50, note="在红色遗址现场讲一个小故事", url="/checkins/", pages=newest(CheckInPage.objects), **CLIPS)


@hooks.register("register_place_section")
def checkins_here(place: PlacePage) -> Section:
    return made_here(place, CheckInPage.objects.filter(at(place)), slug="checkins", order=25, **CLIPS)
