"""What is asked for after a nomination was reported, and what had been sent before the county seals anew."""

from django.db import transaction
from django.utils import timezone
from django_fsm import can_proceed

from brands.nominations import guards, permissions
from brands.nominations.locks import hold
from brands.nominations.models import Action, Nomination, PastSending, Step, Supplement
from brands.nominations.moves import take
from brands.nominations.wording import day
from cms.core.refusals import Refused


@transaction.atomic
def ask_supplement(*, nomination, user, reason: str, due_on) -> Nomination:
    """Pass on to the county what the province asks for, until which day; the public notice stands as it is."""
    _, (nomination,) = hold(user, nomination.call_id, nomination)
    guards.allow(permissions.may_decide(user))
    guards.step_is_next(nomination, Action.SUPPLEMENT, can_proceed(nomination._ask_supplement))
    if nomination.is_being_mended:
        raise Refused("上一次要求补报的，县里还没有交来，等交来了再提新的。")
    guards.words(reason, "请写一句要补什么，县里才知道怎么办。")
    if due_on < timezone.localdate():
        raise Refused(f"{day(due_on)}已经过去了，县里来不及补。", due_on="选今天或以后的一天。")
    Supplement.objects.create(nomination=nomination, words=reason.strip(), due_on=due_on)
    note = f"{reason.strip()}（{day(due_on)}前交）"
    take(nomination, nomination._ask_supplement, Action.SUPPLEMENT, user, note)
    return nomination


def answer(nomination: Nomination) -> None:
    """Close the open supplement of a nomination that its county seals anew; call it under the lock."""
    if nomination.step != Step.SUPPLEMENT:
        return
    if not nomination.supplements.filter(answered_at=None).update(answered_at=timezone.now()):
        raise Refused("补报的已经交来了，等市里再上报。")


def given(nomination: Nomination) -> None:
    """Refuse to report again what the county still owes."""
    if nomination.is_being_mended:
        owed = nomination.supplements.get(answered_at=None)
        raise Refused(f"《{nomination.case.title}》要补的，县里还没有交来（{day(owed.due_on)}前），还不能再上报。")


def keep_past(nomination: Nomination) -> None:
    """Keep what was frozen and sealed before, when a nomination is sealed anew."""
    if nomination.revision_id and nomination.sealed_scan_id:
        PastSending.objects.create(
            nomination=nomination, revision_id=nomination.revision_id, rules=nomination.rules,
            files=nomination.files, facts=nomination.facts, sealed=nomination.sealed,
            sealed_scan_id=nomination.sealed_scan_id,
        )  # fmt: skip
