"""The verbs of a ledger: begun with a file, looked through, brought in when somebody says so; all rows or none.

Long files are looked through and brought in by the worker; both may be run again after a worker was killed.
"""

import datetime as dt
import json
import zlib

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from cms.audit import models as audit
from cms.core.chores import chore
from cms.core.refusals import Refused
from cms.pages import page_cache
from cms.places import scope
from lectures import permissions
from lectures.ledger import bringing_in, sheet
from lectures.ledger.plan import MOST_SHOWN, Plan, plan, understand
from lectures.locks import hold
from lectures.models import LedgerImport

State = LedgerImport.State
SHORT = 100_000  # bytes of a file that nobody waits for
UNFORESEEN = "程序出了意外，一行都没有导入。请再传一次；还是不行，请告诉系统管理员。"
FILE_KEPT = dt.timedelta(days=2)
READ, HALF = 40, 50  # percent: how far it is when the file has been read, and when every row has been looked at again


def begin(*, user, name: str, data: bytes) -> LedgerImport:
    """Take a file in and look through it; nothing is written into the diary yet."""
    if not permissions.schedules(user):
        raise Refused("台账由派单员和管理员来导入。")
    if len(data) > sheet.MOST_BYTES:
        raise Refused(f"文件太大了，最多 {sheet.MOST_BYTES // 2**20} MB。")
    made = LedgerImport.objects.create(user=user, name=name[-120:], data=data)
    _do(look_through, made)
    return made


def say_go(*, ledger: LedgerImport, user) -> None:
    """Bring a ledger in that was looked through; of two who press at once, one wins."""
    mine = LedgerImport.objects.filter(pk=ledger.pk, user=user, state=State.READY)
    if not mine.update(state=State.WRITING):
        raise Refused("这一份已经在导入，或者要重新看一遍。")
    _do(bring_in, ledger)


@task()
def look_through(pk: int) -> None:
    """Say what a ledger would do."""
    ledger = LedgerImport.objects.select_related("user").get(pk=pk)
    if ledger.state != State.READING:
        return
    try:
        rows = sheet.read(bytes(ledger.data))
        tell_progress(pk, READ)
        found = plan(understand(rows, ledger.user), lambda done, total: tell_progress(pk, READ + 60 * done // total))
    except Refused as refusal:
        _end(ledger, State.FAILED, {"refused": refusal.reason})
        return
    except Exception:
        _end(ledger, State.FAILED, {"refused": UNFORESEEN})
        raise
    if found.problems:
        _end(ledger, State.REFUSED, _report(found))
    elif found.does_nothing:
        _end(ledger, State.DONE, _report(found))
    else:
        ready = {"state": State.READY, "report": _report(found), "data": packed(rows)}
        LedgerImport.objects.filter(pk=pk, state=State.READING).update(**ready)


@task()
def bring_in(pk: int) -> None:
    """Write a ledger into the diary, every row or none."""
    ledger = LedgerImport.objects.select_related("user").get(pk=pk)
    if ledger.state != State.WRITING:
        return
    try:
        _write(ledger, unpacked(bytes(ledger.data)))
    except Refused as refusal:
        _end(ledger, State.FAILED, {"refused": refusal.reason})
    except Exception:
        _end(ledger, State.FAILED, {"refused": UNFORESEEN})
        raise


@transaction.atomic
def _write(ledger: LedgerImport, rows: list) -> None:
    """Look at every row once more, with the places and speakers locked, and write what they say."""
    user, pk = ledger.user, ledger.pk
    if not LedgerImport.objects.select_for_update().filter(pk=pk, state=State.WRITING).exists():
        return  # another worker has done it
    scope.forget(user)
    read = understand(rows, user)
    hold(user, places=read.places, speakers=read.speakers)
    found = plan(read, lambda done, total: tell_progress(pk, HALF * done // total))
    if found.problems:
        raise Refused(bringing_in.CHANGED)
    bringing_in.write(found, user, lambda done, total: tell_progress(pk, HALF + HALF * done // total))
    audit.write(user, "导入宣讲台账", ledger.name, added=len(found.lines), unchanged=found.unchanged)
    _end(ledger, State.DONE, _report(found))
    page_cache.renew()


@chore(every=dt.timedelta(hours=12))
def forget_files() -> int:
    """Empty the files that nobody came back for; return how many."""
    old = LedgerImport.objects.filter(created_at__lt=timezone.now() - FILE_KEPT).exclude(data=b"")
    return old.update(data=b"", state=State.FAILED, report={"refused": "放了两天没有导入，请再传一次。"})


def packed(rows: list[sheet.Row]) -> bytes:
    """Return rows that were read, to be kept until they are brought in: a file is opened once."""
    return zlib.compress(json.dumps(rows, ensure_ascii=False).encode())


def unpacked(data: bytes) -> list[sheet.Row]:
    """Return the rows that `packed` was given."""
    return [sheet.Row(*cells) for cells in json.loads(zlib.decompress(data))]


def tell_progress(pk: int, percent: int) -> None:
    """Say how far it has come; in the cache, since a transaction that writes shows nothing before its end."""
    cache.set(f"ledger-{pk}", percent, 60 * 60)


def progress_of(pk: int) -> int | None:
    """Return how far it has come in percent, or None while it waits for the worker."""
    return cache.get(f"ledger-{pk}")


def _do(work, ledger: LedgerImport) -> None:
    cache.delete(f"ledger-{ledger.pk}")
    if len(ledger.data) <= SHORT:
        work.func(ledger.pk)
    else:
        work.enqueue(ledger.pk)


def _report(found: Plan) -> dict:
    return {
        "added": len(found.lines),
        "recorded": sum(line.head_count is not None for line in found.lines),
        "unchanged": found.unchanged,
        "problems": found.problems[:MOST_SHOWN],
        "problem_count": len(found.problems),
    }


def _end(ledger: LedgerImport, state: str, report: dict) -> None:
    """Write down how it ended; the file has done its work."""
    ended = {"state": state, "report": report, "done_at": timezone.now(), "data": b""}
    LedgerImport.objects.filter(pk=ledger.pk).update(**ended)
