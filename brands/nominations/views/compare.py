"""Nominations of one call side by side, for those who choose; to be printed on one landscape sheet."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from brands.nominations import comparing
from brands.nominations.views.city import call_of


@never_cache
@login_required
@require_safe
def compare(request, pk: int):
    """Show those that ?n= names, or all that wait to be chosen."""
    call = call_of(request, pk)
    picked = [int(number) for number in request.GET.getlist("n") if number.isdecimal() and len(number) < 10]  # noqa: PLR2004
    columns = comparing.of(call, picked)
    return render(request, "nominations/compare.html", {"call": call, "columns": columns, "most": comparing.MOST})
