"""The register as a sheet: out, and in after a look."""

import hashlib

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from wagtail.models import Page

from cms.core.refusals import Refused
from cms.places import permissions, register, sheet
from cms.places.forms import SheetForm
from cms.places.models import Role

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KEPT = 60 * 60  # seconds that an uploaded file waits for its confirmation
MOST_SHOWN = 200  # lines of one kind on the page


@require_safe
@never_cache
@login_required
def export(request, pk: int):
    """Download the register of a place and everything below."""
    top = _managed(request.user, pk)
    response = HttpResponse(register.export(user=request.user, top=top), content_type=XLSX)
    filename = f"{top.title}阵地登记册-{timezone.localdate():%Y%m%d}.xlsx"
    response["Content-Disposition"] = content_disposition_header(True, filename)
    return response


@never_cache
@login_required
def upload(request, pk: int):
    """Take a filled-in sheet and say what importing it would do; nothing is changed yet."""
    top = _managed(request.user, pk)
    form = SheetForm(request.POST or None, request.FILES or None)
    context = {"top": top, "form": form, "columns": sheet.COLUMNS.values(), "most": sheet.MOST_ROWS}
    if request.method == "POST" and form.is_valid():
        try:
            data = form.cleaned_data["file"].read(sheet.MOST_BYTES + 1)
            context |= _looked_through(request.user, top, data)
        except Refused as refusal:
            form.refuse(refusal)
    return render(request, "places/desk/register.html", context)


@require_POST
@login_required
def confirm(request, pk: int):
    """Import the file that was looked through, and no other."""
    top = _managed(request.user, pk)
    digest = request.POST.get("file", "")
    data = cache.get(_key(request.user, top, digest))
    if data is None or hashlib.sha256(data).hexdigest() != digest:
        messages.error(request, "这份表已经过了一小时，或者导入过了，请再传一次。")
        return redirect("places:register", pk)
    try:
        done = register.bring_in(user=request.user, top=top, data=data)
    except Refused as refusal:
        messages.error(request, refusal.reason)
        return render(request, "places/desk/register.html", _again(request.user, top, data))
    cache.delete(_key(request.user, top, digest))
    messages.success(request, f"导入好了：新增 {len(done.additions)} 个阵地，登记 {len(done.changes)} 处状态变化。")
    return redirect("places:place", pk)


def _again(user, top: Page, data: bytes) -> dict:
    """Return the page anew, looked through as the register stands now."""
    context = {"top": top, "form": SheetForm(), "columns": sheet.COLUMNS.values(), "most": sheet.MOST_ROWS}
    return context | _looked_through(user, top, data)


def _looked_through(user, top: Page, data: bytes) -> dict:
    """Look through the file; when it is sound keep it, bound to its hash, for the person and place it was shown to."""
    plan = register.look_through(user=user, top=top, data=data)
    digest = hashlib.sha256(data).hexdigest()
    if not plan.problems and not plan.does_nothing:
        cache.set(_key(user, top, digest), data, KEPT)
    return {"plan": plan, "digest": digest, "most_shown": MOST_SHOWN}


def _key(user, top: Page, digest: str) -> str:
    return f"register:{user.pk}:{top.pk}:{digest[:64]}"


def _managed(user, pk: int) -> Page:
    """Return a place that the person manages; any other does not exist here."""
    return get_object_or_404(permissions.places(user, Role.MANAGER), pk=pk)
