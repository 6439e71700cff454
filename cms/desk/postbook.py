"""The postman's book: which mail left, which did not, for those who look after the city's accounts."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from cms.core.refusals import Refused
from cms.notices import outbox
from cms.notices.models import Delivery
from cms.places import scope
from cms.places.models import Role
from cms.places.models.owned import CITY_DEPTH

A_PAGE = 30


def may_read(user) -> bool:
    """Say whether the person manages the city's accounts."""
    return user.is_superuser or any(scope.depth_of(path) == CITY_DEPTH for path in scope.paths(user, Role.MANAGER))


@never_cache
@login_required
def log(request):
    """List what was sent by mail and how it ended."""
    if not may_read(request.user):
        raise Http404
    state = request.GET.get("state", "")
    page = Paginator(outbox.deliveries(state), A_PAGE).get_page(request.GET.get("page"))
    query = f"state={state}" if state in Delivery.State.values else ""
    context = {"page": page, "states": Delivery.State.choices, "chosen": state, "query": query}
    return render(request, "notices/log.html", context)


@require_POST
@login_required
def resend(request, pk: int):
    """Try a failed delivery once more."""
    if not may_read(request.user):
        raise Http404
    try:
        outbox.resend(delivery=get_object_or_404(Delivery, pk=pk))
    except Refused as refusal:
        messages.error(request, refusal.reason)
    else:
        messages.success(request, "好，再发一次。过一会儿看结果。")
    return redirect("desk:log")
