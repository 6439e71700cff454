"""Handing a page in from the desk: what the checks say, what changed, and the sentence the public will read."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from cms.core.refusals import Refused
from cms.review import advice, decisions, queries, versions
from cms.review.forms import SubmissionForm
from cms.review.ways import ways_from


@never_cache
@login_required
def submit(request, pk: int):
    """Show a draft before it is handed in, and hand it in; somebody else's draft does not exist here."""
    page = queries.editable(request.user, pk)
    if page is None:
        raise Http404
    form = SubmissionForm(request.POST if request.method == "POST" else None, published=bool(page.first_published_at))
    if request.method == "POST" and form.is_valid():
        try:
            decisions.submit(page=page, user=request.user, correction=form.cleaned_data["correction"])
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"《{page.title}》交上去了，有消息会告诉您。")
            return redirect("review:record", page.pk)
    context = {
        "page": page,
        "form": form,
        "findings": advice.findings(page),
        "blocked": page.obstacles(),
        "base": versions.published_base(page),
        "in_review": page.workflow_in_progress,
        "onward": ways_from(page),
    }
    return render(request, "review/submit.html", context)
