"""How many were sent in, reported and awarded, year by year: one's own, to look back on, and never beside others'."""

from dataclasses import dataclass

from django.db.models import Count, Q

from brands.nominations.models import Nomination, Step
from brands.nominations.models.step import COUNTED_BY_COUNTY

REPORTED = (Step.REPORTED, Step.AWARDED, Step.NOT_SELECTED)


@dataclass(frozen=True)
class Year:
    """One year's calls: how many nominations were endorsed, of these reported upwards, of these awarded."""

    year: int
    sent: int
    reported: int
    awarded: int
    waiting: int  # reported, and the outcome is not known yet


def of(nominations) -> list[Year]:
    """Return the years of these nominations, the newest first; one query."""
    counted = (
        nominations.filter(step__in=COUNTED_BY_COUNTY)
        .values("call__year")
        .annotate(
            sent=Count("pk"),
            reported=Count("pk", filter=Q(step__in=REPORTED)),
            awarded=Count("pk", filter=Q(step=Step.AWARDED)),
            waiting=Count("pk", filter=Q(step=Step.REPORTED)),
        )
        .order_by("-call__year")
    )
    return [Year(row.pop("call__year"), **row) for row in counted]


def of_counties(counties) -> list[Year]:
    """Return the years of these counties together."""
    return of(Nomination.objects.filter(place__in=counties))
