"""The screen of writing: shown, saved by a button or by itself, handed in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from brands import photos, progress, submissions
from brands.forms import Writing
from brands.opening import refuse_if_closed
from brands.permissions import cases_for, writes
from cms.core.refusals import Refused


@never_cache
@login_required
def begin(request):
    """Write a new case; it exists from its first save on."""
    if request.method == "POST":
        return _save(request, None)
    if not writes(request.user):
        messages.error(request, "您还没有供稿的任职，请本级管理员在“人员”里添加。")
        return redirect("submissions:list")
    return _show(request, Writing(user=request.user))


@never_cache
@login_required
def edit(request, pk: int):
    """Go on writing a case."""
    page = get_object_or_404(cases_for(request.user), pk=pk).get_latest_revision_as_object()
    if request.method == "POST":
        return _save(request, page)
    try:
        refuse_if_closed(page)
    except Refused as refusal:
        messages.error(request, refusal.reason)
        return redirect("submissions:detail", pk)
    return _show(request, Writing(user=request.user, page=page, correction=_kept_correction(request, page)))


def _save(request, page):
    """Save what was sent, then say so in the way the browser asked for; with `act=submit` hand it in too."""
    writing = Writing(user=request.user, page=page, data=request.POST)
    clean = writing.is_valid()
    by_itself = request.headers.get("Accept") == "application/json"
    try:
        saved = writing.save(photos_wait=bool(request.FILES) or "photos_waiting" in request.POST)
    except Refused as refusal:
        return _refused(request, writing, refusal, by_itself)
    writing.take_over(saved)
    _keep_correction(request, saved.page)
    if by_itself:
        return JsonResponse(_report(writing, saved.page))
    lost = _take_photos(request, saved.page)
    if clean and not lost and not saved.conflicts:
        return _saved(request, saved.page, writing)
    return _show_again(request, saved, lost)


def _saved(request, page, writing):
    """Answer a save without a mistake: back to the screen, or into review."""
    if request.POST.get("act") != "submit":
        messages.success(request, f"存好了，{timezone.localtime():%H:%M}。")
        return redirect("submissions:edit", page.pk)
    try:
        _hand_in(request, page)
    except Refused as refusal:
        page = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
        writing = Writing(user=request.user, page=page, data=request.POST)
        writing.is_valid()
        writing.refuse(refusal)
        return _show(request, writing, refused=refusal.reason)
    request.session.pop(_correction_key(page), None)
    messages.success(request, _what_is_next(page))
    return redirect("submissions:detail", page.pk)


def _hand_in(request, page) -> None:
    if page.first_published_at:
        submissions.revise_case(page=page, user=request.user, correction=request.POST.get("correction", ""))
    else:
        submissions.submit_case(page=page, user=request.user)


def _what_is_next(page) -> str:
    step = progress.next_of(type(page).objects.get(pk=page.pk))
    if step is None:
        return "交上去了。"
    people = f"（{'、'.join(step.people)}）" if step.people else ""
    usual = f"多半{step.usual}看完。" if step.usual else ""
    return f"交上去了。接下来由{step.unit}{step.step}{people}。{usual}有结果会告诉您。"


def _show(request, writing: Writing, refused: str = "", lost=()):
    page = writing.page
    returned = progress.newest_return(page) if page else None
    if returned:
        writing.annotate(dict(returned.notes), progress.notes_by_label(returned))
    context = {"writing": writing, "page": page, "returned": returned, "refused": refused, "lost": lost}
    return render(request, "brands/desk/write.html", context)


def _show_again(request, saved, lost):
    """Show the screen after a save that left something to look at, with everything as it was typed."""
    page = type(saved.page).objects.get(pk=saved.page.pk).get_latest_revision_as_object()
    writing = Writing(user=request.user, page=page, data=request.POST)
    writing.is_valid()
    writing.take_over(saved)
    return _show(request, writing, lost=lost)


def _refused(request, writing, refusal: Refused, by_itself: bool):
    if by_itself:
        return JsonResponse({"refused": refusal.reason}, status=409)
    writing.refuse(refusal)
    return _show(request, writing, refused=refusal.reason)


def _take_photos(request, page) -> list[str]:
    """Add every photo that was sent; return a sentence for each that could not be."""
    lost = []
    for file in request.FILES.getlist("photos"):
        try:
            photos.add_photo(page=page, user=request.user, file=file)
        except Refused as refusal:
            lost.append(refusal.reason)
    return lost


def _report(writing: Writing, page) -> dict:
    """Return what a page that saves by itself needs to know."""
    return {
        "saved": f"{timezone.localtime():%H:%M}",
        "page": page.pk,
        "url": reverse("submissions:edit", args=[page.pk]),
        "photos": reverse("submissions:photos", args=[page.pk]),
        "base": writing.marks_for_browser(),
        "errors": sum(len(form.errors) for form in [writing.case, *writing.figures.forms, *writing.authors.forms]),
        "conflicts": len(writing.conflicts),
    }


def _correction_key(page) -> str:
    return f"correction-{page.pk}"


def _keep_correction(request, page) -> None:
    """Keep a correction that is being written: it belongs to the round of review, which has not begun."""
    if page.first_published_at and (sentence := request.POST.get("correction", "").strip()):
        request.session[_correction_key(page)] = sentence


def _kept_correction(request, page) -> str:
    if not page.first_published_at:
        return ""
    newest = page.rounds.order_by("-started_at").first()
    unfinished = newest.correction if newest and newest.published_at is None else ""
    return request.session.get(_correction_key(page), unfinished)
