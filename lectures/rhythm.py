"""A series' rule, and what it makes, in words."""

from lectures.models import MarketDays, Series

WEEKDAYS = "一二三四五六日"
NTHS = {1: "第一个", 2: "第二个", 3: "第三个", 4: "第四个", -1: "最后一个"}


def in_words(series: Series) -> str:
    """Return how often, e.g. 每两周的周三 19:30，60 分钟."""
    return f"{_days(series)} {series.start_time:%H:%M}，{series.minutes} 分钟"


def _days(series: Series) -> str:
    if series.rhythm == Series.Rhythm.MARKET:
        market = MarketDays.objects.filter(place=series.place_id).first()
        return f"逢{market.digits}圩日（{'农历' if market.lunar else '公历'}）" if market else "逢圩日"
    weekday = f"周{WEEKDAYS[series.weekday - 1]}"
    if series.rhythm == Series.Rhythm.MONTHLY:
        return f"每月{NTHS.get(series.nth, '')}{weekday}"
    return f"每{weekday}" if series.every == 1 else f"每 {series.every} 周的{weekday}"
