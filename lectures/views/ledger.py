"""The ledger: out, looked through and in, and the sheets of a year."""

import datetime as dt

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from cms.core import sheets
from cms.core.refusals import Refused
from lectures import permissions
from lectures.days import midnight
from lectures.forms.ledger import LedgerForm, SpanForm, YearForm
from lectures.ledger import importing, sheet, year
from lectures.ledger.telling import tell
from lectures.models import LedgerImport, Session

AGAIN = "3"  # seconds after which a page that shows progress looks again
SHOWN = 10
WORKING = (LedgerImport.State.READING, LedgerImport.State.WRITING)
KINDS = {"place": year.of_place, "speaker": year.of_speaker}


@never_cache
@login_required
def index(request):
    """Show what can be done with the ledger; take a file in."""
    _takes_part(request.user)
    form = LedgerForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and (begun := form.take(importing.begin, user=request.user)):
        return redirect("lectures_desk:ledger_import", begun.pk)
    return _page(request, form=form)


@never_cache
@login_required
@require_safe
def export(request):
    """Download the ledger of some days, as it can be imported again."""
    _takes_part(request.user)
    form = SpanForm(request.GET)
    if not form.is_valid():
        return _page(request, span=form)
    start, end = form.cleaned_data["start"], form.cleaned_data["end"]
    sessions = Session.objects.for_user(request.user).between(midnight(start), midnight(end + dt.timedelta(days=1)))
    return _sheet(tell(sessions), f"宣讲台账-{start:%Y%m%d}-{end:%Y%m%d}.xlsx")


@never_cache
@login_required
@require_safe
def ledger_import(request, pk: int):
    """Show how far an import has come; the page looks again by itself while it works."""
    ledger = get_object_or_404(LedgerImport.objects.defer("data"), pk=pk, user=request.user)
    percent = importing.progress_of(pk) if ledger.state in WORKING else None
    context = {"ledger": ledger, "report": ledger.report, "percent": percent, "working": ledger.state in WORKING}
    response = render(request, "lectures/desk/ledger_import.html", context)
    if context["working"]:
        response["Refresh"] = AGAIN
    return response


@require_POST
@login_required
def go(request, pk: int):
    """Bring in what was looked through."""
    ledger = get_object_or_404(LedgerImport, pk=pk, user=request.user)
    try:
        importing.say_go(ledger=ledger, user=request.user)
    except Refused as refusal:
        messages.error(request, refusal.reason)
    return redirect("lectures_desk:ledger_import", pk)


@never_cache
@login_required
@require_safe
def choose_year(request):
    """Go to the sheet that was asked for."""
    _takes_part(request.user)
    form = YearForm(request.GET, user=request.user)
    if not form.is_valid():
        return _page(request, years=form)
    said = form.cleaned_data
    kind, pk = ("speaker", said["speaker"]) if said["speaker"] else ("place", said["place"].pk)
    return redirect("lectures_desk:year", said["year"], kind, pk)


@never_cache
@login_required
@require_safe
def year_sheet(request, year: int, kind: str, pk: int):
    """Show the year of a speaker, a place or a county, to print."""
    found = _year(request, year, kind, pk)
    return render(request, "lectures/desk/ledger_year.html", {"found": found, "kind": kind, "pk": pk})


@never_cache
@login_required
@require_safe
def year_file(request, year: int, kind: str, pk: int):
    """Download the same as .xlsx."""
    found = _year(request, year, kind, pk)
    return _sheet(found.lines, f"{found.title}{year}年宣讲.xlsx")


def _year(request, year: int, kind: str, pk: int):
    if kind not in KINDS or not dt.MINYEAR < year < dt.MAXYEAR:
        raise Http404
    found = KINDS[kind](request.user, pk, year)
    if found is None:
        raise Http404
    return found


def _takes_part(user) -> None:
    if not permissions.takes_part(user):
        raise Http404


def _page(request, form=None, span=None, years=None):
    today = timezone.localdate()
    context = {
        "form": form or LedgerForm(),
        "span": span or SpanForm(initial={"start": today.replace(month=1, day=1), "end": today}),
        "years": years or YearForm(user=request.user),
        "schedules": permissions.schedules(request.user),
        "columns": sheet.COLUMNS.values(),
        "most": sheet.MOST_ROWS,
        "imports": LedgerImport.objects.filter(user=request.user).defer("data")[:SHOWN],
    }
    return render(request, "lectures/desk/ledger.html", context)


def _sheet(lines, filename: str) -> HttpResponse:
    data = sheet.write(line.cells for line in lines)
    disposition = content_disposition_header(True, filename)
    return HttpResponse(data, content_type=sheets.TYPE, headers={"Content-Disposition": disposition})
