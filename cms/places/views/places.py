"""我的阵地: what the register says of each place, changed on the spot."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from wagtail.models import Page

from cms.core.refusals import Refused
from cms.places import counting, facts, permissions, scope
from cms.places.forms import CoverageForm, FactsForm, StatusForm
from cms.places.models import PlacePage, Role

MOST_FOUND = 50


@never_cache
@login_required
def index(request):
    """List the places where the person works, or those of theirs that a name finds."""
    words = request.GET.get("q", "").strip()[:40]
    if words:
        mine = permissions.places(request.user).filter(title__contains=words)
    else:
        mine = permissions.places(request.user).filter(path__in=_own_paths(request.user))
    mine = mine.select_related("placepage")[:MOST_FOUND]
    return render(
        request, "places/desk/index.html", {"places": mine, "words": words, "searches": _has_many(request.user)}
    )


def _own_paths(user) -> list[str]:
    return [scope.city().path] if user.is_superuser else scope.paths(user)


def _has_many(user) -> bool:
    return user.is_superuser or any(scope.depth_of(path) <= permissions.INSTITUTE_DEPTH for path in scope.paths(user))


@never_cache
@login_required
def detail(request, pk: int):
    """Show one place: its facts, its status through time, the places below, and what one may do here."""
    page = get_object_or_404(permissions.places(request.user), pk=pk)
    place = page.specific
    context = {
        "place": place,
        "is_city": page.depth == permissions.CITY_DEPTH,
        "above": _above(request.user, page),
        "below": PlacePage.objects.child_of(page).order_by("path"),
        "may_describe": permissions.may_describe(request.user, page) and page.depth > permissions.CITY_DEPTH,
        "may_manage": permissions.may_manage(request.user, page),
        "has_register": page.depth <= permissions.INSTITUTE_DEPTH,
    }
    if isinstance(place, PlacePage):
        context["history"] = place.status_changes.select_related("recorded_by").order_by("-since")
    return render(request, "places/desk/place.html", context)


def _above(user, page: Page) -> Page | None:
    """Return the place above, where the person may go there."""
    return permissions.places(user).filter(path=page.path[: -Page.steplen]).first()


@never_cache
@login_required
def describe(request, pk: int):
    """Change address, hours, introduction and the rest."""
    place = _mine(request.user, pk)
    form = FactsForm(request.POST or None, instance=place)
    if request.method == "POST" and form.is_valid():
        try:
            facts.describe(user=request.user, place=place, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "改好了，网站上现在就是新的。")
            return redirect("places:place", pk)
    return render(request, "places/desk/describe.html", {"place": place, "form": form})


@never_cache
@login_required
def status(request, pk: int):
    """Record what the place is doing from a day on."""
    place = _mine(request.user, pk)
    form = StatusForm(request.POST or None, initial={"status": place.status, "since": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            change = facts.change_status(user=request.user, place=place, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"登记好了：从 {change.since} 起{change.get_status_display()}。")
            return redirect("places:place", pk)
    history = place.status_changes.order_by("-since")
    return render(request, "places/desk/status.html", {"place": place, "form": form, "history": history})


def _mine(user, pk: int) -> PlacePage:
    """Return a place that the person may describe; any other does not exist here."""
    mine = permissions.places(user, Role.MANAGER, Role.CONTRIBUTOR)
    return get_object_or_404(PlacePage.objects.filter(pk__in=mine.values("pk")), pk=pk)


@never_cache
@login_required
def coverage(request, pk: int | None = None):
    """Count the stations at work on a day (`?on=2022-06-30`), of the city or below a place; the figures are public."""
    top = get_object_or_404(PlacePage, pk=pk) if pk else scope.city()
    today = timezone.localdate()
    form = CoverageForm({"on": request.GET.get("on", today)})
    day = form.cleaned_data["on"] if form.is_valid() else today
    if day > today:
        form.add_error("on", "日期不能晚于今天，下面按今天数的。")
        day = today
    above = PlacePage.objects.filter(path=top.path[: -Page.steplen]).first()
    context = {"top": top, "above": above, "is_city": not pk, "form": form, "count": counting.below(top, day)}
    return render(request, "places/desk/coverage.html", context)
