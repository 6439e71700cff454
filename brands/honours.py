"""The register of honours: entering one, striking one out, and whose honours a page shows."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from wagtail.models import Page

from brands.models import Honour
from cms.audit import models as audit
from cms.core.refusals import Refused
from cms.pages import page_cache

STRUCK = "撤销荣誉"
LONGEST_WINNER = Honour._meta.get_field("winner").max_length


@transaction.atomic
def award(*, page: Page, place: Page, series: str, level: str, year: int, user, **paper) -> Honour:
    """Enter an honour for a page and the place that it belongs to; the same one twice is once.

    `paper` says where it stands written: issued_by, document_number, document_url, awarded_on.
    """
    honour = Honour.objects.filter(page_id=page.pk, series=series, year=year).first()
    if honour:
        return honour
    winner = page.title[:LONGEST_WINNER]
    honour = Honour(page_id=page.pk, place_id=place.pk, series=series, level=level, year=year, winner=winner, **paper)
    try:
        honour.full_clean()
    except ValidationError as error:
        raise Refused("荣誉登记不下来：" + "；".join(error.messages)) from error
    honour.save()
    audit.write(user, "登记荣誉", honour, honour=honour.pk, page=page.pk)
    page_cache.renew()
    return honour


@transaction.atomic
def revoke(*, honour: Honour, user, reason: str) -> None:
    """Strike an honour out of the register; the book keeps what it said and why it went."""
    if not reason.strip():
        raise Refused("请写一句为什么撤销。", reason="写一句原因。")
    honour = Honour.objects.select_for_update().filter(pk=honour.pk).first()
    if honour is None:
        raise Refused("这项荣誉已经撤销了。")
    audit.write(
        user, STRUCK, honour, page=honour.page_id, series=honour.series, year=honour.year, reason=reason.strip(),
        document_number=honour.document_number,
    )  # fmt: skip
    honour.delete()
    page_cache.renew()


def honours_of(page: Page):
    """Return the honours that a page shows: its own, and those of what belongs to it.

    A brand shows its cases' too, a speaker those of the brands they speak for, a place those of everything below it.
    """
    own = Q(page=page.pk) | Q(page__casepage__brands=page.pk) | Q(page__brandprojectpage__speakers=page.pk)
    return Honour.objects.filter(pk__in=Honour.objects.filter(own).values("pk"))


def honours_of_place(place: Page):
    """Return the honours won at a place or below it."""
    within = Q(place__path__startswith=place.path) | Q(page__casepage__place__path__startswith=place.path)
    return Honour.objects.filter(pk__in=Honour.objects.filter(within).values("pk")).select_related("page", "place")
