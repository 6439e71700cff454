"""One nomination's page, and the one next step on it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_fsm import can_proceed

from brands.nominations import certificates, entry, freezing, gaps, links, permissions, queries, steps
from brands.nominations.bench import milestones
from brands.nominations.dossier.writing import form_of, rules_of
from brands.nominations.forms import (
    CertificateForm,
    HandBackForm,
    OpinionForm,
    RankForm,
    ReasonForm,
    ReturnForm,
    SealForm,
    StepForm,
    SupplementForm,
)
from brands.nominations.material.rules import FormRule
from brands.nominations.models import Action, Nomination, NominationEvent, SealedScan, Step
from brands.nominations.models.step import COUNTED_BY_CITY
from brands.nominations.views.handing_out import handed_out


def _alone(verb):
    """Return a verb of several nominations as one of this nomination."""
    return lambda nomination, user: verb(nominations=[nomination], user=user)


# The steps that are taken on this page: address → form, verb, what is said when it is done.
STEPS = {
    "amend": (OpinionForm, steps.amend, "改好了。"),
    "seal": (SealForm, steps.seal, "收到了，已经推荐到市里。稿子和照片也冻结了一份。"),
    "withdraw": (ReasonForm, steps.withdraw, "撤回来了，名额也空出来了。"),
    "send-back": (ReturnForm, steps.send_back, "退回去了，县里会看到您写的话。"),
    "certificate": (CertificateForm, certificates.keep, "收到了，和荣誉放在一起。"),
    "receive": (StepForm, _alone(steps.receive), "记下了：市里收到了。"),
    "recommend": (StepForm, _alone(steps.recommend), "选定了。"),
    "reserve": (StepForm, _alone(steps.keep_in_reserve), "列进候补名单了，排在最后。"),
    "rerank": (RankForm, steps.rerank, "候补的次序改好了。"),
    "take-up": (StepForm, steps.take_up, "递补上了。"),
    "hand-back": (HandBackForm, steps.hand_back, "退给作者了，他会看到您写的话。"),
    "supplement": (SupplementForm, steps.ask_supplement, "告诉县里了，补好盖章再传上来。"),
}


@never_cache
@login_required
@require_safe
def bench(request, pk: int):
    """Show where a nomination stands and what comes next."""
    return _page(request, _nomination(request, pk))


@never_cache
@login_required
def take(request, pk: int, name: str):
    """Take one step; when it is refused the page comes back with the reason and what was typed."""
    nomination = _nomination(request, pk)
    if name not in STEPS:
        raise Http404
    if request.method != "POST":
        return redirect("nominations:bench", pk)
    form_class, verb, done = STEPS[name]
    form = _form(form_class, nomination, request.POST, request.FILES)
    if form.take(verb, nomination=nomination, user=request.user):
        messages.success(request, done)
        return redirect("nominations:bench", pk)
    nomination.refresh_from_db()
    return _page(request, nomination, {name.replace("-", "_"): form})


@never_cache
@login_required
@require_safe
def sheet(request, pk: int):
    """Show the 推荐表 to print, of the frozen text or else the published one; the place of the seal is blank."""
    nomination = _nomination(request, pk)
    revision = None if nomination.in_countys_hands else nomination.revision
    revision = revision or nomination.case.live_revision
    if revision is None:
        raise Http404
    asked = entry.of(nomination, live=nomination.in_countys_hands)
    rule = next(rule for rule in rules_of(asked) if isinstance(rule, FormRule))
    context = {"nomination": nomination, "case": asked.case, "revision": revision, "form": form_of(asked, rule)}
    return render(request, "nominations/sheet.html", context)


@never_cache
@login_required
@require_safe
def scan(request, pk: int, scan_pk: int):
    """Hand out a sealed scan, to those who may see its nomination and to nobody else."""
    sealed = get_object_or_404(SealedScan, pk=scan_pk, nomination=_nomination(request, pk))
    name = f"推荐表-{pk}-{scan_pk}.{sealed.kind}"
    return handed_out(sealed.file.open(), name, sealed.content_type)


def _nomination(request, pk: int) -> Nomination:
    seen = queries.listed(request.user).select_related(
        "call", "case__live_revision", "case__place", "place", "publicity", "revision", "sealed_scan"
    )
    return get_object_or_404(seen, pk=pk)


def _form(form_class, nomination, *data) -> StepForm:
    if form_class is not OpinionForm:
        return form_class(*data)
    initial = {"category": nomination.category, "opinion": nomination.opinion}
    return OpinionForm(*data, call=nomination.call, initial=initial)


def _page(request, nomination: Nomination, bound: dict | None = None):
    """Show the bench; `bound` holds a form that was refused, by its step's name."""
    events = list(nomination.events.all())
    forms = {name.replace("-", "_"): _form(form_class, nomination) for name, (form_class, *_) in STEPS.items()}
    forms["seal"].initial = {"revision_id": nomination.case.live_revision_id}
    asked = entry.of(nomination, live=nomination.in_countys_hands)
    found = gaps.of(asked, everywhere=queries.is_city(request.user)) if nomination.in_countys_hands else []
    context = {
        "nomination": nomination,
        "in_hand": nomination.in_countys_hands,
        "call": nomination.call,
        "case": nomination.case,
        "ways": links.ways(found, asked, request.user),
        "blocking": sum(gap.blocking for gap in found),
        "asks": bool(asked.rules),
        "milestones": milestones(nomination, events),
        "events": events,
        "said": _said(nomination, events),
        "won": certificates.of(nomination),
        "changed": freezing.differences(nomination),
        "share": queries.share(nomination.call, nomination.place),
        "city_used": nomination.call.nominations.filter(step__in=COUNTED_BY_CITY).count(),
        "prepares": bool(permissions.may_prepare(request.user, nomination.place)),
        "decides": bool(permissions.may_decide(request.user)),
        "may_withdraw": can_proceed(nomination._withdraw),
        "may_return": can_proceed(nomination._return),
        "past": nomination.past_sendings.select_related("revision", "sealed_scan"),
        "forms": forms | (bound or {}),
        "bound": next(iter(bound), "") if bound else "",
    }
    return render(request, "nominations/bench.html", context)


def _said(nomination: Nomination, events: list) -> NominationEvent | None:
    """Return what was last said to those who mend: by the city to the county, by the county to the author."""
    words = {
        Step.PREPARED: (Action.HAND_BACK,),
        Step.RETURNED: (Action.RETURN,),
        Step.SUPPLEMENT: (Action.SUPPLEMENT, Action.HAND_BACK),
    }
    wanted = words.get(nomination.step, ())
    return next((event for event in reversed(events) if event.action in wanted), None)
