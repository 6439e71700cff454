"""How the pages of one's places were reviewed; the review sheet; taking down."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from cms.core.refusals import Refused
from cms.review import decisions, permissions, queries, record, sheet
from cms.review.forms import TakeDownForm
from cms.review.ways import ways_from

PER_PAGE = 20
STATES = (("live", "已发布"), ("review", "在审"), ("returned", "退回，等作者改"), ("down", "已撤下"))


@never_cache
@login_required
def log(request):
    """List the pages of one's places, the latest submitted first, each with its rounds."""
    found = queries.searched(
        queries.pages(request.user), words=request.GET.get("q", "").strip(), state=request.GET.get("state", "")
    )
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    records = record.of_many(page.object_list)
    query = request.GET.copy()
    query.pop("page", None)
    rows = [(one, records[one.pk], _may_take_down(request.user, one, records[one.pk])) for one in page.object_list]
    context = {"page": page, "rows": rows, "states": STATES, "query": query.urlencode()}
    return render(request, "review/log.html", context)


def _may_take_down(user, page, known: record.Record) -> bool:
    return page.live and bool(permissions.may_take_down_at(user, known.latest.round.scope_path))


@never_cache
@login_required
def record_of(request, pk: int):
    """Show how one page was reviewed, to the people of its places and to its author."""
    page = _visible(request.user, pk)
    known = record.of(page)
    own = queries.editable(request.user, pk)
    return render(
        request,
        "review/record.html",
        {
            "page": page,
            "record": known,
            "may_take_down": _may_take_down(request.user, page, known),
            "edit": _edit_url(request, page.specific),
            "onward": ways_from(own) if own else [],
        },
    )


def _edit_url(request, page) -> str:
    """Return where this person changes the page, "" when they may not or it is being judged."""
    if page.workflow_in_progress or not permissions.may_edit(request.user, page):
        return ""
    own = page.author_url()
    if own != request.path:
        return own
    return (
        reverse("wagtailadmin_pages:edit", args=[page.pk]) if request.user.has_perm("wagtailadmin.access_admin") else ""
    )


@never_cache
@login_required
def review_sheet(request, pk: int):
    """Show the sheet of a page's latest round, laid out for one A4 page."""
    return render(request, "review/sheet.html", {"sheet": sheet.of(_visible(request.user, pk).specific)})


@never_cache
@login_required
def take_down(request, pk: int):
    """Ask for the reason, then take the page off the site."""
    page = get_object_or_404(queries.pages(request.user), pk=pk).specific
    form = TakeDownForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            decisions.take_down(page=page, user=request.user, reason=form.cleaned_data["reason"])
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"《{page.title}》已经撤下，网上看不到了。")
            return redirect("review:record", page.pk)
    return render(
        request,
        "review/take_down.html",
        {"page": page, "form": form, "may": permissions.may_take_down(request.user, page)},
    )


def _visible(user, pk: int):
    """Return a page that this person may look up, or that is their own; anything else does not exist here."""
    page = queries.pages(user).filter(pk=pk).first() or queries.own_pages(user).filter(pk=pk).first()
    if page is None:
        raise Http404
    return page
