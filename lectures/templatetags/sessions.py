"""Small words of the sessions' pages."""

from django import template
from django.utils import timezone
from django.utils.formats import date_format

from lectures.models import Session, SessionState

register = template.Library()

TONES = {SessionState.PLANNED: "gold", SessionState.CONFIRMED: "green"}
WEEKDAYS = "一二三四五六日"


@register.filter
def tone(state: str) -> str:
    """Return the colour of a state's tag: nothing here is ever red."""
    return TONES.get(state, "still")


@register.filter
def day_name(moment) -> str:
    """Return a day as people say it, e.g. 11月24日 周二."""
    day = timezone.localtime(moment) if hasattr(moment, "tzinfo") else moment
    year = "" if day.year == timezone.localdate().year else f"{day.year}年"
    return f"{year}{date_format(day, 'n月j日')} 周{WEEKDAYS[day.weekday()]}"


@register.filter
def hours(session: Session) -> str:
    """Return from when to when, e.g. 09:00—10:30."""
    start, end = timezone.localtime(session.starts_at), timezone.localtime(session.ends_at)
    return f"{start:%H:%M}—{end:%H:%M}"


@register.filter
def is_over(session: Session) -> bool:
    """Say whether a session waits for its record: it has ended, by the clock, and was not called off."""
    open_states = (SessionState.PLANNED, SessionState.CONFIRMED, SessionState.HELD)
    return session.state in open_states and session.ends_at <= timezone.now()
