"""The register of places as a sheet: out, looked through, and in again, all or nothing."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from cms.audit import models as audit
from cms.core.refusals import Refused
from cms.pages import page_cache
from cms.places import permissions, plan, scope, sheet
from cms.places.growing import grow
from cms.places.models import PlacePage, Status, StatusChange

BATCH = 500


def export(*, user, top: Page) -> bytes:
    """Return the register of a place and everything below as .xlsx, with today's status of each."""
    _authorise(user, top)
    rows = [
        {"parent": "/".join(key[:-1]), "name": key[-1], **_columns(known)}
        for key, known in plan.register().items()
        if known.path.startswith(top.path)
    ]
    audit.write(user, "导出阵地登记册", top, rows=len(rows))
    return sheet.write(rows)


def look_through(*, user, top: Page, data: bytes) -> plan.Plan:
    """Return what importing this file would do; nothing is changed."""
    _authorise(user, top)
    return plan.plan(sheet.read(data), top)


@transaction.atomic
def bring_in(*, user, top: Page, data: bytes) -> plan.Plan:
    """Import the file: every row or, when one row is wrong, none."""
    top = Page.objects.select_for_update().get(pk=top.pk)
    doing = look_through(user=user, top=top, data=data)
    if doing.problems:
        raise Refused("登记册在这期间变过了，有的行现在不对，一行都没有导入。请再看一遍。")
    _add(user, doing.additions)
    _change(user, doing.changes)
    if not doing.does_nothing:
        audit.write(user, "导入阵地登记册", top, added=len(doing.additions), changed=len(doing.changes))
        page_cache.renew()
    return doing


def _authorise(user, top: Page) -> None:
    scope.forget(user)
    may = permissions.may_manage(user, top)
    if not may:
        raise Refused(may.reason)


def _columns(known: plan.Known) -> dict:
    """Return a place's columns; the status comes with the day from which it holds."""
    days = [day for day in known.history if day <= timezone.localdate()]
    return known.facts | {
        "tier": known.tier.label,
        "code": known.code,
        "status": Status(known.status).label,
        "since": max(days) if days else None,
    }


def _add(user, additions: Iterable[plan.Addition]) -> None:
    """Add the places, those above before those below, each with the beginning of its history."""
    by_depth: dict[int, list[plan.Addition]] = {}
    for addition in additions:
        by_depth.setdefault(len(addition.key), []).append(addition)
    for _, level in sorted(by_depth.items()):
        pages = {key: known.pk for key, known in plan.register().items()}
        parents = Page.objects.in_bulk({pages[addition.key[:-1]] for addition in level})
        grow((parents[pages[addition.key[:-1]]], addition.place) for addition in level)
    StatusChange.objects.bulk_create(
        [
            StatusChange(place=one.place, status=one.place.status, since=one.since, recorded_by=user)
            for one in additions
        ],
        batch_size=BATCH,
    )


def _change(user, changes: list[plan.Change]) -> None:
    """Write the changes into the history, and today's status onto the places."""
    StatusChange.objects.bulk_create(
        [StatusChange(place_id=one.pk, status=one.status, since=one.since, recorded_by=user) for one in changes],
        batch_size=BATCH,
    )
    touched = {one.pk for one in changes}
    for known in plan.register().values() if touched else ():
        if known.pk in touched:
            PlacePage.objects.filter(pk=known.pk).update(status=known.status)
