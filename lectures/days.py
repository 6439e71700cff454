"""Days and hours as people say them."""

import datetime as dt

from django.utils import timezone
from django.utils.formats import date_format

from lectures.models import Session

WEEKDAYS = "一二三四五六日"


def midnight(day: dt.date) -> dt.datetime:
    """Return when a day begins here."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


def day_name(moment: dt.date | dt.datetime) -> str:
    """Return a day as people say it, e.g. 11月24日 周二."""
    day = timezone.localtime(moment) if hasattr(moment, "tzinfo") else moment
    year = "" if day.year == timezone.localdate().year else f"{day.year}年"
    return f"{year}{date_format(day, 'n月j日')} 周{WEEKDAYS[day.weekday()]}"


def hours(session: Session) -> str:
    """Return from when to when, e.g. 09:00—10:30."""
    start, end = timezone.localtime(session.starts_at), timezone.localtime(session.ends_at)
    return f"{start:%H:%M}—{end:%H:%M}"
