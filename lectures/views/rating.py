"""评单: what a listener says of a session, by its code; and what was said, for those who answer for it."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.views.decorators.cache import never_cache

from lectures import detail, devices, dispatch, permissions, ratings
from lectures.forms.answering import RatingForm
from lectures.limits import RATING
from lectures.models import Session
from lectures.reading import Reading

NO_COOKIE = "这部手机没有让网站记住它，请重新打开这一页再点。您写的都还在。"


@never_cache
def rate(request, code: str):
    """Say how it was; once a device, within a week."""
    session = get_object_or_404(Session.objects.select_related("place"), code=code, announced=True)
    device = devices.device_of(request)
    said = bool(device) and session.ratings.filter(device=devices.hashed(device, session)).exists()
    form = RatingForm(request.POST or None)
    if request.method == "POST":
        if not device:
            form.add_error(None, NO_COOKIE)
        elif form.take(partial(_rate, request), session=session, device=device):
            messages.success(request, "记下了，谢谢您。")
            return redirect("lectures:rate", code)
    context = {"page": Reading("听得怎么样"), "session": session, "form": form, "said": said}
    context |= {"early": timezone.now() < session.starts_at, "late": ratings.too_late(session)}
    response = render(request, "lectures/rating/rate.html", context)
    if not device:
        devices.give(response)
    return response


def _rate(request, session, device: str, **said):
    RATING.take(request)
    return dispatch.rate(session=session, device=devices.hashed(device, session), **said)


def heard(request, session: Session) -> dict:
    """Return what listeners said of a session, public or not, and where they say it while they may."""
    url = request.build_absolute_uri(reverse("lectures:rate", args=[session.code]))
    way = {"url": url, "qr": detail.qr(url, "评价这一场的二维码")} if ratings.are_taken(session) else None
    return {"told": ratings.of(session), "way": way}


@never_cache
@login_required
def told(request, pk: int):
    """Show what was said of a session; its people may fill in what was told to them, labelled as such."""
    session = get_object_or_404(Session.objects.for_user(request.user).select_related("place"), pk=pk)
    may = permissions.may_record(request.user, session)
    form = RatingForm(request.POST or None)
    if request.method == "POST":
        if not may:
            raise Http404
        staff = partial(dispatch.rate, device=f"staff-{get_random_string(40)}", user=request.user)
        if form.take(staff, session=session):
            messages.success(request, "记下了，注明是代填的，不计在内。")
            return redirect("lectures_desk:ratings", pk)
    context = {"session": session, "form": form, "may_fill": bool(may), **heard(request, session)}
    return render(request, "lectures/rating/told.html", context)
