"""A series' rule, and what it makes, in words."""

from collections.abc import Iterable

from lectures.days import WEEKDAYS
from lectures.models import MarketDays, Series

NTHS = {1: "第一个", 2: "第二个", 3: "第三个", 4: "第四个", -1: "最后一个"}


def fairs_of(found: Iterable[Series]) -> dict[int, MarketDays]:
    """Return the fairs of the places of these series, by the place's key, in one query."""
    return {fair.place_id: fair for fair in MarketDays.objects.filter(place__in=[one.place_id for one in found])}


def in_words(series: Series, fairs: dict[int, MarketDays]) -> str:
    """Return how often, e.g. 每两周的周三 19:30，60 分钟."""
    return f"{_days(series, fairs)} {series.start_time:%H:%M}，{series.minutes} 分钟"


def _days(series: Series, fairs: dict[int, MarketDays]) -> str:
    if series.rhythm == Series.Rhythm.MARKET:
        market = fairs.get(series.place_id)
        return f"逢{market.digits}圩日（{'农历' if market.lunar else '公历'}）" if market else "逢圩日"
    weekday = f"周{WEEKDAYS[series.weekday - 1]}"
    if series.rhythm == Series.Rhythm.MONTHLY:
        return f"每月{NTHS.get(series.nth, '')}{weekday}"
    return f"每{weekday}" if series.every == 1 else f"每 {series.every} 周的{weekday}"
