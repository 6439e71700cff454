"""The calendars that telephones follow, and the desk's page that tells their addresses."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

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


@never_cache
@login_required
@require_safe
def calendars(request):
    """Tell a person the addresses of the calendars that they may follow, and lead to the sheets to print."""
    diary = Diary.objects.filter(user=request.user).first()
    mine = request.build_absolute_uri(feeds.address_of_speaker(diary)) if diary else ""
    places = [
        (place, request.build_absolute_uri(feeds.address_of_place(place))) for place in feeds.places_of(request.user)
    ]
    context = {"mine": mine, "places": places, "today": timezone.localdate()}
    return render(request, "lectures/desk/calendars.html", context)


@never_cache
@login_required
@require_POST
def change_address(request):
    """Give the person's own calendar a new address."""
    feeds.change_address(diary=get_object_or_404(Diary, user=request.user))
    messages.success(request, "换好了，旧地址不能用了。手机里请删掉旧的，再订一次。")
    return redirect("lectures_desk:calendars")
