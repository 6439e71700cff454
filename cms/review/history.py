"""The rounds that put a page on the site, as the public may see them; one query."""

import datetime as dt
from dataclasses import dataclass, field

from django.utils import timezone

from cms.review.models import Decision, Round
from cms.review.steps import Step

COLUMNS = ("pk", "started_at", "published_at", "correction")
DECIDED = ("step", "verdict", "at", "unit")


@dataclass
class Passed:
    """One step that approved: when, for which unit, and how often it had sent the page back before."""

    step: Step
    on: dt.date | None = None
    unit: str = ""
    returns: int = 0


@dataclass
class PublishedRound:
    """One round that ended on the site: the first publication, or a correction."""

    started_on: dt.date
    published_at: dt.datetime
    correction: str
    steps: dict[str, Passed] = field(default_factory=dict)


def published_rounds(page) -> list[PublishedRound]:
    """Return the page's published rounds, the first publication first, each with its steps in their order."""
    decided = [f"workflow_state__decisions__{name}" for name in DECIDED]
    rows = Round.objects.filter(page_id=page.pk, published_at__isnull=False).order_by("published_at", decided[2])
    rounds: dict[int, PublishedRound] = {}
    for pk, started, published, correction, *decision in rows.values_list(*COLUMNS, *decided):
        one = rounds.setdefault(pk, PublishedRound(timezone.localdate(started), published, correction))
        _add(one.steps, *decision)
    return list(rounds.values())


def _add(steps: dict[str, Passed], step, verdict, at, unit) -> None:
    if step is None:
        return
    passed = steps.setdefault(step, Passed(Step(step)))
    if verdict == Decision.Verdict.RETURNED:
        passed.returns += 1
    else:
        passed.on, passed.unit = timezone.localdate(at), unit


def corrections(rounds: list[PublishedRound]) -> list[PublishedRound]:
    """Return what was changed after publication, newest first."""
    return [one for one in reversed(rounds) if one.correction]
