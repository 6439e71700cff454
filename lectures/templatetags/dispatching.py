"""What a session's own page shows of listeners and of who is missing."""

from django import template

from lectures import ratings
from lectures.models import OfferState, Session, SessionState

register = template.Library()


@register.simple_tag
def told_of(session: Session) -> ratings.Told:
    """Return what listeners said of a session."""
    return ratings.of(session)


@register.simple_tag
def is_vacant(session: Session) -> bool:
    """Say whether nobody speaks at a coming session; who is asked is shown on the page behind."""
    return session.state == SessionState.PLANNED and not session.bookings.filter(live=True).exists()


@register.simple_tag
def asked_now(session: Session) -> list[str]:
    """Return the names of those who are asked and have not answered."""
    waiting = session.offers.filter(state=OfferState.SENT).select_related("speaker")
    return [offer.speaker.title for offer in waiting]
