"""The verbs of a nomination: one transaction each; the call is locked first, then its nominations by pk.

This is the one door to them; those between receipt and notice live in `choosing.py`, asking for a supplement in
`supplements.py`, handing back to the author in `authors.py`.
"""

from django.db import IntegrityError, transaction
from django_fsm import can_proceed

from brands import honours
from brands.models import CasePage
from brands.nominations import entry, freezing, guards, permissions, reserve, scans, seats, supplements
from brands.nominations.authors import hand_back  # noqa: F401 - see above
from brands.nominations.choosing import keep_in_reserve, receive, recommend, rerank, take_up  # noqa: F401
from brands.nominations.gaps import duplicates
from brands.nominations.journal import record
from brands.nominations.locks import NOTHING_CHOSEN, hold, hold_together
from brands.nominations.material.choices import Source
from brands.nominations.models import Action, Nomination, Publicity, SealedScan, Step
from brands.nominations.models.quota import Tier
from brands.nominations.moves import take
from brands.nominations.quotas import give_extra  # noqa: F401
from brands.nominations.supplements import ask_supplement  # noqa: F401
from brands.nominations.times import extend  # noqa: F401
from cms.core import workdays
from cms.core.refusals import Refused
from cms.places import scope
from cms.places.models import PlacePage
from cms.places.scope import COUNTY_DEPTH

CHANGED = "案例刚刚更新过，和您打印的推荐表不是同一版了。请重新打印、盖章再传。"


@transaction.atomic
def nominate(*, call, case, user, category: str = "", opinion: str = "") -> Nomination:
    """Begin a nomination of a published case; the county goes on preparing it until it is sealed."""
    call, _ = hold(user, call.pk)
    case = CasePage.objects.get(pk=case.pk)
    county = PlacePage.objects.filter(path=scope.county_path(case.path), depth=COUNTY_DEPTH).first()
    if county is None:
        raise Refused("市里自己的案例不从县级申报，请由案例所在的县（市、区）来建立。")
    guards.allow(permissions.may_prepare(user, county))
    guards.still_open(call, county)
    guards.published(case)
    nomination = Nomination(
        call=call, case=case, place=county, category=guards.category(call, category), opinion=opinion.strip()
    )
    try:
        with transaction.atomic():
            nomination.save()
    except IntegrityError as error:
        raise Refused(f"《{case.title}》在这个通知里已经有一份申报了。") from error
    record(nomination, Action.PREPARE, user)
    return nomination


@transaction.atomic
def amend(*, nomination, user, category: str = "", opinion: str = "") -> Nomination:
    """Change the category and the opinion, while the county still has the nomination in hand."""
    call, (nomination,) = hold(user, nomination.call_id, nomination)
    guards.allow(permissions.may_prepare(user, nomination.place))
    guards.step_is_next(nomination, Action.AMEND, nomination.in_countys_hands)
    category = guards.category(call, category)
    if nomination.step == Step.SUPPLEMENT and category != nomination.category:
        raise Refused("这个类别公示过、占着名额，补报时不能再改。", category=f"还是选“{nomination.category}”。")
    nomination.category, nomination.opinion = category, opinion.strip()
    nomination.save()
    record(nomination, Action.AMEND, user)
    return nomination


def seal(*, nomination, user, scan, revision_id: int | None = None) -> Nomination:
    """Endorse: freeze the published text, the call's rules and every picture, with the scan that bears the seal.

    `revision_id` is the text that the printed form showed; when given, it must still be the published one.
    """
    frozen = freezing.freeze(nomination)  # before the lock: hashing takes time
    sealed = scans.store(scan, nomination, user)
    try:
        with transaction.atomic():
            return _seal(nomination, user, sealed, frozen, revision_id or frozen.revision_id)
    except BaseException:
        sealed.file.delete(save=False)
        raise


def _seal(nomination, user, sealed: SealedScan, frozen: freezing.Frozen, seen: int | None) -> Nomination:
    call, (nomination,) = hold(user, nomination.call_id, nomination)
    guards.allow(permissions.may_prepare(user, nomination.place))
    again = nomination.step == Step.SUPPLEMENT
    move, action = (nomination._reseal, Action.RESEAL) if again else (nomination._endorse, Action.ENDORSE)
    guards.step_is_next(nomination, action, can_proceed(move))
    if nomination.sealed_scan_id is None:  # what was sealed once was in time when it came
        guards.still_open(call, nomination.place)
    elif not again:
        guards.may_still_mend(call, nomination.place)
    guards.published(nomination.case)
    if not seen == frozen.revision_id == nomination.case.live_revision_id:
        raise Refused(CHANGED)
    sealing = entry.of(nomination, live=True)
    if not freezing.still(frozen, sealing):
        raise Refused("选的视频刚才换过了，请再传一次盖章件。")
    guards.complete(sealing)
    supplements.answer(nomination)
    seats.take(nomination, Tier.COUNTY)
    supplements.keep_past(nomination)
    sealed.nomination = nomination
    sealed.save()
    nomination.revision_id, nomination.files, nomination.rules = frozen.revision_id, frozen.files, call.rules()
    nomination.sealed = freezing.sealed(sealing)
    nomination.facts, nomination.sketch = sealing.facts, duplicates.sketch(sealing.facts[Source.BODY])
    nomination.sealed_scan = sealed
    take(nomination, move, action, user)
    return nomination


@transaction.atomic
def withdraw(*, nomination, user, reason: str) -> Nomination:
    """Take a nomination back, at any time before it is reported; its place in the quota is free again."""
    _, (nomination,) = hold(user, nomination.call_id, nomination)
    guards.allow(permissions.may_prepare(user, nomination.place))
    guards.step_is_next(nomination, Action.WITHDRAW, can_proceed(nomination._withdraw))
    guards.words(reason, "请写一句为什么撤回。")
    reserve.leave(nomination)
    seats.free(nomination)
    take(nomination, nomination._withdraw, Action.WITHDRAW, user, reason)
    return nomination


@transaction.atomic
def send_back(*, nomination, user, reason: str) -> Nomination:
    """Give a nomination back to its county, saying what is missing; also off a notice when an objection holds."""
    _, (nomination,) = hold(user, nomination.call_id, nomination)
    guards.allow(permissions.may_decide(user))
    guards.step_is_next(nomination, Action.RETURN, can_proceed(nomination._return))
    guards.words(reason, "请写一句要补什么，县里才知道怎么办。")
    reserve.leave(nomination)
    seats.free(nomination)
    take(nomination, nomination._return, Action.RETURN, user, reason)
    return nomination


@transaction.atomic
def publicise(*, call, nominations, user, starts_on, contact: str) -> Publicity:
    """Put chosen nominations on public notice, for as many working days as the call asks."""
    call, chosen = hold(user, call.pk, *nominations)
    guards.allow(permissions.may_decide(user))
    if not chosen:
        raise Refused(NOTHING_CHOSEN)
    guards.contact(contact)
    guards.not_in_the_past(starts_on)
    for nomination in chosen:
        guards.step_is_next(nomination, Action.PUBLICISE, can_proceed(nomination._publicise))
        guards.published(nomination.case)
    publicity = Publicity.objects.create(
        call=call,
        starts_on=starts_on,
        ends_on=workdays.add_workdays(starts_on, call.publicity_days),
        working_days=call.publicity_days,
        contact=contact.strip(),
        entries=[_entry(nomination) for nomination in chosen],
    )
    for nomination in chosen:
        nomination.publicity = publicity
        take(nomination, nomination._publicise, Action.PUBLICISE, user)
    return publicity


@transaction.atomic
def report(*, nominations, user) -> list[Nomination]:
    """Record that nominations went up, once their notice has run to its end."""
    _, chosen = hold_together(user, nominations)
    guards.allow(permissions.may_decide(user))
    for nomination in chosen:
        guards.step_is_next(nomination, Action.REPORT, can_proceed(nomination._report))
        guards.notice_over(nomination)
        guards.objections_answered(nomination)
        supplements.given(nomination)
    for nomination in chosen:
        take(nomination, nomination._report, Action.REPORT, user)
    return chosen


@transaction.atomic
def record_outcome(
    *, nominations, user, outcome: str, document_number: str = "", document_url: str = "", decided_on
) -> list[Nomination]:
    """Record what became of reported nominations; an award enters the register of honours."""
    call, chosen = hold_together(user, nominations)
    guards.allow(permissions.may_decide(user))
    awarded = Step(outcome) == Step.AWARDED
    guards.paper(awarded, document_number, document_url, decided_on)
    action = Action.AWARD if awarded else Action.PASS_OVER
    for nomination in chosen:
        move = nomination._award if awarded else nomination._pass_over
        guards.step_is_next(nomination, action, can_proceed(move))
        nomination.outcome_number, nomination.outcome_url = document_number.strip(), document_url.strip()
        nomination.outcome_on = decided_on
        take(nomination, move, action, user, document_number)
        if awarded:
            _honour(call, nomination, user)
    return chosen


def _honour(call, nomination, user) -> None:
    honours.award(
        page=nomination.case, place=nomination.place, user=user, series=call.series, level=call.level, year=call.year,
        issued_by=call.issued_by, document_number=nomination.outcome_number, document_url=nomination.outcome_url,
        awarded_on=nomination.outcome_on,
    )  # fmt: skip


def _entry(nomination) -> dict:
    """Return one line of a public notice, as it is announced."""
    title, county = nomination.case.title, nomination.place.title
    return {"nomination": nomination.pk, "title": title, "county": county, "category": nomination.category}
