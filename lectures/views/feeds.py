"""The calendars that telephones follow, and the desk's page that tells their addresses."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from lectures import calendar_file, feeds
from lectures.models import Diary


@require_safe
def speaker_feed(request, key: str):
    """Give the calendar of one speaker."""
    diary = get_object_or_404(Diary.objects.select_related("speaker"), feed_key=key)
    return _calendar(request, feeds.of_speaker(diary), f"{diary.speaker.title}的宣讲")


@require_safe
def place_feed(request, signed: str):
    """Give the calendar of a place and all below it."""
    place = feeds.place_of(signed)
    if place is None:
        raise Http404
    return _calendar(request, feeds.of_place(place), f"{place.title}的宣讲")


def _calendar(request, sessions, name: str):
    """Answer with the calendar, or that nothing has changed since it was asked for."""
    tag = feeds.tag_of(sessions, request.build_absolute_uri("/"), name)
    response = get_conditional_response(request, etag=tag) or _written(request, sessions, tag, name)
    response["ETag"] = tag
    response["Cache-Control"] = "private, no-cache"
    return response


def _written(request, sessions, tag: str, name: str):
    data = feeds.written(sessions, tag, request.build_absolute_uri, name)
    return HttpResponse(data, content_type=calendar_file.CONTENT_TYPE)
