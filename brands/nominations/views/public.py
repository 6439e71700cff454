"""公示, for everybody: what was selected, until when to object, and where to write."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from brands.models import CasePage
from brands.nominations.models import Nomination, Publicity
from brands.nominations.models.step import OFF_NOTICE

PER_PAGE = 20


@require_safe
def notices(request):
    """List the public notices, newest first."""
    begun = Publicity.objects.begun().select_related("call")
    page = Paginator(begun, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "nominations/notices.html", {"items": page})


@require_safe
def notice(request, pk: int):
    """Show one public notice as it was announced; what was taken off since is struck, never erased."""
    publicity = get_object_or_404(Publicity.objects.begun().select_related("call"), pk=pk)
    return render(request, "nominations/notice.html", {"publicity": publicity, "entries": _entries(publicity)})


def _entries(publicity: Publicity) -> list[dict]:
    pks = [entry["nomination"] for entry in publicity.entries]
    now = {row.pk: row for row in Nomination.objects.filter(pk__in=pks).only("case_id", "step", "publicity_id")}
    cases = CasePage.objects.live().in_bulk([row.case_id for row in now.values()])
    return [_entry(entry, now.get(entry["nomination"]), cases, publicity) for entry in publicity.entries]


def _entry(entry: dict, nomination, cases: dict, publicity) -> dict:
    off = nomination is None or nomination.step in OFF_NOTICE or nomination.publicity_id != publicity.pk
    case = cases.get(nomination.case_id) if nomination else None
    return entry | {"off": off, "url": case.get_url() if case and not off else ""}
