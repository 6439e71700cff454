from wagtail import hooks

from cms.places.founding import SectionSpec
from cms.review.listings import listing
from media import sections  # noqa: F401 - registers them
from media.models import CheckInIndexPage, CheckInPage


@hooks.register("register_section")
def checkins_section():
    return SectionSpec(CheckInIndexPage, "视频打卡", "checkins", 40)


@hooks.register("register_admin_viewset")
def checkins_listing():
    return listing(CheckInPage, "视频打卡", "media", 140)
