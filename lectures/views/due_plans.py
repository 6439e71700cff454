"""Lesson plans that are due for review."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cms.places import scope
from cms.places.models import Role
from lectures import due_plans, permissions

PER_PAGE = 40


@never_cache
@login_required
@require_safe
def index(request):
    """List the courses whose plan is due for review, or will be within a month."""
    user = request.user
    if not permissions.takes_part(user):
        raise Http404
    page = Paginator(due_plans.for_user(user), PER_PAGE).get_page(request.GET.get("page"))
    for one in page:
        edits = user.is_superuser or one.owner_id == user.pk or scope.holds(user, Role.EDITOR, path=one.path)
        one.edited_here = bool(edits)
    return render(request, "lectures/speakers/due_plans.html", {"page": page})
