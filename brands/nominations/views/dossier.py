"""材料包 and the single papers: looked at, made, fetched; everything that is taken out is written down."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from brands.nominations import entry, gaps, queries
from brands.nominations.dossier import making, naming, paper, whole, writing
from brands.nominations.dossier.content import Content
from brands.nominations.models import Call, Nomination, Package
from brands.nominations.models.step import COUNTED_BY_CITY
from brands.nominations.views.handing_out import handed_out
from cms.audit import models as audit
from cms.core import sheets
from cms.core.refusals import Refused

AGAIN = "3"  # seconds after which a page that shows progress looks again
SHOWN = 10
TYPES = {"docx": paper.TYPE, "xlsx": sheets.TYPE}
BEGUN = "开始打包了，好了就在下面下载。"


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def of_nomination(request, pk: int):
    """Show what one nomination's package will hold and the packages made before; make one."""
    nomination = _nomination(request, pk)
    if request.method == "POST":
        return _ask(request, "nominations:package", pk, call=nomination.call, nomination=nomination)
    one = entry.of(nomination)
    content = Content(Package(call=nomination.call, nomination=nomination), timezone.localtime())
    context = {
        "nomination": nomination,
        "call": nomination.call,
        "papers": [(address, name) for address, (name, _) in writing.papers(one).items()],
        "pieces": list(content.pieces()),
        "notes": content.notes,
        "gaps": gaps.blocking(one) if nomination.in_hand else [],
    }
    return _page(request, "nominations/package.html", context, nomination.packages)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def of_call(request, pk: int):
    """Show the papers of a whole call and its packages; make one."""
    call = _call(request, pk)
    if request.method == "POST":
        return _ask(request, "nominations:call_package", pk, call=call)
    standing = list(whole.standing(call))
    chosen = any(one.step in COUNTED_BY_CITY for one in standing)
    context = {"call": call, "standing": standing, "chosen": chosen}
    return _page(request, "nominations/call_package.html", context, call.packages.filter(nomination=None))


@never_cache
@login_required
@require_safe
def single(request, pk: int, name: str):
    """Hand out one document of a nomination, marked 未定稿 until it has been sealed."""
    nomination = _nomination(request, pk)
    one = entry.of(nomination)
    called, rule = writing.papers(one).get(name, ("", None))
    if rule is None:
        raise Http404
    draft = making.DRAFT if nomination.in_hand else ""
    named = naming.fill("{title}-{name}", title=one.case.title, name=called)
    audit.write(request.user, "导出申报文书", nomination, nomination=nomination.pk, paper=called)
    return _sent(f"{draft}{named}.docx", writing.written(one, rule))


@never_cache
@login_required
@require_safe
def together(request, pk: int, name: str):
    """Hand out a paper of the whole call."""
    call = _call(request, pk)
    if name not in whole.PAPERS:
        raise Http404
    try:
        called, ending, data = whole.PAPERS[name](call)
    except Refused as refusal:
        messages.error(request, refusal.reason)
        return redirect("nominations:call_package", pk)
    audit.write(request.user, "导出申报文书", call, call=call.pk, paper=called)
    return _sent(f"{naming.fill('{title}-{name}', title=call.title, name=called)}.{ending}", data)


@never_cache
@login_required
@require_safe
def file(request, pk: int):
    """Hand out a package, to those who may see its nomination, and a whole call's to the city."""
    package = get_object_or_404(Package.objects.select_related("call"), pk=pk)
    if package.nomination_id:
        page = ("nominations:package", _nomination(request, package.nomination_id).pk)
    else:
        page = ("nominations:call_package", _call(request, package.call_id).pk)
    try:
        opened = making.fetch(package=package, user=request.user)
    except Refused as refusal:
        messages.error(request, refusal.reason)
        return redirect(*page)
    return handed_out(opened, package.name, "application/zip")


def _nomination(request, pk: int) -> Nomination:
    seen = queries.listed(request.user).select_related(*whole.RELATED)
    return get_object_or_404(seen, pk=pk)


def _call(request, pk: int) -> Call:
    if not queries.is_city(request.user):
        raise Http404
    return get_object_or_404(Call, pk=pk)


def _ask(request, page: str, pk: int, **what):
    try:
        making.ask(user=request.user, **what)
        messages.success(request, BEGUN)
    except Refused as refusal:
        messages.error(request, refusal.reason)
    return redirect(page, pk)


def _page(request, template: str, context: dict, packages):
    """Show a page with its packages; it looks again by itself while one is being made."""
    made = list(packages.select_related("asked_by")[:SHOWN])
    working = next((package for package in made if package.working), None)
    response = render(request, template, context | {"packages": made, "working": working})
    if working:
        response["Refresh"] = AGAIN
    return response


def _sent(name: str, data: bytes) -> HttpResponse:
    response = HttpResponse(data, content_type=TYPES[name.rpartition(".")[2]])
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response
