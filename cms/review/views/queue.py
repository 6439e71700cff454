"""What waits for this person's decision."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from cms.review import board, queries

PER_PAGE = 30


@never_cache
@login_required
def queue(request):
    """Show the queue, oldest first; what this person may not decide is named apart, so that nobody looks for it."""
    sieve = board.Sieve.of(request.GET)
    mine = set(queries.decidable(request.user).values_list("pk", flat=True))
    covered = board.rows(queries.open_states(request.user))
    found = [row for row in covered if row.pk in mine]
    kept = [row for row in found if sieve.keeps(row)]
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "page": Paginator(kept, PER_PAGE).get_page(request.GET.get("page")),
        "total": len(found),
        "filters": board.choices(found, sieve),
        "query": query.urlencode(),
        "others": [row for row in covered if row.pk not in mine],
    }
    return render(request, "review/queue.html", context)
