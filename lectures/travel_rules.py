"""How a county reckons its ways: its own office says."""

from decimal import Decimal

from django.db import transaction

from cms.audit import models as audit
from cms.core.refusals import Refused
from cms.places import scope
from cms.places.models import PlacePage
from lectures.models import TravelRule
from lectures.permissions import allow_scheduling, may_schedule

FIELDS = ("road_factor", "speed", "least", "unknown")


def counties_of(user) -> list[PlacePage]:
    """Return the counties whose ways the person may set: those where they schedule as a whole."""
    return [county for county in scope.counties().order_by("path") if may_schedule(user, county.path)]


def of(county: PlacePage) -> TravelRule:
    """Return the county's rule, or the usual one, not saved, where it has set none."""
    return TravelRule.objects.filter(county=county).first() or TravelRule(county=county)


@transaction.atomic
def set_rule(*, county: PlacePage, user, road_factor: Decimal, speed: int, least: int, unknown: int) -> TravelRule:
    """Say how ways are reckoned from now on; what is booked already keeps its hours."""
    scope.forget(user)
    allow_scheduling(user, county.path)
    if least > unknown:
        raise Refused("没有坐标的路，不能比最近的路还快。", unknown="请写得比“最少”多，或者一样。")
    said = dict(zip(FIELDS, (road_factor, speed, least, unknown), strict=True))
    before = of(county)
    rule, _ = TravelRule.objects.update_or_create(county=county, defaults=said)
    changed = {name: [str(getattr(before, name)), str(value)] for name, value in said.items()}
    audit.write(user, "改路上时间的算法", county, county=county.pk, **changed)
    return rule
