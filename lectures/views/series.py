"""Lectures that come back: begun with a look at their days, a day skipped or put back, the rest called off."""

import datetime as dt

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count, F, Max, Min, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from lectures import listing, permissions, rhythm
from lectures import series as verbs
from lectures.days import day_name
from lectures.forms.series import EndForm, PutBackForm, SeriesForm, SkipForm
from lectures.models import Series
from lectures.models.session import COMING

PER_PAGE = 30
STEPS = {
    "skip": (verbs.skip, "记下了，这一天不办，时间和地方都空出来了。"),
    "back": (verbs.put_back, "加上了，先记成待确认；说好了再到那一场里定下来。"),
    "end": (verbs.end, "往后的都取消了，日历上会写明。"),
}


@never_cache
@login_required
@require_safe
def index(request):
    """List the series of one's places: those that still have sessions to come first."""
    if not permissions.takes_part(request.user):
        raise Http404
    coming = Q(sessions__state__in=COMING, sessions__starts_at__gt=timezone.now())
    found = (
        Series.objects.for_user(request.user)
        .select_related("place")
        .annotate(
            coming=Count("sessions", filter=coming),
            next=Min("sessions__starts_at", filter=coming),
            last=Max("sessions__starts_at", filter=Q(sessions__takes_place=True)),
        )
    )
    found = found.order_by(F("next").asc(nulls_last=True), "-created_at", "-pk")
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    fairs = rhythm.fairs_of(page)
    for one in page:
        one.words = rhythm.in_words(one, fairs)
    context = {"page": page, "schedules": permissions.schedules(request.user)}
    return render(request, "lectures/series/index.html", context)


@never_cache
@login_required
def begin(request):
    """Begin a series: a look at its days first, and it is made only when just these days have been seen."""
    if not permissions.schedules(request.user):
        raise Http404
    form = SeriesForm(request.POST or None, user=request.user)
    context = {"form": form}
    if request.method == "POST":
        making = request.POST.get("step") == "make"
        if making and form.seen():
            if made := form.take(verbs.begin, user=request.user):
                series, outcome = made
                messages.success(request, f"排好了，一共 {len(outcome.made)} 场。")
                return redirect("lectures_desk:series", series.pk)
        elif outcome := form.take(verbs.look, user=request.user):
            form.mark()
            context |= {"outcome": outcome, "changed": making}
    return render(request, "lectures/series/begin.html", context)


@never_cache
@login_required
@require_safe
def series(request, pk: int):
    """Show a series and its sessions."""
    return _page(request, _seen(request, pk))


@never_cache
@login_required
@require_POST
def take(request, pk: int, name: str):
    """Take one step; when it is refused the page comes back with the reason and what was typed."""
    seen = _seen(request, pk)
    if name not in STEPS:
        raise Http404
    verb, done = STEPS[name]
    form = _form(name, seen, request.POST)
    if form.take(verb, series=seen, user=request.user) is not None:
        messages.success(request, done)
        return redirect("lectures_desk:series", pk)
    return _page(request, _seen(request, pk), name, form)


def _seen(request, pk: int) -> Series:
    return get_object_or_404(Series.objects.for_user(request.user).select_related("place", "course"), pk=pk)


def _coming(seen: Series) -> list:
    ahead = seen.sessions.filter(state__in=COMING, starts_at__gt=timezone.now()).order_by("starts_at", "pk")
    return [timezone.localtime(moment).date() for moment in ahead.values_list("starts_at", flat=True)]


def _form(name: str, seen: Series, *data):
    if name == "skip":
        return SkipForm(*data, days=[(day, day_name(day)) for day in _coming(seen)])
    return {"back": PutBackForm, "end": EndForm}[name](*data)


def _page(request, seen: Series, bound: str = "", form=None):
    names = list(STEPS) if permissions.may_schedule(request.user, seen.place.path) else []
    if not _coming(seen):
        names = [name for name in names if name == "back"]
    if bound and bound not in names:
        messages.error(request, " ".join(form.non_field_errors()) or "这一步现在办不了了。")
    sessions = listing.with_facts(seen.sessions.all()).order_by("starts_at", "pk")
    context = {
        "series": seen,
        "words": rhythm.in_words(seen, rhythm.fairs_of([seen])),
        "speakers": seen.speakers.all(),
        "sessions": sessions,
        "skipped": [dt.date.fromisoformat(day) for day in seen.skipped],
        "forms": {name: form if name == bound else _form(name, seen) for name in names},
        "bound": bound,
    }
    return render(request, "lectures/series/series.html", context)
