"""How the ways of a county are reckoned, for its own office."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from lectures import travel_rules
from lectures.forms.travel import TravelRuleForm


@never_cache
@login_required
@require_safe
def index(request):
    """Lead to one's county, or let those of the city choose one."""
    counties = travel_rules.counties_of(request.user)
    if not counties:
        raise Http404
    if len(counties) == 1:
        return redirect("lectures_desk:travel_rule", counties[0].pk)
    return render(request, "lectures/desk/travel.html", {"counties": counties})


@never_cache
@login_required
def rule(request, pk: int):
    """Show how a county's ways are reckoned, and change it."""
    county = next((one for one in travel_rules.counties_of(request.user) if one.pk == pk), None)
    if county is None:
        raise Http404
    form = TravelRuleForm.of(travel_rules.of(county), *([request.POST] if request.method == "POST" else []))
    if request.method == "POST" and form.take(travel_rules.set_rule, county=county, user=request.user):
        messages.success(request, "记下了，以后排的场次照这个算。")
        return redirect("lectures_desk:travel_rule", pk)
    return render(request, "lectures/desk/travel_rule.html", {"county": county, "form": form})
