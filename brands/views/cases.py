"""A writer's cases: the list, one case's way, and what one may do with it besides writing."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from brands import outlook, progress, submissions
from brands.asked import asked_of
from brands.gaps import gaps_of, spot_of
from brands.permissions import cases_for, writes
from brands.pictured import pictures_of
from brands.queries import State, counts, submissions_of
from cms.core.refusals import Refused
from cms.review import advice, checks, decisions
from cms.review.steps import Step

A_PAGE = 20


@never_cache
@login_required
def index(request):
    """List the cases of the person and of their places, all or those in one state."""
    cases = submissions_of(request.user)
    numbers = counts(cases)
    chosen = request.GET.get("state", "")
    if chosen in State.values:
        cases = cases.filter(state=chosen)
    page = Paginator(cases, A_PAGE).get_page(request.GET.get("page"))
    for case in page:
        case.state_label, case.step_label = State(case.state).label, Step(case.step).label if case.step else ""
    states = [(state, state.label, numbers[state]) for state in State if numbers.get(state)]
    context = {
        "page": page,
        "states": states,
        "chosen": chosen,
        "total": sum(numbers.values()),
        "writes": writes(request.user),
    }
    return render(request, "brands/desk/list.html", context | {"query": f"state={chosen}" if chosen else ""})


@never_cache
@login_required
def detail(request, pk: int):
    """Show where one case stands, why it came back, and everything that happened to it."""
    row = get_object_or_404(submissions_of(request.user), pk=pk)
    page = row.get_latest_revision_as_object()
    returned = progress.newest_return(page)
    context = {
        "page": page, "state": row.state, "state_label": State(row.state).label, "returned": returned,
        "notes": progress.notes_by_label(returned) if returned else [], "next": progress.next_of(page),
        "moments": progress.timeline(page), "may_withdraw": _may_withdraw(request.user, page, row.state),
        "may_discard": row.state == State.DRAFT and page.owner_id == request.user.pk and not page.rounds.exists(),
        "public_url": row.get_url(request) if row.live else "", **_advice(row, page),
        "outlooks": outlook.of(page, request.user),
        "requests": asked_of(row),
        "has_pictures": bool(pictures_of(page)),
    }  # fmt: skip
    return render(request, "brands/desk/case.html", context)


def _advice(row, page) -> dict:
    """Return what the case lacks and what the checks say of it, while its newest text has not been handed in."""
    if row.state == State.REVIEW or (row.live and page.latest_revision_id == row.live_revision_id):
        return {}
    found = advice.findings(page)
    gaps = [(spot_of(field), sentence) for field, sentence in gaps_of(page).items()]
    return {"unsent": True, "gaps": gaps, "findings": found, "tally": checks.tally(found)}


def _may_withdraw(user, page, state: str) -> bool:
    asked = page.current_workflow_state
    return state == State.REVIEW and bool(asked) and user.pk in (page.owner_id, asked.requested_by_id)


@require_POST
@login_required
def withdraw(request, pk: int):
    """Take a case back out of review, to go on writing."""
    return _act(request, pk, decisions.withdraw, "收回来了，可以接着改。改好再交。") or redirect("submissions:edit", pk)


@require_POST
@login_required
def discard(request, pk: int):
    """Throw a draft away."""
    return _act(request, pk, submissions.discard_draft, "草稿丢掉了。") or redirect("submissions:list")


def _act(request, pk: int, verb, done: str):
    """Do it and say so; when it is refused, return the way back to the case, where the reason is said."""
    page = get_object_or_404(cases_for(request.user), pk=pk)
    try:
        verb(page=page, user=request.user)
    except Refused as refusal:
        messages.error(request, refusal.reason)
        return redirect("submissions:detail", pk)
    messages.success(request, done)
    return None
