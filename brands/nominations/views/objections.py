"""Objections on the city's desk: for the city's nominators alone; to everybody else they are not there."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from brands.nominations import objections
from brands.nominations.models import Objection, Publicity
from brands.nominations.models.scan import CONTENT_TYPES
from brands.nominations.objection_forms import AnswerForm, ObjectionForm
from brands.nominations.permissions import CITY_DEPTH, office
from brands.nominations.views.handing_out import handed_out
from cms.places import scope


@never_cache
@login_required
def listed(request, pk: int):
    """Show the objections to one notice, and write another one down."""
    notice = _for_office(request, Publicity.objects.select_related("call"), pk)
    form = ObjectionForm(request.POST or None, request.FILES or None, notice=notice)
    if request.method == "POST" and form.take(objections.enter_objection, publicity=notice, user=request.user):
        messages.success(request, "记下了。核实以后在这里写答复。")
        return redirect("nominations:objections", pk)
    return _page(request, notice, form)


@never_cache
@login_required
def answer(request, pk: int):
    """Answer one objection; when it is refused the page comes back with what was typed."""
    objection = _for_office(request, Objection.objects.select_related("publicity__call", "nomination"), pk)
    if request.method != "POST":
        return redirect("nominations:objections", objection.publicity_id)
    form = _answer_form(pk, request.POST)
    if form.take(objections.answer_objection, objection=objection, user=request.user):
        messages.success(request, "答复记下了。")
        return redirect("nominations:objections", objection.publicity_id)
    notice = objection.publicity
    return _page(request, notice, ObjectionForm(notice=notice), {objection.pk: form})


@never_cache
@login_required
@require_safe
def letter(request, pk: int):
    """Hand out what came on paper."""
    objection = _for_office(request, Objection.objects.exclude(file=""), pk)
    return handed_out(objection.file.open(), f"异议-{pk}.{objection.kind}", CONTENT_TYPES[objection.kind])


def _for_office(request, rows, pk: int):
    """Return the row when the person is a nominator of the city; to everybody else it is not there."""
    scope.forget(request.user)
    if not office(request.user, CITY_DEPTH):
        raise Http404
    return get_object_or_404(rows, pk=pk)


def _answer_form(pk: int, *data) -> AnswerForm:
    return AnswerForm(*data, auto_id=f"answer{pk}_%s")


def _page(request, notice: Publicity, form: ObjectionForm, bound: dict | None = None):
    rows = notice.objections.select_related("nomination__case", "publicity")
    context = {
        "notice": notice,
        "form": form,
        "rows": [(row, (bound or {}).get(row.pk) or _answer_form(row.pk)) for row in rows],
        "open": sum(row.answered_on is None for row in rows),
    }
    return render(request, "nominations/objections.html", context)
