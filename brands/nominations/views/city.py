"""The city's board of one call: every county's nominations, as facts; choosing, the notice, reporting, the outcome."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from brands.nominations import permissions, queries, steps
from brands.nominations.forms import ChosenForm, OutcomeForm, PublicityForm, ReportForm
from brands.nominations.models import Call, Step
from brands.nominations.models.step import COUNTED_BY_CITY
from cms.places import scope


def _recommend(call, **said):
    return steps.recommend(**said)


def _report(call, **said):
    return steps.report(**said)


def _record_outcome(call, **said):
    return steps.record_outcome(**said)


# The steps that are taken for several at once: address → form, verb, what is said when it is done.
STEPS = {
    "recommend": (ChosenForm, _recommend, "选定了。下一步是公示。"),
    "publicise": (PublicityForm, steps.publicise, "公示发出去了，大家在“公示”里就能看到。"),
    "report": (ReportForm, _report, "记下了：已经上报。"),
    "outcome": (OutcomeForm, _record_outcome, "结果记下了；入选的，荣誉也登记好了。"),
}


@never_cache
@login_required
def board(request, pk: int):
    """Show one call across the whole city."""
    return _page(request, _call(request, pk))


@never_cache
@login_required
def take(request, pk: int, name: str):
    """Take a step for every nomination that is ticked: all of them or none."""
    call = _call(request, pk)
    if name not in STEPS:
        raise Http404
    if request.method != "POST":
        return redirect("nominations:board", pk)
    form_class, verb, done = STEPS[name]
    form = form_class(request.POST, call=call)
    if form.take(verb, call=call, user=request.user):
        messages.success(request, done)
        return redirect("nominations:board", pk)
    return _page(request, call, {name: form})


def _call(request, pk: int) -> Call:
    if not queries.is_city(request.user):
        raise Http404
    return get_object_or_404(Call.objects.prefetch_related("quotas"), pk=pk)


def _page(request, call: Call, bound: dict | None = None):
    """Show the board; `bound` holds a form that was refused, by its step's name."""
    nominations = list(queries.listed(request.user).filter(call=call).order_by("place__path", "pk"))
    forms = {name: form_class(call=call) for name, (form_class, *_) in STEPS.items()} | (bound or {})
    lanes = {name: [one for one in nominations if one.step == form.step] for name, form in forms.items()}
    context = {
        "call": call,
        "shares": queries.shares([call], list(scope.counties())),
        "lanes": [(name, forms[name], lanes[name]) for name in STEPS],
        "preparing": [one for one in nominations if one.step in queries.IN_COUNTY],
        "finished": [one for one in nominations if one.step in (Step.AWARDED, Step.NOT_SELECTED, Step.WITHDRAWN)],
        "used": sum(one.step in COUNTED_BY_CITY for one in nominations),
        "notice_over": any(one.publicity.is_over for one in lanes["report"]),
        "decides": bool(permissions.may_decide(request.user)),
        "bound": next(iter(bound), "") if bound else "",
    }
    return render(request, "nominations/board.html", context)
