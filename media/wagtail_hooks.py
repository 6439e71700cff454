from wagtail import hooks

from cms.places.founding import SectionSpec
from media.models import CheckInIndexPage


@hooks.register("register_section")
def checkins_section():
    return SectionSpec(CheckInIndexPage, "视频打卡", "checkins", 40)
