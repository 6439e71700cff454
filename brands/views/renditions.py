"""One case in several lengths."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from brands import renditions
from brands.forms.renditions import RenditionsForm
from brands.permissions import cases_for


@never_cache
@login_required
def edit(request, pk: int):
    """Show and keep the renditions of a case, with every place where one of its key figures stands."""
    case = get_object_or_404(renditions.rewritable(request.user), pk=pk).get_latest_revision_as_object()
    kept = renditions.of(case)
    form = RenditionsForm(request.POST or None, kept=kept)
    if request.method == "POST":
        changed = form.take(renditions.rewrite, case=case, user=request.user)
        if changed is not None:
            messages.success(request, f"存好了：{'、'.join(changed)}。" if changed else "没有改动。")
            return redirect("submissions:renditions", pk)
    context = {
        "page": case,
        "form": form,
        "writes": cases_for(request.user).filter(pk=pk).exists(),
        "standings": renditions.standings(case, kept),
        "differing": renditions.differing(case, kept),
    }
    return render(request, "brands/desk/renditions.html", context)
