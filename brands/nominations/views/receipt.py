"""回执: who sent what and when, as the server stamped it, to be printed."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from brands.nominations import queries
from brands.nominations.models import Action


@never_cache
@login_required
@require_safe
def receipt(request, pk: int):
    """Show the receipt of what the county last sealed, to those who may see the nomination."""
    seen = queries.listed(request.user).select_related("call", "case", "place", "revision", "sealed_scan")
    nomination = get_object_or_404(seen, pk=pk)
    events = list(nomination.events.filter(action__in=(Action.ENDORSE, Action.RESEAL, Action.RECEIVE)))
    sent = next((event for event in reversed(events) if event.action != Action.RECEIVE), None)
    if sent is None or nomination.sealed_scan is None:
        raise Http404
    received = next((event for event in events if event.action == Action.RECEIVE and event.at >= sent.at), None)
    context = {"nomination": nomination, "scan": nomination.sealed_scan, "sent": sent, "received": received}
    return render(request, "nominations/receipt.html", context)
