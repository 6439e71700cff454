"""Taking a step that every guard has let pass."""

from brands.nominations.journal import record
from brands.nominations.models import Action
from brands.nominations.models.step import PUBLIC_STEPS
from cms.pages import page_cache


def take(nomination, move, action: Action, user, note: str = "", *, quietly: bool = False) -> None:
    """Move, save, write it down and tell of it (unless `quietly`); what the public sees of it is made anew."""
    was_public = nomination.step in PUBLIC_STEPS
    move()
    nomination.save()
    record(nomination, action, user, note, quietly=quietly)
    if was_public or nomination.step in PUBLIC_STEPS:
        page_cache.renew()
