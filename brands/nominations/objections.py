"""Objections to a public notice: written down, answered, and heeded; only the city's nominators learn of them."""

import hashlib

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django_fsm import can_proceed

from brands.nominations import guards, permissions, scans, steps
from brands.nominations.locks import hold
from brands.nominations.models import Objection
from brands.nominations.wording import day
from cms.core.refusals import Refused


def enter_objection(*, publicity, user, words: str, received_on, scan=None, nomination=None, **by) -> Objection:
    """Write down an objection that came in writing; `by` names who: by_name or by_unit, and phone."""
    data, kind = scans.looked_at(scan) if scan else (b"", "")
    objection = Objection(
        publicity=publicity, nomination=nomination, words=words.strip(), received_on=received_on, kind=kind,
        entered_by=user, entered_by_name=user.name, **{name: said.strip() for name, said in by.items()},
    )  # fmt: skip
    if scan:
        objection.sha256 = hashlib.sha256(data).hexdigest()
        objection.file.save(f"letter.{kind}", ContentFile(data), save=False)
    try:
        with transaction.atomic():
            hold(user, publicity.call_id)
            _check(objection, user)
            objection.save()
    except BaseException:
        objection.file.delete(save=False)
        raise
    return objection


@transaction.atomic
def answer_objection(*, objection, user, answer: str, upheld: bool, reason: str = "") -> Objection:
    """Answer an objection; one that holds sends its nomination back, with a `reason` that the county reads."""
    concerned = [objection.nomination] if objection.nomination else []
    _, held = hold(user, objection.publicity.call_id, *concerned)
    objection = Objection.objects.select_for_update().get(pk=objection.pk)
    guards.allow(permissions.may_decide(user))
    if objection.answered_on:
        raise Refused(f"这件异议 {day(objection.answered_on)} 已经由{objection.answered_by_name}答复了。")
    if not answer.strip():
        raise Refused("请写怎么答复的。", answer="写核实的经过和结论。")
    objection.answer, objection.upheld = answer.strip(), upheld
    objection.answered_on, objection.answered_by_name = timezone.localdate(), user.name
    objection.save()
    for nomination in held if upheld else ():
        if can_proceed(nomination._return):
            steps.send_back(nomination=nomination, user=user, reason=reason)
    return objection


def _check(objection: Objection, user) -> None:
    guards.allow(permissions.may_decide(user))
    notice, today = objection.publicity, timezone.localdate()
    if not objection.words:
        raise Refused("请写异议说的是什么。", words="把书面材料的意思写下来。")
    if not objection.by_name and not objection.by_unit:
        raise Refused("异议要署真实姓名或者单位，请写一个。", by_name="写姓名，或在下面写单位。")
    if not notice.starts_on <= objection.received_on <= today:
        span = f"{day(notice.starts_on)}到{day(today)}之间"
        raise Refused(f"收到的日期要在{span}。", received_on=f"选{span}的一天。")
    named = {entry["nomination"] for entry in notice.entries}
    if objection.nomination and objection.nomination.pk not in named:
        raise Refused("这份公示里没有这个案例。", nomination="选公示里的一个。")
