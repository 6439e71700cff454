"""The calendar that everybody may turn."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cms.places.models import PlacePage
from lectures import calendars, sheets
from lectures.detail import qr
from lectures.models import Session
from lectures.public_rows import first_of_each_day, rows_of
from lectures.reading import Reading

IN_A_MONTH, IN_A_WEEK = 4, 12  # sessions of one day before “还有 n 场”
PER_PAGE = 40
WHOLE_DAYS = {"month": IN_A_MONTH, "week": IN_A_WEEK}
PAGE = Reading("宣讲日历", "什么时候、在哪里、讲什么。列在这里的，谁都可以来听。")


@require_safe
def calendar(request):
    """Show the sessions of a month, a week or a day, or those from a day on."""
    view = request.GET.get("view")
    span = calendars.span_of(view if view in calendars.VIEWS else "month", calendars.day_of(request.GET.get("on")))
    filters = calendars.bound_filters(request.GET)
    sessions = span.of(Session.objects.public()).order_by("starts_at", "pk")
    for one in filters:
        sessions = one.apply(sessions)
    chosen = {one.name: one.value for one in filters if one.value}
    shown = _whole_days(span, sessions) if span.view in WHOLE_DAYS else _paged(sessions, request.GET.get("page"))
    context = {"page": PAGE, "span": span, "filters": filters, "chosen": chosen, "turns": _turns(span, chosen)}
    return render(request, "lectures/calendar.html", context | shown)


def _whole_days(span, sessions) -> dict:
    rows = first_of_each_day(sessions, WHOLE_DAYS[span.view], speakers=span.view == "week")
    days = calendars.every_day(span, rows)
    total = sum(day.sessions[0].in_day for day in days if day.sessions)
    return {"days": days, "total": total, "next_day": calendars.next_day(days)}


def _paged(sessions, number) -> dict:
    page = Paginator(sessions, PER_PAGE).get_page(number)
    rows = rows_of(page.object_list) if page.paginator.count else []
    return {"days": calendars.by_day(rows), "total": page.paginator.count, "paging": page}


def _turns(span, chosen: dict) -> dict:
    """Return the query strings that lead on from here; what was chosen goes along."""

    def to(view, day):
        return urlencode({"view": view, "on": day.isoformat()} | chosen)

    today = timezone.localdate()
    anchor = today if span.start <= today and (span.end is None or today < span.end) else span.start
    return {
        "previous": to(span.view, span.previous) if span.has_previous else "",
        "following": to(span.view, span.following) if span.has_following else "",
        "today": to(span.view, today),
        "views": [(label, to(view, anchor), view == span.view) for view, label in calendars.VIEWS.items()],
        "chosen": urlencode(chosen),
        "all": urlencode({"view": span.view, "on": span.start.isoformat()}),
    }


@require_safe
def month_sheet(request, pk: int, year: int, month: int):
    """Show a month at a place, and all below it, as an A4 sheet."""
    place = get_object_or_404(PlacePage.objects.live().public(), pk=pk)
    sheet = sheets.sheet_of(place, year, month)
    if sheet is None:
        raise Http404
    url = request.build_absolute_uri(reverse("lectures:calendar"))
    context = {"page": PAGE, "sheet": sheet, "qr": qr(url, "宣讲日历的二维码"), "url": url}
    return render(request, "lectures/month_sheet.html", context)
