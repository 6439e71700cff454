"""How many villages have a station at work: counted from the register at a date, never typed."""

import datetime as dt
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone

from cms.places.models import PlacePage, Status, StatusChange, Tier


@dataclass(frozen=True)
class Coverage:
    """Stations at work out of all villages (communities) of the register, on a day."""

    operating: int
    total: int
    on: dt.date

    @property
    def percent(self) -> Decimal | None:
        """The share in percent with two decimals, e.g. 94.25; None where there is no village."""
        if not self.total:
            return None
        return (Decimal(100 * self.operating) / self.total).quantize(Decimal("0.01"), ROUND_HALF_UP)


def with_status(places: QuerySet, on: dt.date | None = None) -> QuerySet:
    """Return the places, each with `now`: its status on a day (today unless told), None if it had none yet."""
    recorded = StatusChange.objects.filter(place=OuterRef("pk"), since__lte=on or timezone.localdate())
    return places.annotate(now=Subquery(recorded.order_by("-since").values("status")[:1]))


def stations(on: dt.date | None = None, below: str = "") -> QuerySet:
    """Return the live stations below a tree path, in the order of the tree, with their status on a day."""
    found = PlacePage.objects.live().filter(tier=Tier.STATION, path__startswith=below)
    return with_status(found, on).order_by("path")


def coverage(on: dt.date | None = None, below: str = "") -> Coverage:
    """Return the coverage on a day (today unless told) of the places below a tree path (the whole city unless told)."""
    on = on or timezone.localdate()
    states = list(stations(on, below).values_list("now", flat=True))
    return Coverage(sum(state == Status.OPERATING for state in states), len(states), on)
