"""The nominator's desk: calls that are open, one's own nominations, beginning one."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from brands.nominations import again, queries, steps, tally
from brands.nominations.forms import OpinionForm
from brands.nominations.models import Call, Nomination, Step

PER_PAGE = 20


@never_cache
@login_required
def index(request):
    """Show the open calls with what is left of the county's quota, and the nominations one may see."""
    city, counties = queries.is_city(request.user), queries.counties_of(request.user)
    if not city and not counties:
        raise Http404
    shares = queries.shares(queries.open_calls(), counties) if counties else []
    step = request.GET.get("step", "")
    nominations = queries.listed(request.user)
    if step in Step.values:
        nominations = nominations.filter(step=step)
    context = {
        "city": city,
        "calls": queries.calls_with_counts()[:PER_PAGE] if city else [],
        "shares": [share for share in shares if share.is_open],
        "page": Paginator(nominations, PER_PAGE).get_page(request.GET.get("page")),
        "years": tally.of_counties(counties) if counties else tally.of(Nomination.objects.all()),
        "steps": Step.choices,
        "step": step,
        "query": f"step={step}" if step in Step.values else "",
    }
    return render(request, "nominations/index.html", context)


@never_cache
@login_required
def candidates(request, call_pk: int):
    """Show the county's published cases to nominate for a call, narrowed by words."""
    call, county = _call_and_county(request, call_pk)
    words = request.GET.get("q", "").strip()[:40]
    page = Paginator(queries.candidates(call, county, words), PER_PAGE).get_page(request.GET.get("page"))
    share = queries.share(call, county)
    context = {"call": call, "county": county, "page": page, "words": words, "share": share}
    context["again"] = again.of(call, county)
    context["query"] = urlencode({"q": words, "county": county.slug})
    return render(request, "nominations/candidates.html", context)


@never_cache
@login_required
def start(request, call_pk: int, case_pk: int):
    """Begin the nomination of one case."""
    call, county = _call_and_county(request, call_pk)
    case = get_object_or_404(queries.candidates(call, county), pk=case_pk)
    form = OpinionForm(request.POST or None, call=call)
    if request.method == "POST" and (nomination := form.take(steps.nominate, call=call, case=case, user=request.user)):
        messages.success(request, "建好了。下一步：打印推荐表，盖章，把扫描件传上来。")
        return redirect("nominations:bench", nomination.pk)
    return render(request, "nominations/start.html", {"call": call, "case": case, "county": county, "form": form})


def _call_and_county(request, call_pk: int):
    """Return the call, and the county for which the person prepares; several counties are told apart by ?county=."""
    counties = queries.counties_of(request.user)
    wanted = request.GET.get("county", "")
    county = next((county for county in counties if wanted in ("", county.slug)), None)
    if county is None:
        raise Http404
    return get_object_or_404(Call, pk=call_pk), county
