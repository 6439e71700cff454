"""The sessions of one's places: listed, booked, looked at, changed."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cms.core.forms import VerbForm
from lectures import drafts, listing, permissions, scheduling, talking, trail
from lectures.forms import AssignForm, BookForm, CancelForm, ChangeForm, MoveForm, ReleaseForm, StaysForm
from lectures.models import OfferState, Session, SessionState, SpeakerPage
from lectures.models.session import COMING
from lectures.views.rating import heard

PER_PAGE = 40

# The steps taken on a session's page: address → verb, what is said when it is done.
STEPS = {
    "confirm": (scheduling.confirm, "定下来了，日历上看得到了。"),
    "move": (scheduling.move, "改好了，一起去的宣讲师跟着改了。"),
    "change": (scheduling.change, "改好了。"),
    "assign": (scheduling.assign, "派好了。"),
    "release": (scheduling.release, "知道了，时间空出来了。"),
    "cancel": (scheduling.cancel, "取消了，日历上会写明。"),
    "stays": (talking.leave_as_it_is, "告诉他了，时间不变。"),
}


@never_cache
@login_required
@require_safe
def index(request):
    """List the sessions of a week, or of a lane."""
    if not permissions.takes_part(request.user):
        raise Http404
    wanted = listing.Wanted.read(request.GET)
    page = Paginator(listing.listed(request.user, wanted), PER_PAGE).get_page(request.GET.get("page"))
    kept = {"q": wanted.words, "county": wanted.county}
    context = {
        "wanted": wanted,
        "page": page,
        "lanes": listing.LANES,
        "counties": listing.counties_of(request.user),
        "schedules": permissions.schedules(request.user),
        "kept": urlencode({name: value for name, value in kept.items() if value}),
        "query": urlencode({"lane": wanted.lane, "week": wanted.monday, **kept}),
        "next": None if page.object_list or wanted.lane else listing.next_after(request.user, timezone.now()),
    }
    return render(request, "lectures/desk/sessions.html", context)


@never_cache
@login_required
def book(request):
    """Put a session into the diary."""
    if not permissions.schedules(request.user):
        raise Http404
    form = BookForm(request.POST or None, user=request.user)
    if request.method == "POST" and (session := form.take(scheduling.book, user=request.user)):
        messages.success(request, f"排好了：{session.place.title}，{timezone.localtime(session.starts_at):%H:%M}。")
        return redirect("lectures_desk:session", session.pk)
    return render(request, "lectures/desk/session_book.html", {"form": form})


@never_cache
@login_required
@require_safe
def session(request, pk: int):
    """Show a session and everything that happened to it."""
    return _page(request, _seen(request, pk))


@never_cache
@login_required
def take(request, pk: int, name: str):
    """Take one step; when it is refused the page comes back with the reason and what was typed."""
    seen = _seen(request, pk)
    if name not in STEPS:
        raise Http404
    if request.method != "POST":
        return redirect("lectures_desk:session", pk)
    verb, done = STEPS[name]
    form = _form(name, seen, request.user, request.POST)
    if form.take(verb, session=seen, user=request.user):
        messages.success(request, done)
        return redirect("lectures_desk:session", pk) if _sees(request.user, pk) else redirect("lectures_desk:mine")
    return _page(request, _seen(request, pk), {name: form})


def _sees(user, pk: int) -> bool:
    """Say whether the session is still the person's business: a speaker who let it go reads no more of it."""
    return Session.objects.for_user(user).filter(pk=pk).exists()


def _seen(request, pk: int) -> Session:
    seen = listing.with_facts(Session.objects.for_user(request.user))
    return get_object_or_404(seen.select_related("course", "theme", "form", "audience", "record"), pk=pk)


def _form(name: str, seen: Session, user, *data) -> VerbForm:
    if name in ("move", "change"):
        return {"move": MoveForm, "change": ChangeForm}[name].of(seen, *data, user=user)
    if name == "assign":
        return AssignForm(*data, user=user)
    if name == "release":
        return ReleaseForm(*data, speakers=_may_let_go(user, seen))
    return {"cancel": CancelForm, "stays": StaysForm}.get(name, VerbForm)(*data)


def _steps(user, seen: Session, schedules: bool, asks: list) -> list[str]:
    """Return the steps that the person may take while a session is still to come."""
    if schedules:
        return [name for name in STEPS if asks or name != "stays"]
    return ["release"] if permissions.speaks(user, seen) else []


def _may_let_go(user, seen: Session):
    """Return the speakers whom the person may let go: all of them who schedules, only themself who speaks."""
    speakers = SpeakerPage.objects.filter(bookings__session=seen, bookings__live=True)
    return speakers if permissions.may_schedule(user, seen.place.path) else speakers.filter(diary__user=user)


def _page(request, seen: Session, bound: dict | None = None):
    """Show the session; `bound` holds a form that was refused, by its step's name."""
    user, bound = request.user, bound or {}
    schedules = bool(permissions.may_schedule(user, seen.place.path))
    asks = talking.asks(Session.objects.filter(pk=seen.pk)) if schedules else []
    names = _steps(user, seen, schedules, asks) if seen.state in COMING else []
    for form in (form for name, form in bound.items() if name not in names):
        messages.error(request, " ".join(form.non_field_errors()) or "这一步现在办不了了。")
    record = getattr(seen, "record", None)
    context = {
        "session": seen,
        "record": record,
        "photos": record.photos.all() if record else [],
        "trail": trail.told(seen),
        "forms": {name: bound.get(name) or _form(name, seen, user) for name in names},
        "bound": next(iter(bound), ""),
        "asks": asks,
        "may_record": bool(permissions.may_record(user, seen)),
        "started": seen.starts_at <= timezone.now(),
        "texts": drafts.with_photos_of(user, record) if record else [],
        "drafts": drafts.kinds(user, seen) if record else [],
        "vacant": "assign" in names and seen.state == SessionState.PLANNED and not seen.booked,
        "asked_now": seen.offers.filter(state=OfferState.SENT).values_list("speaker__title", flat=True),
    }
    if context["started"] and seen.announced and seen.state != SessionState.CANCELLED:
        context |= heard(request, seen)
    return render(request, "lectures/desk/session.html", context)
