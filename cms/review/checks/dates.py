"""Dates that cannot be: 2月30日, a Friday that was a Thursday, a figure counted next year."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from cms.review.checks.finding import Finding, Level, excerpt

WEEKDAYS = "一二三四五六日"
DAY = re.compile(
    r"(?:(?<!\d)(\d{4})\s*年\s*)?(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})\s*[日号](?:\s*[（(]?\s*(?:星期|周)([一二三四五六日天]))?"
)
MONTH = re.compile(r"(?<!\d)(\d{4})\s*年\s*(\d{1,2})\s*月(?!\s*\d)")
YEAR = re.compile(r"(?<![\d〔])(\d{4})\s*年")
SPAN = re.compile(r"(\d{4})年(?:(\d{1,2})月)?\s*(?:至|到|—|-|~|～)\s*(\d{4})年(?:(\d{1,2})月)?")
LEAP_YEAR = 2024
MONTHS = 12
AHEAD = 20  # years; a plan may look far, a slip of the keyboard looks further


def check(texts, figures, *, today: dt.date) -> Iterator[Finding]:
    """Find dates that do not exist, weekdays that do not fit, spans that run backwards, figures from the future."""
    for text in texts:
        for rule in (_days, _months, _years, _spans):
            for start, end, what, why, level in rule(text.words, today):
                yield Finding(level, text.field, text.label, what, why, excerpt(text.words, start, end))
    for figure in figures:
        if figure.get("as_of") and figure["as_of"] > today:
            what = f"“{figure['label']}”截至 {figure['as_of']:%Y年%-m月%-d日}，还没到"
            yield Finding(Level.SHOULD, "figures", "关键数字", what, "数字只能数到今天为止。")


def _days(words: str, today: dt.date) -> Iterator[tuple]:
    for match in DAY.finditer(words):
        year, month, day = match[1], int(match[2]), int(match[3])
        months_days = calendar.monthrange(int(year or LEAP_YEAR) or 1, month)[1] if 1 <= month <= MONTHS else 0
        if not 1 <= day <= months_days:
            yield *match.span(), f"没有“{match[0]}”这一天", "日期不存在，请对照原始记录。", Level.MUST
        elif year and match[4]:
            yield from _weekday(match, dt.date(int(year), month, day))


def _weekday(match: re.Match, day: dt.date) -> Iterator[tuple]:
    right = WEEKDAYS[day.weekday()]
    if match[4].replace("天", "日") != right:
        yield *match.span(), f"这一天是星期{right}", "日期和星期对不上，其中一个写错了。", Level.SHOULD


def _months(words: str, today: dt.date) -> Iterator[tuple]:
    for match in MONTH.finditer(words):
        if not 1 <= int(match[2]) <= MONTHS:
            yield *match.span(), f"没有“{match[0]}”这个月", "月份不存在，请对照原始记录。", Level.MUST


def _years(words: str, today: dt.date) -> Iterator[tuple]:
    for match in YEAR.finditer(words):
        if int(match[1]) > today.year + AHEAD:
            yield *match.span(), f"年份写成了“{match[1]}”", "离今天太远，多半是按错了键。", Level.SHOULD


def _spans(words: str, today: dt.date) -> Iterator[tuple]:
    for match in SPAN.finditer(words):
        start, end = (int(match[1]), int(match[2] or 1)), (int(match[3]), int(match[4] or MONTHS))
        if start > end:
            yield *match.span(), "时间段前后颠倒", "开始的时间在结束的后面。", Level.SHOULD
