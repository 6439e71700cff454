"""A session's own page, its entry for a calendar, and its poster."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.text import Truncator
from django.views.decorators.http import require_safe

from lectures import calendar_file, detail, ratings
from lectures.models import Session
from lectures.public_rows import COUNTY, WAITS, county_titles, in_words
from lectures.reading import Reading

RELATED = ("place", "course__theme", "course__form", "theme", "form", "audience")


@require_safe
def session(request, code: str):
    """Show one session: what, where, when, who, how to get there, what changed."""
    return render(request, "lectures/session.html", _told(request, code))


@require_safe
def poster(request, code: str):
    """Show one session as an A4 sheet to be put up in the village."""
    return render(request, "lectures/poster.html", _told(request, code))


@require_safe
def session_ics(request, code: str):
    """Give one session as a file for the reader's own calendar."""
    found = calendar_file.entries(Session.objects.public().filter(code=code))
    get_object_or_404(found, code=code)
    data = calendar_file.write(found, request.build_absolute_uri, name="宣讲")
    headers = {"Content-Disposition": f'attachment; filename="{code}.ics"'}
    return HttpResponse(data, content_type=calendar_file.CONTENT_TYPE, headers=headers)


def _told(request, code: str) -> dict:
    one = get_object_or_404(Session.objects.public().select_related(*RELATED), code=code)
    county = county_titles().get(one.place.path[:COUNTY], "")
    words = in_words(one.state, one.ends_at)
    url = request.build_absolute_uri(reverse("lectures:session", args=[code]))
    about = f"{detail.when(one.starts_at, one.ends_at)}，{one.place.title}{one.venue}"
    return {
        "page": Reading(one.topic, Truncator(about).chars(110)),
        "session": one,
        "county": "" if county == one.place.title else county,
        "course": one.course if one.course and one.course.live else None,
        "theme": one.theme or (one.course and one.course.theme),
        "form": one.form or (one.course and one.course.form),
        "words": words,
        "waits": words == WAITS,
        "comes": words in ("", WAITS),
        "may_rate": ratings.are_taken(one),
        "speakers": detail.speakers_of(one),
        "dialects": list(one.dialects.values_list("name", flat=True)),
        "changes": detail.changes_of(one),
        "qr": detail.qr(url),
        "url": url,
    }
