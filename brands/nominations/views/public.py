"""公示, for everybody: what was selected, until when to object, and where to write."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from brands.nominations import announced
from brands.nominations.models import Publicity

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
    said = {"said": announced.words(publicity), "entries": announced.lines(publicity)}
    return render(request, "nominations/notice.html", {"publicity": publicity} | said)
