"""How many a county or the city may have, of all categories together and of one; and giving a county more, on paper."""

from django.db import transaction

from brands.nominations import guards, permissions
from brands.nominations.locks import hold
from brands.nominations.models import Call, ExtraQuota, Nomination
from brands.nominations.models.quota import Tier
from brands.nominations.telling import told_of_extra_quota
from cms.audit.models import write
from cms.core.refusals import Refused

EXTRA = "追加名额"


@transaction.atomic
def give_extra(*, call, user, county, number: int, document_number: str, reason: str, category: str = "") -> ExtraQuota:
    """Give a county places on top of its quota; it stands on a document, and the county's nominators are told."""
    call, _ = hold(user, call.pk)
    guards.allow(permissions.may_decide(user))
    if number < 1:
        raise Refused("至少追加 1 个。", number="至少 1 个。")
    if not document_number.strip():
        raise Refused("追加名额要有文件依据，请写文号。", document_number="写文号。")
    guards.words(reason, "请写一句为什么追加。")
    category = guards.category(call, category) if category else ""
    extra = ExtraQuota.objects.create(
        call=call, county=county, category=category, number=number, document_number=document_number.strip(),
        reason=reason.strip(), granted_by=user, granted_by_name=user.name,
    )  # fmt: skip
    detail = {"number": number, "category": category, "document_number": extra.document_number, "reason": extra.reason}
    write(user, EXTRA, f"{call} {county.title}", call=call.pk, county=county.pk, **detail)
    told_of_extra_quota(extra)
    return extra


def limited(nomination: Nomination, tier: Tier) -> list[str]:
    """Return whose numbers bind a nomination: "" for all categories together, and its own where the call limits it."""
    category = nomination.category
    own = bool(category) and of_category(nomination.call, tier, nomination.place, category) is not None
    return ["", category] if own else [""]


def limit(call: Call, tier: Tier, county, category: str = "") -> int:
    """Return how many a county (or, at the city's tier, the city) may have, with what was given on top."""
    if tier == Tier.CITY:
        return (of_category(call, tier, None, category) or 0) if category else call.city_quota
    if not category:
        return call.quota_for(county)
    extra = sum(row.number for row in call.extra_quotas.all() if (row.county_id, row.category) == (county.pk, category))
    return (of_category(call, tier, county, category) or 0) + extra


def of_category(call: Call, tier: Tier, county, category: str) -> int | None:
    """Return the number for a category: the county's own, or else everybody's; None where the call sets none."""
    rows = {
        row.county_id: row.limit for row in call.category_quotas.all() if row.tier == tier and row.category == category
    }
    own = rows.get(county.pk) if county and tier == Tier.COUNTY else None
    return rows.get(None) if own is None else own
