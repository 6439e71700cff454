"""The record of a session: one screen on a phone, sent now or when the network is back; and a draft made from it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from cms.core.refusals import Refused
from lectures import drafts, permissions, records
from lectures.forms import RecordForm
from lectures.models import Session, SessionRecord, SessionState

FILES_GONE = "照片要请您再选一次，别的都在。"


@never_cache
@login_required
def record(request, pk: int):
    """Write the record of a session, or put it right; a page that sends by itself is answered in JSON."""
    session = _recordable(request, pk)
    written = getattr(session, "record", None)
    begun_anew = "draft_key" in request.POST  # the page of a new record: it never amends one that came meanwhile
    data = [request.POST, request.FILES] if request.method == "POST" else []
    form = RecordForm.of(None if begun_anew else written, *data)
    by_itself = request.headers.get("Accept") == "application/json"
    if request.method == "POST" and _taken(form, session, request.user):
        done = reverse("lectures_desk:session", args=[pk])
        messages.success(request, "记好了，谢谢您。" if form.record is None else "更正好了，原来写的也留着。")
        return JsonResponse({"done": done}) if by_itself else redirect(done)
    if by_itself:
        return JsonResponse(_refused(form, session), status=409)
    context = {
        "session": session,
        "record": form.record,
        "form": form,
        "files_gone": FILES_GONE if request.FILES else "",
    }
    return render(request, "lectures/desk/record.html", context)


@require_POST
@login_required
def draft(request, pk: int, kind: str):
    """Make a draft story or article of a record and go on where it can be handed in."""
    session = _recordable(request, pk)
    written = get_object_or_404(SessionRecord, session=session)
    try:
        page = drafts.begin(record=written, slug=kind, user=request.user)
    except Refused as refusal:
        messages.error(request, refusal.reason)
        return redirect("lectures_desk:session", pk)
    if request.user.has_perm("wagtailadmin.access_admin") and page.permissions_for_user(request.user).can_edit():
        messages.success(request, f"起了个头：《{page.title}》。补几句，交上去，审过就能看到。")
        return redirect("wagtailadmin_pages:edit", page.pk)
    messages.success(request, f"起了个头：《{page.title}》。县里的编辑知道了，会接着补；都齐了也可以在这里交上去。")
    return redirect("review:submit", page.pk)


def _recordable(request, pk: int) -> Session:
    seen = Session.objects.for_user(request.user).select_related("place", "record")
    session = get_object_or_404(seen, pk=pk)
    if session.state == SessionState.CANCELLED or not permissions.may_record(request.user, session):
        raise Http404
    return session


def _taken(form: RecordForm, session: Session, user):
    if form.record is None:
        return form.take(records.record, session=session, user=user)
    return form.take(records.amend_record, record=form.record, user=user)


def _refused(form: RecordForm, session: Session) -> dict:
    """Tell a page that sends by itself why it cannot; `there` is the record that somebody has written meanwhile."""
    words = {"refused": _first_words(form)}
    written = form.record is None and SessionRecord.objects.filter(session=session).exists()
    return words | {"there": reverse("lectures_desk:session", args=[session.pk])} if written else words


def _first_words(form: RecordForm) -> str:
    """Return what is wrong in one sentence; without anything sent, that nothing was."""
    found = [sentence for sentences in form.errors.values() for sentence in sentences]
    return found[0] if found else "没有收到内容，请再试一次。"
