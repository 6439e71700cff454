from django.http import Http404
from wagtail import hooks

from cms.places.founding import SectionSpec
from cms.review.listings import listing
from media import (
    documents,
    sections,  # noqa: F401 - registers them
)
from media.models import CheckInIndexPage, CheckInPage
from media.models.files import Consent


@hooks.register("register_section")
def checkins_section():
    return SectionSpec(CheckInIndexPage, "视频打卡", "checkins", 40)


@hooks.register("register_admin_viewset")
def checkins_listing():
    return listing(CheckInPage, "视频打卡", "media", 140)


@hooks.register("before_serve_document")
def only_to_those_who_may_open_it(document, request):
    if not documents.may_open(request.user, document):
        raise Http404


@hooks.register("construct_image_chooser_queryset")
def nothing_withheld(images, request):
    return images.exclude(consent=Consent.WITHDRAWN)
