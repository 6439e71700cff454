"""Lectures that come back: the days a rule names, and the sessions made of them."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone
from lunar_python import Solar

from cms.core import workdays
from cms.core.refusals import Refused
from lectures import fairs, scheduling
from lectures.locks import hold
from lectures.models import Booking, MarketDays, Series, Session
from lectures.models.session import COMING
from lectures.permissions import allow_scheduling

LONGEST = dt.timedelta(days=366)
MOST = 120  # sessions in one series


@dataclass
class Outcome:
    """What became of a series' days: sessions made, holidays left out (day, name), days that did not fit (day, why)."""

    made: list[Session] = field(default_factory=list)
    holidays: list[tuple[dt.date, str]] = field(default_factory=list)
    refused: list[tuple[dt.date, str]] = field(default_factory=list)
    uncertain: list[int] = field(default_factory=list)  # years whose holidays are not announced yet


def days(series: Series) -> list[dt.date]:
    """Return every day that the rule names, holidays included, in order."""
    if series.rhythm == Series.Rhythm.MARKET:
        market = MarketDays.objects.filter(place=series.place).first()
        return market_days(market, series.from_day, series.to_day) if market else []
    return [day for day in _span(series.from_day, series.to_day) if _named(series, day)]


def market_days(market: MarketDays, first: dt.date, last: dt.date) -> list[dt.date]:
    """Return the fair's days within a span: the day of the (lunar) month ends in one of the digits."""
    digits = fairs.digits(market.digits)
    return [day for day in _span(first, last) if str(_day_of_month(day, market.lunar))[-1] in digits]


@transaction.atomic
def look(**rule) -> Outcome:
    """Return what `begin` would make of a rule, to the last clash, and leave nothing behind."""
    _, outcome = begin(**rule)
    transaction.set_rollback(True)
    return outcome


@transaction.atomic
def begin(
    *, user, place, speakers=(), confirmed: bool = False, fair: str = "", lunar: bool = True, **rule
) -> tuple[Series, Outcome]:
    """Make a series and a session for each of its days; what falls on a holiday or does not fit is told, not forced.

    `fair` are the days of the place's fair, e.g. 3、8, where nobody has entered them yet.
    """
    hold(user, places=[place.pk], speakers=[speaker.pk for speaker in speakers])
    allow_scheduling(user, place.path)
    if fair and rule.get("rhythm") == Series.Rhythm.MARKET:
        fairs.enter(place=place, digits=fair, lunar=lunar)
    series = Series(place=place, created_by=user, **rule)
    _sensible(series)
    series.save()
    series.speakers.set(speakers)
    outcome = Outcome(uncertain=[year for year in _years(series) if not workdays.certain(year)])
    for day in days(series):
        holiday = workdays.festival(day) if series.avoid_holidays else ""
        if holiday:
            outcome.holidays.append((day, holiday))
        elif day > timezone.localdate():
            _make(series, day, user, confirmed, outcome)
    if not outcome.made:
        raise Refused("一场也没有排上：" + "；".join(_why(outcome)) if _why(outcome) else "这段日子里没有合适的一天。")
    return series, outcome


@transaction.atomic
def skip(*, series, day: dt.date, user, reason: str) -> Session:
    """Leave one day out: its session is cancelled, and the day is remembered so that it can be put back."""
    session = _on(series, day)
    scheduling.cancel(session=session, user=user, reason=reason)
    series = Series.objects.select_for_update().get(pk=series.pk)
    series.skipped = sorted({*series.skipped, day.isoformat()})
    series.save(update_fields=["skipped"])
    return session


@transaction.atomic
def put_back(*, series, day: dt.date, user) -> Session:
    """Add a day again that was left out, or one more day than the rule names."""
    hold(user, places=[series.place_id], speakers=series.speakers.values_list("pk", flat=True))
    allow_scheduling(user, series.place.path)
    series = Series.objects.select_for_update(of=("self",)).get(pk=series.pk)
    if series.sessions.filter(takes_place=True, starts_at__date=day).exists():
        raise Refused(f"{day:%-m月%-d日}已经有一场了。")
    series.skipped = [skipped for skipped in series.skipped if skipped != day.isoformat()]
    series.save(update_fields=["skipped"])
    return _book(series, day, user, confirmed=False)


@transaction.atomic
def end(*, series, user, reason: str) -> int:
    """Call off every session of the series that has not taken place; return how many."""
    coming = series.sessions.filter(state__in=COMING, starts_at__gt=timezone.now())
    booked = Booking.objects.filter(session__in=coming, live=True).values_list("speaker", flat=True)
    hold(user, places=coming.values_list("place", flat=True), speakers=booked)
    allow_scheduling(user, series.place.path)
    called_off = [scheduling.cancel(session=one, user=user, reason=reason) for one in coming.order_by("pk")]
    return len(called_off)


def _make(series: Series, day: dt.date, user, confirmed: bool, outcome: Outcome) -> None:
    try:
        outcome.made.append(_book(series, day, user, confirmed))
    except Refused as refused:
        outcome.refused.append((day, refused.reason))


def _book(series: Series, day: dt.date, user, confirmed: bool) -> Session:
    start = timezone.make_aware(dt.datetime.combine(day, series.start_time))
    speakers = list(series.speakers.all())
    return scheduling.book(
        place=series.place, starts_at=start, ends_at=start + dt.timedelta(minutes=series.minutes), user=user,
        speakers=speakers, confirmed=confirmed and bool(speakers), venue=series.venue, course=series.course,
        topic=series.topic, series=series,
    )  # fmt: skip


def _on(series: Series, day: dt.date) -> Session:
    session = series.sessions.filter(takes_place=True, starts_at__date=day).first()
    if session is None:
        raise Refused(f"{day:%-m月%-d日}没有这个系列的场次。")
    return session


def _named(series: Series, day: dt.date) -> bool:
    if day.isoweekday() != series.weekday:
        return False
    if series.rhythm == Series.Rhythm.MONTHLY:
        return _nth(day) == series.nth or (series.nth == -1 and (day + dt.timedelta(days=7)).month != day.month)
    first = series.from_day + dt.timedelta(days=(series.weekday - series.from_day.isoweekday()) % 7)
    return (day - first).days // 7 % series.every == 0


def _nth(day: dt.date) -> int:
    return (day.day - 1) // 7 + 1


def _day_of_month(day: dt.date, lunar: bool) -> int:
    return Solar.fromYmd(day.year, day.month, day.day).getLunar().getDay() if lunar else day.day


def _span(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    return (first + dt.timedelta(days=number) for number in range((last - first).days + 1))


def _years(series: Series) -> range:
    return range(series.from_day.year, series.to_day.year + 1)


def _sensible(series: Series) -> None:
    if series.to_day < series.from_day:
        raise Refused("结束的日子在开始的前面了。", to_day="请选往后的日子。")
    if series.to_day - series.from_day > LONGEST:
        raise Refused("一次最多排一年。", to_day="一次最多排一年。")
    if series.rhythm == Series.Rhythm.MARKET and not MarketDays.objects.filter(place=series.place).exists():
        raise Refused(f"还没有登记{series.place.title}哪天赶圩。", fair="先写上逢几赶圩。")
    if series.rhythm != Series.Rhythm.MARKET and series.weekday not in range(1, 8):
        raise Refused("还没有说星期几。", weekday="请选星期几。")
    if series.rhythm == Series.Rhythm.MONTHLY and series.nth not in (1, 2, 3, 4, -1):
        raise Refused("请选每月第几个。", nth="请选第一到第四个，或者最后一个。")
    if len(days(series)) > MOST:
        raise Refused(f"一次最多排 {MOST} 场，请把日子分开排。", to_day=f"一次最多 {MOST} 场。")


def _why(outcome: Outcome) -> list[str]:
    told = [f"{day:%-m月%-d日}是{name}" for day, name in outcome.holidays]
    return (told + [f"{day:%-m月%-d日}{why}" for day, why in outcome.refused])[:3]
