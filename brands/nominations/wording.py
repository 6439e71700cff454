"""How times and titles read in a sentence."""

import datetime as dt

from django.utils import timezone
from django.utils.formats import date_format


def moment(at) -> str:
    """Return e.g. 4月12日 17:00, with the year when it is not this one."""
    local = timezone.localtime(at)
    return f"{day(local.date())} {local:%H:%M}"


def day(date) -> str:
    """Return e.g. 4月12日, with the year when it is not this one."""
    return date_format(date, "n月j日" if date.year == timezone.localdate().year else "Y年n月j日")


def day_ends(date) -> dt.datetime:
    """Return the last minute of a day, for what is to be done on it or before."""
    return timezone.make_aware(dt.datetime.combine(date, dt.time(23, 59)))


def time_left(until) -> str:
    """Return e.g. 还有 2 天 6 小时, rounded down; 已经截止 when the time has passed."""
    minutes = int((until - timezone.now()).total_seconds() // 60)
    if minutes < 0:
        return "已经截止"
    days, minutes = divmod(minutes, 24 * 60)
    hours, minutes = divmod(minutes, 60)
    parts = [(days, "天"), (hours, "小时"), (minutes, "分钟")]
    first = next((at for at, (number, _) in enumerate(parts) if number), 2)
    words = " ".join(f"{number} {unit}" for number, unit in parts[first : first + 2] if number or first == 2)  # noqa: PLR2004
    return f"还有 {words}"
