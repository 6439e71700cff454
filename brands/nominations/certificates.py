"""证书: the paper that an award came with, kept with the honour for the people of its county and the city."""

import hashlib

from django.core.files.base import ContentFile
from django.db import transaction

from brands.models import Honour
from brands.nominations import guards, permissions, scans
from brands.nominations.journal import record
from brands.nominations.locks import hold
from brands.nominations.models import Action, Nomination, Step
from cms.core.refusals import Refused
from cms.places.groups import access_for
from media.models import CustomDocument


def of(nomination: Nomination) -> Honour | None:
    """Return the honour that the nomination won."""
    if nomination.step != Step.AWARDED:
        return None
    call = nomination.call
    won = Honour.objects.filter(page_id=nomination.case_id, series=call.series, year=call.year)
    return won.select_related("certificate").first()


def keep(*, nomination: Nomination, user, scan) -> Honour:
    """Keep a scan or a photograph of the certificate with the honour; an earlier one is replaced."""
    data, kind = scans.looked_at(scan)
    name = f"证书-{nomination.pk}-{hashlib.sha256(data).hexdigest()[:8]}.{kind}"
    with transaction.atomic():
        _, (nomination,) = hold(user, nomination.call_id, nomination)
        guards.allow(permissions.may_prepare(user, nomination.place))
        honour = of(nomination)
        if honour is None:
            raise Refused("登记了入选，才有证书。")
        collection = access_for(nomination.place).collection
        title = f"{nomination.case.title}的证书"[:255]
        file = ContentFile(data, name=name)
        honour.certificate = CustomDocument.objects.create(
            title=title, file=file, collection=collection, uploaded_by_user=user
        )
        honour.save(update_fields=["certificate"])
        record(nomination, Action.AMEND, user, "传了证书")
    return honour
