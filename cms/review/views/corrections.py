"""更正记录: what was changed after publication, for everybody to read."""

from django.core.paginator import Paginator
from django.shortcuts import render

from cms.review.models import Round

PER_PAGE = 30


def corrections(request):
    """List the corrections of pages that are on the site, newest first."""
    found = Round.objects.filter(published_at__isnull=False, page__live=True).exclude(correction="")
    page = Paginator(found.select_related("page").order_by("-published_at", "-pk"), PER_PAGE)
    return render(request, "review/corrections.html", {"items": page.get_page(request.GET.get("page"))})
