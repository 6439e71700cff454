"""One page in review: read it, see what changed and what the checks say, and decide."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from wagtail.models import TaskState

from cms.core.refusals import Refused
from cms.places.scope import Verdict
from cms.review import advice, board, checks, contents, decisions, permissions, queries, record, versions
from cms.review.forms import DecisionForm
from cms.review.steps import Step

CLOSED = Verdict(False, "这一步已经有结果了，看看下面的记录。")


@never_cache
@login_required
def decide(request, pk: int):
    """Show one step of one page, and take the decision; a page of another county does not exist here."""
    state = get_object_or_404(queries.states(request.user), pk=pk)
    page = state.revision.as_object()
    form = DecisionForm(request.POST if request.method == "POST" else None, texts=contents.everything(page))
    if request.method == "POST" and form.is_valid():
        try:
            decision = _take(form, state, request.user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _done(decision))
            return redirect(_next(request, state))
    return render(request, "review/decide.html", _context(request, state, page, form))


def _take(form: DecisionForm, state: TaskState, user):
    """Call the verb that the button named."""
    data = form.cleaned_data
    verb, comment = (
        (decisions.approve, data["approval"])
        if data["verdict"] == "approve"
        else (decisions.send_back, data["comment"])
    )
    return verb(task_state=state, user=user, revision_id=data["revision"], comment=comment, notes=form.notes)


def _done(decision) -> str:
    """Say what happens now, in one sentence."""
    if decision.verdict == decision.Verdict.RETURNED:
        return f"《{decision.page}》退回给作者了，您写的意见已经发给他。"
    round_state = decision.workflow_state
    round_state.refresh_from_db()
    if round_state.status == round_state.STATUS_APPROVED:
        return f"《{decision.page}》已经发布。"
    step = Step(round_state.current_task_state.task.specific.step).label
    return f"《{decision.page}》通过了，转到{step}。"


def _next(request, state: TaskState) -> str:
    """Return the address of the next page that waits: the one after this in the queue, else the oldest."""
    rows = [row for row in board.waiting(request.user) if board.Sieve.of(request.GET).keeps(row)]
    later = [row for row in rows if (row.since, row.pk) > (state.started_at, state.pk)]
    if not rows:
        return reverse("review:queue")
    return _address((later or rows)[0].pk, request)


def _address(pk: int, request) -> str:
    query = request.GET.urlencode()
    return reverse("review:decide", args=[pk]) + (f"?{query}" if query else "")


def _context(request, state: TaskState, page, form: DecisionForm) -> dict:
    open_now = TaskState.objects.filter(pk=state.pk, status=TaskState.STATUS_IN_PROGRESS).exists()
    may = permissions.may_decide(request.user, page, state) if open_now else CLOSED
    findings = advice.findings(page)
    base = versions.base_for(state, page, prefer=request.GET.get("base", ""))
    return {
        "state": state,
        "step": Step(state.task.reviewtask.step),
        "is_last": state.task.reviewtask.step == Step.FINAL,
        "page": page,
        "parts": [(text, form["note-" + text.field]) for text in page.texts() if text.words],
        "figures": page.figures(),
        "pictures": page.pictures(),
        "facts": [text for text in contents.facts(page, {text.field for text in page.texts()}) if text.words],
        "may": may,
        "form": form,
        "findings": findings,
        "tally": checks.tally(findings),
        "base": base,
        "record": record.of(page),
        "version": record.version(page, state.revision_id),
        "blocked": page.obstacles() if may else [],
        **_neighbours(request, state),
    }


def _neighbours(request, state: TaskState) -> dict:
    """Return the addresses of the pages before and after this one in the queue, and how many wait."""
    rows = [row for row in board.waiting(request.user) if board.Sieve.of(request.GET).keeps(row)]
    here = (state.started_at, state.pk)
    before = [row.pk for row in rows if (row.since, row.pk) < here]
    after = [row.pk for row in rows if (row.since, row.pk) > here]
    return {
        "previous": _address(before[-1], request) if before else "",
        "following": _address(after[0], request) if after else "",
        "waiting": len(rows),
        "query": request.GET.urlencode(),
    }


@never_cache
@login_required
def preview(request, pk: int):
    """Show the page as readers would see this very revision."""
    state = get_object_or_404(queries.states(request.user), pk=pk)
    page = state.revision.as_object()
    request.is_preview = True
    request.preview_mode = page.default_preview_mode
    return page.serve_preview(request, page.default_preview_mode)
