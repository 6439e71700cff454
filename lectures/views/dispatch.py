"""The dispatcher's desk: wishes by where they stand, one wish with whom to ask, what is not settled for tomorrow."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from cms.core.refusals import Refused
from lectures import candidates, dispatch, permissions, suggesting, wanted, wishes
from lectures.forms.dispatch import OfferForm, OpenCallForm, ReplyForm, TimeForm
from lectures.models import LectureRequest, Offer, OfferState
from lectures.models.request import OPEN

PER_PAGE = 30
FEW = 12  # candidates that the page shows at first
RELATED = ("place", "course", "speaker", "audience", "dialect", "session__place")

# The steps taken on a wish's page: address → form, verb, what is said when it is done.
STEPS = {
    "offer": (OfferForm, dispatch.offer, "派出去了，等宣讲师答复。"),
    "open": (OpenCallForm, dispatch.open_call, "一起问了，谁先答应谁来。"),
    "queue": (ReplyForm, dispatch.queue, "排上队了，答复点单的人看得到。"),
    "close": (ReplyForm, dispatch.close, "答复了，点单的人看得到。"),
}


@never_cache
@login_required
@require_safe
def index(request):
    """List the wishes of one's places."""
    if not permissions.schedules(request.user):
        raise Http404
    lane = request.GET.get("lane", "")
    lane = lane if lane in wanted.LANES else ""
    context = {
        "lanes": [(name, label) for name, (label, _) in wanted.LANES.items()],
        "lane": lane,
        "page": Paginator(wanted.requests(request.user, lane), PER_PAGE).get_page(request.GET.get("page")),
        "query": f"lane={lane}" if lane else "",
        "vacant": wanted.vacant(request.user)[:PER_PAGE] if not lane else [],
        "new_wishes": wishes.for_user(request.user).filter(hidden=False, merged_into=None, course=None).count(),
        "uncertain": wanted.uncertain(request.user).count(),
        "now": timezone.now(),
    }
    return render(request, "lectures/dispatch/index.html", context)


@never_cache
@login_required
@require_safe
def request(request, pk: int):
    """Show one wish, when it could be, and who could come then."""
    return _page(request, _wish(request, pk))


@never_cache
@login_required
@require_POST
def take(request, pk: int, name: str):
    """Take one step; when it is refused the page comes back with the reason and what was said."""
    asked = _wish(request, pk)
    if name not in STEPS:
        raise Http404
    form_class, verb, done = STEPS[name]
    form = form_class(request.POST)
    if form.take(partial(verb, request=asked), user=request.user):
        messages.success(request, done)
        return redirect("lectures_desk:request", pk)
    return _page(request, _wish(request, pk), name, form)


@never_cache
@login_required
@require_POST
def recall(request, pk: int):
    """Take an offer back that nobody has answered."""
    sent = get_object_or_404(Offer.objects.for_user(request.user).select_related("session__request"), pk=pk)
    try:
        dispatch.recall(offer=sent, user=request.user)
    except Refused as refusal:
        messages.error(request, refusal.reason)
    else:
        messages.success(request, "收回来了，可以问别人。")
    wish = getattr(sent.session, "request", None)
    return redirect("lectures_desk:request", wish.pk) if wish else redirect("lectures_desk:session", sent.session_id)


@never_cache
@login_required
@require_safe
def tomorrow(request):
    """Show what is not settled until the end of tomorrow."""
    if not permissions.schedules(request.user):
        raise Http404
    return render(request, "lectures/dispatch/tomorrow.html", {"sessions": wanted.uncertain(request.user)})


def _wish(request, pk: int) -> LectureRequest:
    return get_object_or_404(LectureRequest.objects.for_user(request.user).select_related(*RELATED), pk=pk)


def _page(request, asked: LectureRequest, name: str = "", bound=None):
    """Show the wish; `bound` is a form that was refused, by its step's name."""
    offers = Offer.objects.filter(session=asked.session_id) if asked.session_id else Offer.objects.none()
    offers = list(offers.select_related("speaker"))
    waiting = [sent for sent in offers if sent.state == OfferState.SENT]
    context = {
        "asked": asked,
        "offers": [sent for sent in offers if sent.state != OfferState.SENT],
        "waiting": waiting,
        "open": asked.state in OPEN,
        "bound": name,
        "refused": bound,
        "queue": bound if name == "queue" else ReplyForm(auto_id="queue_%s"),
        "close": bound if name == "close" else ReplyForm(auto_id="close_%s"),
        "now": timezone.now(),
    }
    if asked.state in OPEN and not waiting:
        context |= _choice(request, asked, bound if name in ("offer", "open") else None)
    return render(request, "lectures/dispatch/request.html", context)


def _choice(request, asked: LectureRequest, bound) -> dict:
    """Return the times to choose from, the one that is looked at, and who can come then."""
    times = suggesting.times_for(asked)
    form = TimeForm((bound.data if bound else request.GET) if bound or "day" in request.GET else _first(asked, times))
    choice = {"times": times, "time": form, "everybody": request.GET.get("all") == "1"}
    if not form.is_valid():
        return choice
    when = form.when()
    found = candidates.for_request(asked, **when)
    most = None if choice["everybody"] else FEW
    chosen = suggesting.Time(**when)
    ticked = set(bound.data.getlist("speakers")) if bound else set()
    return choice | {
        "chosen": chosen, "able": found.able[:most], "unable": found.unable[:most], "ticked": ticked,
        "more": most is not None and max(len(found.able), len(found.unable)) > most,
        "able_count": len(found.able), "unable_count": len(found.unable),
        "venue": bound.data.get("venue", "") if bound else (asked.session.venue if asked.session else ""),
    }  # fmt: skip


def _first(asked: LectureRequest, times) -> dict:
    """Return the time to look at first: the one already tried, else the first that is free, else a day alone."""
    if asked.session and asked.session.starts_at > timezone.now():
        start, end = timezone.localtime(asked.session.starts_at), timezone.localtime(asked.session.ends_at)
        return {"day": start.date(), "start": f"{start:%H:%M}", "minutes": int((end - start).total_seconds() // 60)}
    if not times:
        return {"day": max(asked.from_day, timezone.localdate()), "start": "", "minutes": suggesting.minutes_for(asked)}
    start = timezone.localtime(times[0].starts_at)
    return {"day": start.date(), "start": f"{start:%H:%M}", "minutes": suggesting.minutes_for(asked)}
