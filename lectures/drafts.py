"""From a record to a draft: the rooms that keep stories and news register how theirs begin, and lectures know no more.

The hook `register_draft_from_record` takes nothing and returns a dict: `slug`, `label` (what the button says), `order`,
and `begin(told=…, place=…, user=…)`, which makes the page and returns it.
"""

from wagtail import hooks

from cms.core.refusals import Refused
from cms.places import scope
from cms.places.models import Role
from lectures.models import Session, SessionRecord
from lectures.retold import retell

WRITERS = (Role.CONTRIBUTOR, Role.EDITOR)


def kinds(user, session: Session) -> list[dict]:
    """Return the kinds of text that this person may begin from the session's record."""
    if not scope.holds(user, *WRITERS, path=session.place.path):
        return []
    return sorted((make() for make in hooks.get_hooks("register_draft_from_record")), key=lambda kind: kind["order"])


def begin(*, record: SessionRecord, slug: str, user):
    """Make a draft of this kind from a record, owned by the person; it reaches readers through review only."""
    scope.forget(user)
    found = next((kind for kind in kinds(user, record.session) if kind["slug"] == slug), None)
    if found is None:
        raise Refused("写稿由当地的供稿员或编辑来做。")
    return found["begin"](told=retell(record), place=record.session.place, user=user)
