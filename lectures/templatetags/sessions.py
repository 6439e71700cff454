"""Small words of the sessions' pages."""

from django import template
from django.utils import timezone

from lectures import days
from lectures.models import Session, SessionState
from lectures.models.session import COMING

register = template.Library()
register.filter("day_name", days.day_name)
register.filter("hours", days.hours)

TONES = {SessionState.PLANNED: "gold", SessionState.CONFIRMED: "green"}


@register.filter
def tone(state: str) -> str:
    """Return the colour of a state's tag: nothing here is ever red."""
    return TONES.get(state, "still")


@register.filter
def is_over(session: Session) -> bool:
    """Say whether a session waits for its record: it has ended, by the clock, and was not called off."""
    return session.state in (*COMING, SessionState.HELD) and session.ends_at <= timezone.now()
