"""退给作者: what a county asks of a case's author before it seals; the case's publishing goes its own way."""

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from brands.asked import Asked
from brands.nominations import guards, permissions
from brands.nominations.journal import record
from brands.nominations.locks import hold
from brands.nominations.models import Action, Nomination, NominationEvent, Step
from brands.nominations.moves import take
from brands.nominations.wording import moment
from cms.desk.todos import Todo

CLOSES = (Action.HAND_BACK, Action.ENDORSE, Action.RESEAL)  # what was asked before one of these is settled


@transaction.atomic
def hand_back(*, nomination, user, reason: str) -> Nomination:
    """Ask the author to mend the case; the nomination waits with the county, and what is owed above stays owed."""
    _, (nomination,) = hold(user, nomination.call_id, nomination)
    guards.allow(permissions.may_prepare(user, nomination.place))
    guards.step_is_next(nomination, Action.HAND_BACK, nomination.in_countys_hands)
    guards.words(reason, "请写一句要改什么，作者才知道怎么办。")
    if nomination.step == Step.SUPPLEMENT:
        record(nomination, Action.HAND_BACK, user, reason)
    else:
        take(nomination, nomination._hand_back, Action.HAND_BACK, user, reason)
    return nomination


def waiting():
    """Return what authors have been asked and have not answered: their case was not published anew since."""
    later = NominationEvent.objects.filter(nomination=OuterRef("nomination"), action__in=CLOSES, pk__gt=OuterRef("pk"))
    published = F("nomination__case__last_published_at")
    asked = NominationEvent.objects.filter(
        Q(at__gt=published) | Q(nomination__case__last_published_at=None),
        action=Action.HAND_BACK,
        nomination__step__in=(Step.PREPARED, Step.SUPPLEMENT),
    )
    return asked.exclude(Exists(later)).select_related("nomination__call", "nomination__case")


def asked_of(case) -> list[Asked]:
    """Return what the case's page on the desk shows its writers; one query."""
    found = waiting().filter(nomination__case_id=case.pk)
    return [
        Asked(f"{event.unit}申报专员请您改一改", event.note, str(event.nomination.call), _who(event)) for event in found
    ]


def todos(user):
    """Yield a card for each of the person's own cases that waits for a change."""
    for event in waiting().filter(nomination__case__owner=user):
        case, words = event.nomination.case, f"{event.unit}申报专员：{event.note}"
        url = reverse("submissions:detail", args=[case.pk])
        yield Todo(f"《{case.title}》", url, "去看要改什么", tag="申报要改", tone="gold", detail=words, due=event.at)


def _who(event: NominationEvent) -> str:
    return f"{event.unit} {event.actor_name}，{moment(event.at)}"
