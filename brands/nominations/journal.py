"""The trail of a nomination: every step leaves a row, and tells the people concerned."""

from brands.nominations import permissions, telling
from brands.nominations.models import Action, Nomination, NominationEvent
from cms.places.models.owned import CITY_DEPTH
from cms.places.scope import COUNTY_DEPTH

COUNTY_ACTIONS = (
    Action.PREPARE, Action.AMEND, Action.HAND_BACK, Action.ENDORSE, Action.RESEAL, Action.WITHDRAW,
)  # fmt: skip


def record(nomination: Nomination, action: Action, user, note: str = "", *, quietly: bool = False) -> NominationEvent:
    """Write down what was done, with the person's name, unit and office as they are now; call it inside the verb.

    `quietly` tells nobody: for a step that is part of another one.
    """
    if action in COUNTY_ACTIONS:
        held = permissions.office(user, COUNTY_DEPTH, nomination.place.path)
    else:
        held = permissions.office(user, CITY_DEPTH)
    event = NominationEvent.objects.create(
        nomination=nomination, action=action, step=nomination.step, actor=user, actor_name=user.name,
        unit=held.place.title, role=held.get_role_display(), note=note.strip(),
    )  # fmt: skip
    if not quietly:
        telling.told(event)
    return event
