"""The county's speakers on the desk: terms, accounts, diaries, trainings, and the letter of appointment to print."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Sum
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from cms.core.refusals import Refused
from cms.pages.models import SiteSettings
from cms.places import scope
from cms.places.models import PlacePage
from lectures import kept_speakers, permissions, speakers, terms
from lectures.forms.speakers import AccountForm, LetterForm, LimitForm, TrainingForm
from lectures.models import SpeakerPage

PER_PAGE = 40
STEPS = {
    "account": (AccountForm, speakers.link, "好了。"),
    "limit": (LimitForm, speakers.limit, "记下了，派单时会照着来。"),
    "training": (TrainingForm, speakers.train, "这次培训记下了。"),
}


@never_cache
@login_required
@require_safe
def index(request):
    """List the speakers of one's county."""
    if not permissions.schedules(request.user):
        raise Http404
    wanted = kept_speakers.Wanted.read(request.GET)
    page = Paginator(kept_speakers.listed(request.user, wanted), PER_PAGE).get_page(request.GET.get("page"))
    kept_speakers.tell(request.user, page)
    context = {
        "page": page,
        "lanes": [(name, label) for name, (label, _) in kept_speakers.LANES.items()],
        "lane": wanted.lane,
        "words": wanted.words,
        "query": urlencode({name: value for name, value in (("lane", wanted.lane), ("q", wanted.words)) if value}),
    }
    return render(request, "lectures/speakers/index.html", context)


@never_cache
@login_required
@require_safe
def speaker(request, pk: int):
    """Show what the office keeps of a speaker."""
    return _page(request, _seen(request, pk))


@never_cache
@login_required
@require_POST
def take(request, pk: int, name: str):
    """Take one step; when it is refused the page comes back with the reason and what was typed."""
    seen = _seen(request, pk)
    if name not in STEPS:
        raise Http404
    form = _form(name, seen, request.user, request.POST)
    _, verb, done = STEPS[name]
    if form.take(verb, speaker=seen, user=request.user):
        messages.success(request, done)
        return redirect("lectures_desk:speaker", pk)
    return _page(request, _seen(request, pk), name, form)


@never_cache
@login_required
@require_POST
def forget_training(request, pk: int, training: int):
    """Take away a training that was noted by mistake."""
    noted = get_object_or_404(_seen(request, pk).trainings, pk=training)
    try:
        speakers.forget_training(training=noted, user=request.user)
    except Refused as refusal:
        messages.error(request, refusal.reason)
    else:
        messages.success(request, f"“{noted.title}”划掉了。")
    return redirect("lectures_desk:speaker", pk)


@never_cache
@login_required
@require_safe
def letter(request, pk: int):
    """Show the letter of appointment, laid out for one A4 page; the seal is put on paper by hand."""
    seen = _seen(request, pk)
    if not speakers.may_appoint(request.user, seen):
        raise Http404
    owner = PlacePage.objects.filter(path=seen.owner_path).first()
    form = LetterForm(request.GET if "by" in request.GET else None, initial={"by": _issuer(request, owner)})
    by = (form.is_valid() and form.cleaned_data["by"]) or _issuer(request, owner)
    context = {"speaker": seen, "owner": owner.title if owner else scope.city().title, "by": by, "form": form}
    return render(request, "lectures/speakers/letter.html", context)


def _issuer(request, owner) -> str:
    """Return in whose name the letter is: the county's centre, or for the city's own whoever the site is run by."""
    return owner.plaque if owner else SiteSettings.for_request(request).host or scope.city().title


def _seen(request, pk: int) -> SpeakerPage:
    return get_object_or_404(speakers.for_user(request.user).select_related("diary__user", "place"), pk=pk)


def _form(name: str, seen: SpeakerPage, user, *data):
    diary = getattr(seen, "diary", None)
    if name == "account":
        return AccountForm(*data, speaker=seen, user=user, initial={"account": diary and diary.user_id})
    if name == "limit":
        return LimitForm(*data, initial={"monthly_limit": diary and diary.monthly_limit})
    return TrainingForm(*data)


def _page(request, seen: SpeakerPage, bound: str = "", form=None):
    appoints = bool(speakers.may_appoint(request.user, seen))
    names = [name for name in STEPS if appoints or name != "account"]
    if bound and bound not in names:
        messages.error(request, " ".join(form.non_field_errors()) or "这一步由管理员来做。")
    this_year = seen.trainings.filter(day__year=timezone.localdate().year)
    context = {
        "speaker": seen,
        "diary": getattr(seen, "diary", None),
        "term": terms.of(seen),
        "teams": seen.teams.all(),
        "trainings": seen.trainings.all(),
        "hours": this_year.aggregate(hours=Sum("hours"))["hours"],
        "appoints": appoints,
        "forms": {name: form if name == bound else _form(name, seen, request.user) for name in names},
        "bound": bound,
    }
    return render(request, "lectures/speakers/speaker.html", context)
