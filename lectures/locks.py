"""Every verb takes its locks here, in one order: places, speakers, sessions, each by key.

Rows below a locked one may still be inserted (`no_key`), so nobody waits for a foreign key. SQLite locks the whole
database when a transaction begins.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from cms.core.refusals import Refused
from cms.places import scope
from cms.places.models import PlacePage
from lectures.models import Session, SpeakerPage

GONE = "这场刚刚有了变动，请刷新后再办。"


@dataclass(frozen=True)
class Held:
    """What a verb holds while it works, read again under its locks."""

    places: dict[int, PlacePage]
    speakers: dict[int, SpeakerPage]
    session: Session | None


def hold(user, *, places: Iterable[int] = (), speakers: Iterable[int] = (), session: Session | None = None) -> Held:
    """Lock the places, the speakers and the session with all that it books now; read the person's offices again."""
    if user is not None:
        scope.forget(user)
    places, speakers = set(places), set(speakers)
    if session is not None:
        places.add(Session.objects.values_list("place", flat=True).get(pk=session.pk))
        speakers |= _booked(session)
    held = Held(
        places={one.pk: one for one in _locked(PlacePage, places)},
        speakers={one.pk: one for one in _locked(SpeakerPage, speakers)},
        session=session and Session.objects.select_for_update(of=("self",), no_key=True).get(pk=session.pk),
    )
    if session is not None and (held.session.place_id not in held.places or _booked(session) - set(held.speakers)):
        raise Refused(GONE)  # somebody moved it, or added a speaker, while we waited
    return held


def _locked(model, keys: set[int]):
    return model.objects.filter(pk__in=keys).order_by("pk").select_for_update(of=("self",), no_key=True)


def _booked(session: Session) -> set[int]:
    return set(session.bookings.filter(live=True).values_list("speaker", flat=True))
