"""A speaker's own desk: what they are asked, where they are to speak, when they can come."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from cms.core.refusals import Refused
from lectures import availability, dropouts
from lectures.forms.answering import DeclineForm
from lectures.forms.availability import WeekForm, days_of
from lectures.models import Diary, Offer, OfferState
from lectures.views.offers import answered


@never_cache
@login_required
def mine(request):
    """Show what waits for the speaker's answer, and where they are to speak."""
    return _mine(request, _diary(request))


@never_cache
@login_required
@require_POST
def answer(request, pk: int):
    """Answer one offer: 来, or 来不了."""
    diary = _diary(request)
    sent = get_object_or_404(Offer.objects.select_related("session__place", "speaker"), pk=pk, speaker=diary.speaker_id)
    form = answered(request, sent)
    return redirect("lectures_desk:mine") if form is None else _mine(request, diary, ("offer", pk, form))


@never_cache
@login_required
@require_POST
def leave(request, pk: int):
    """Let go of a session that one cannot come to after all."""
    diary = _diary(request)
    session = get_object_or_404(availability.coming(diary), pk=pk)
    form = DeclineForm(request.POST)
    if form.take(dropouts.leave, session=session, diary=diary, user=request.user) is None:
        return _mine(request, diary, ("session", pk, form))
    messages.success(request, "知道了，已经告诉派单员，马上找人接替。")
    return redirect("lectures_desk:mine")


@never_cache
@login_required
@require_POST
def keep(request, pk: int):
    """Come all the same, whatever one said of that part of the day."""
    diary = _diary(request)
    session = get_object_or_404(availability.coming(diary), pk=pk)
    availability.keep(diary=diary, session=session, user=request.user)
    messages.success(request, "好，照常去。那天的这个时段记成有空了。")
    return redirect("lectures_desk:mine")


@never_cache
@login_required
def free(request):
    """Fill in when one can come: a week of parts of days, and days that differ."""
    diary = _diary(request)
    data = [request.POST] if request.method == "POST" else []
    week, days = WeekForm(*data, diary=diary), days_of(diary, *data)
    if data and week.is_valid() and days.is_valid():
        try:
            outside = availability.fill(
                diary=diary, user=request.user, week=week.week(), days=[day for form in days for day in form.days()]
            )
        except Refused as refusal:
            week.add_error(None, refusal.reason)
        else:
            words = f"有 {len(outside)} 场和新填的时间对不上，请看下面。" if outside else "派单员排的时候会看。"
            messages.success(request, "存好了。" + words)
            return redirect("lectures_desk:mine")
    context = {"diary": diary, "week": week, "days": days, "wrong": bool(week.errors or any(days.errors))}
    return render(request, "lectures/mine/free.html", context)


def _diary(request) -> Diary:
    return get_object_or_404(Diary.objects.select_related("speaker"), user=request.user)


def _mine(request, diary: Diary, refused: tuple | None = None):
    """Show the page; `refused` is what kind of card a form was refused on, its key, and the form."""
    waiting = Offer.objects.filter(speaker=diary.speaker_id, state=OfferState.SENT)
    context = {
        "diary": diary,
        "offers": waiting.select_related("session__place", "session__request").order_by("due_at", "pk"),
        "coming": availability.coming(diary),
        "outside": availability.outside(diary),
        "form": DeclineForm(),
        "refused_kind": refused[0] if refused else "",
        "refused_pk": refused[1] if refused else None,
        "refused_form": refused[2] if refused else None,
    }
    return render(request, "lectures/mine/mine.html", context)
