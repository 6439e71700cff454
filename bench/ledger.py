"""A year's ledger, 19,000 rows, looked through and brought in, and taken back again."""

import datetime as dt
import resource
import time
from io import BytesIO

from django.db import transaction
from django.utils import timezone
from openpyxl import Workbook

from bench.scheduling import MARK
from cms.accounts.models import User
from cms.places.models import PlacePage, Tier
from lectures.ledger import importing, sheet
from lectures.models import LedgerImport, SpeakerPage

ROWS = 19_000
YEARS_AGO = 5  # where the diary is empty
MOST_SECONDS = 60


def measure() -> tuple[float, float]:
    """Return the seconds that it takes, and by how many MB the process grew at its highest."""
    data, user = _file(), User.objects.filter(is_superuser=True).first()
    high = _highest()
    begun = time.perf_counter()
    with transaction.atomic():
        ledger = LedgerImport.objects.create(user=user, name="bench.xlsx", data=data)
        importing.look_through.func(ledger.pk)
        LedgerImport.objects.filter(pk=ledger.pk, state=LedgerImport.State.READY).update(
            state=LedgerImport.State.WRITING
        )
        importing.bring_in.func(ledger.pk)
        ledger.refresh_from_db()
        transaction.set_rollback(True)
    if ledger.state != LedgerImport.State.DONE or ledger.report["added"] != ROWS:
        raise RuntimeError(f"the ledger was not brought in: {ledger.report}")
    return time.perf_counter() - begun, _highest() - high


def _file() -> bytes:
    """Return the sheet: every place and speaker in turn, no two at once."""
    places = list(PlacePage.objects.filter(tier=Tier.STATION).exclude(code=None).order_by("path")[:ROWS])
    speakers = list(SpeakerPage.objects.filter(title__startswith=MARK).order_by("pk").values_list("title", flat=True))
    first = timezone.localdate().replace(month=1, day=1) - dt.timedelta(days=365 * YEARS_AGO)
    book = Workbook(write_only=True)
    page = book.create_sheet()
    page.append(list(sheet.COLUMNS.values()))
    for number in range(ROWS):
        day, place = first + dt.timedelta(days=number // len(speakers)), places[number % len(places)]
        page.append(
            [
                day.isoformat(),
                "9:00",
                "10:00",
                place.title,
                place.code,
                MARK,
                speakers[number % len(speakers)],
                "",
                "",
                40,
            ]
        )
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _highest() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
