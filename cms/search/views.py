"""The search page."""

from django.db.models import Count
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cms.pages import page_cache
from cms.pages.models import PageTag
from cms.search import kinds, suggesting
from cms.search.finding import Answer
from cms.search.question import Question

POPULAR = 12


@require_safe
@never_cache  # the index follows a page a moment later, so a kept answer could miss it
def search(request):
    """Answer a search, or say how to ask."""
    asked = Question.from_query(request.GET)
    context = {"asked": asked, "years": kinds.years()}
    if asked.is_blank:
        return render(request, "search/search.html", context | {"keywords": _popular_keywords()})
    answer = Answer(asked)
    context |= {"answer": answer, "page_of_results": answer.page(request.GET.get("page"))}
    if not answer.total:
        context |= {"near": suggesting.near(asked.words), "shorter": suggesting.shorter(asked.words)}
        context["everywhere"] = asked.address(kind="", county="", year="")
    return render(request, "search/search.html", context)


def _popular_keywords() -> list[str]:
    """Return the keywords that most pages carry; kept until the site changes."""
    live = PageTag.objects.filter(tagged_pages__content_object__live=True)
    used = live.annotate(uses=Count("tagged_pages")).order_by("-uses", "name").values_list("name", flat=True)
    return page_cache.kept("search:keywords", lambda: list(used[:POPULAR]))
