"""从村里到省里: the way of a case, as the public may see it."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone
from wagtail import hooks

from cms.review.history import Passed, PublishedRound, published_rounds
from cms.review.steps import Step

TITLES = {Step.LOOK: "镇（街道）看稿", Step.FIRST: "初审", Step.SECOND: "复审", Step.FINAL: "终审，发布"}
ALWAYS = (Step.FIRST, Step.SECOND, Step.FINAL)


@dataclass(frozen=True)
class Stage:
    """One stop on the way: done on a day, or still ahead."""

    title: str
    detail: str = ""
    at: dt.date | None = None
    done: bool = True


def journey(case, rounds: list[PublishedRound] | None = None, place: str = "") -> list[Stage]:
    """Return the stops of a case: from its village to its publication, then what was made public of its nominations.

    Nominations add theirs with the hook `register_journey`, a function of the case that returns stages. At most two
    queries: one for the rounds (none when they are given), one for the nominations.
    """
    rounds = published_rounds(case) if rounds is None else rounds
    onward = [stage for stages_of in hooks.get_hooks("register_journey") for stage in stages_of(case)]
    return [*(_published(case, rounds[0], place) if rounds else _ahead(case, place)), *onward]


def _published(case, first: PublishedRound, place: str) -> list[Stage]:
    passed = [first.steps[step] for step in Step if step in first.steps]
    return [_written(case, place, first.started_on), *(_stage(step) for step in passed)]


def _ahead(case, place: str) -> list[Stage]:
    """Return the stops of a case that nobody has passed yet, as its preview shows them."""
    day = timezone.localdate(case.first_published_at) if case.live and case.first_published_at else None
    ahead = [Stage(TITLES[step], at=day if step == Step.FINAL else None, done=case.live) for step in ALWAYS]
    return [_written(case, place, None), *ahead]


def _written(case, place: str, day: dt.date | None) -> Stage:
    return Stage(f"{place}供稿", dict(case.byline).get("供稿", ""), day)


def _stage(passed: Passed) -> Stage:
    detail = f"改过 {passed.returns} 次" if passed.returns else ""
    return Stage(TITLES[passed.step], " · ".join(filter(None, (passed.unit, detail))), passed.on)
