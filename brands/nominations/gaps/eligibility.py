"""Whether the case may stand in the call at all."""

import datetime as dt
from collections.abc import Iterator

from django.utils import timezone

from brands.models import Honour
from brands.nominations import facts
from brands.nominations.entry import Entry
from brands.nominations.gaps import seen
from brands.nominations.gaps.gap import Gap, Where, by
from brands.nominations.material.choices import Condition
from brands.nominations.material.rules import EligibilityRule

MOST_DIGITS = 6  # of a team's number


def check(rule: EligibilityRule, entry: Entry) -> Iterator[Gap]:
    yield from CHECKS[rule.kind](rule, entry)


def _years(rule: EligibilityRule, entry: Entry) -> Iterator[Gap]:
    """Count whole years from the beginning of the practice to the call's closing day."""
    why, begun = f"做法实施满 {rule.number} 年", entry.case.period_start
    if begun is None:
        yield by(rule, "没有写从什么时候开始做", why, "在案例里写上起止时间。", Where.CASE, "id_period_start")
        return
    closes = timezone.localtime(dt.datetime.fromisoformat(entry.call["closes_at"])).date()
    years = closes.year - begun.year - ((closes.month, closes.day) < (begun.month, begun.day))
    if years < rule.number:
        said = f"从{facts.month(begun)}算到截止日，满 {years} 年"
        yield by(rule, said, why, "等年头够了再报。日期写错的，在案例里改。", Where.CASE, "id_period_start")


def _team(rule: EligibilityRule, entry: Entry) -> Iterator[Gap]:
    why, said = f"队伍不少于 {rule.number} 人", entry.answer(rule.key)
    if not said.isdecimal() or len(said) > MOST_DIGITS:
        yield by(rule, "没有写队伍有几人", why, "写上人数。", Where.ANSWERS, rule.key)
    elif int(said) < rule.number:
        short = f"队伍 {int(said)} 人，少 {rule.number - int(said)} 人"
        yield by(rule, short, why, "人数写错的，改过来。", Where.ANSWERS, rule.key)


def _not_awarded(rule: EligibilityRule, entry: Entry) -> Iterator[Gap]:
    series = rule.words or entry.call["series"]
    earlier = Honour.objects.filter(page_id=entry.case.pk, series=series, year__lt=entry.call["year"])
    won = earlier.order_by("year").last()
    if won:
        yield by(rule, f"{won.year} 年已经得过“{series}”", "以前没有得过这个荣誉", "换一个案例报。", Where.CASE)


def _statement(rule: EligibilityRule, entry: Entry) -> Iterator[Gap]:
    yield from seen.check(rule, entry, rule.words)


CHECKS = {
    Condition.YEARS: _years,
    Condition.TEAM: _team,
    Condition.NOT_AWARDED: _not_awarded,
    Condition.STATEMENT: _statement,
}
