"""The city's board of one call: every county's nominations, as facts; choosing, the notice, reporting, the outcome."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from brands.nominations import permissions, queries, steps
from brands.nominations.board import LANE_OF, LANES, lanes
from brands.nominations.forms import ChosenForm, ExtensionForm, ExtraQuotaForm, OutcomeForm, PublicityForm
from brands.nominations.models import Call, Reserve, Step
from brands.nominations.models.quota import Tier
from brands.nominations.models.step import COUNTED_BY_CITY
from cms.places import scope


def _together(verb):
    """Return a verb of nominations as one that is also told their call."""
    return lambda call, **said: verb(**said)


def _one(verb):
    """Return a verb of one nomination as one of those that were ticked: the board's buttons name exactly one."""
    return lambda call, nominations, user: [verb(nomination=one, user=user) for one in nominations]


def _move_up(nomination, user):
    rank = Reserve.objects.filter(nomination=nomination).values_list("rank", flat=True).first() or 1
    return steps.rerank(nomination=nomination, user=user, rank=rank - 1)


# The steps that are taken for several at once: address → form, verb, what is said when it is done.
STEPS = {
    "receive": (ChosenForm, _together(steps.receive), "记下了：市里收到了。"),
    "recommend": (ChosenForm, _together(steps.recommend), "选定了。下一步是公示。"),
    "keep-in-reserve": (ChosenForm, _together(steps.keep_in_reserve), "列进候补名单了，排在最后。"),
    "take-up": (ChosenForm, _one(steps.take_up), "递补上了。下一步是公示。"),
    "move-up": (ChosenForm, _one(_move_up), "往前挪了一位。"),
    "publicise": (PublicityForm, steps.publicise, "公示发出去了，大家在“公示”里就能看到。"),
    "report": (ChosenForm, _together(steps.report), "记下了：已经上报。"),
    "report-again": (ChosenForm, _together(steps.report), "记下了：补报的也上报了。"),
    "outcome": (OutcomeForm, _together(steps.record_outcome), "结果记下了；入选的，荣誉也登记好了。"),
    "extra-quota": (ExtraQuotaForm, steps.give_extra, "追加好了，县里会收到消息。"),
    "extend": (ExtensionForm, steps.extend, "延好了，县里会收到消息。"),
}


@never_cache
@login_required
def board(request, pk: int):
    """Show one call across the whole city."""
    return _page(request, call_of(request, pk))


@never_cache
@login_required
def take(request, pk: int, name: str):
    """Take a step for every nomination that is ticked: all of them or none."""
    call = call_of(request, pk)
    if name not in STEPS:
        raise Http404
    if request.method != "POST":
        return redirect("nominations:board", pk)
    form_class, verb, done = STEPS[name]
    form = form_class(request.POST, call=call)
    if form.take(verb, call=call, user=request.user):
        messages.success(request, done)
        return redirect("nominations:board", pk)
    return _page(request, call, {LANE_OF.get(name, name): form})


def call_of(request, pk: int) -> Call:
    if not queries.is_city(request.user):
        raise Http404
    return get_object_or_404(
        Call.objects.prefetch_related("quotas", "category_quotas", "extra_quotas__county", "extensions__county"), pk=pk
    )


def _page(request, call: Call, bound: dict | None = None):
    """Show the board; `bound` holds a form that was refused, by its step's name."""
    nominations = list(queries.on_board(request.user, call))
    forms = {name: STEPS.get(name, STEPS["receive"])[0](call=call) for name in LANES} | (bound or {})
    context = {
        "call": call,
        "shares": queries.shares([call], list(scope.counties())),
        "kinds": queries.kinds(call, Tier.CITY),
        "extras": call.extra_quotas.all(),
        "notices": queries.notices_of(call),
        "extensions": call.extensions.all(),
        "extension_form": forms.get("extend") or ExtensionForm(call=call),
        "extra_form": forms.get("extra-quota") or ExtraQuotaForm(call=call),
        "lanes": lanes(nominations, forms, queries.owed([call])),
        "preparing": [one for one in nominations if one.step in queries.IN_COUNTY],
        "finished": [one for one in nominations if one.step in (Step.AWARDED, Step.NOT_SELECTED, Step.WITHDRAWN)],
        "used": sum(one.step in COUNTED_BY_CITY for one in nominations),
        "decides": bool(permissions.may_decide(request.user)),
    }
    return render(request, "nominations/board.html", context)
