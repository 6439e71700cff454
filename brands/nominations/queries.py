"""What the nominators' pages list; each function is a fixed number of queries, whatever it finds."""

import datetime as dt
from dataclasses import dataclass, replace

from django.db.models import Case, Count, Exists, OuterRef, Q, When
from django.utils import timezone

from brands.models import CasePage
from brands.nominations import quotas
from brands.nominations.models import Call, Extension, Nomination, Step, Supplement
from brands.nominations.models.nomination import COUNTY_ROLES
from brands.nominations.models.quota import Tier
from brands.nominations.models.step import COUNTED_BY_CITY, COUNTED_BY_COUNTY, IN_COUNTY
from brands.nominations.permissions import CITY_DEPTH, COUNTY_DEPTH
from cms.places import scope
from cms.places.models import Membership, PlacePage

IN_CITY = (
    Step.ENDORSED, Step.RECEIVED, Step.RECOMMENDED, Step.RESERVED, Step.PUBLICISED, Step.REPORTED, Step.SUPPLEMENT,
)  # fmt: skip
MOST_GRACE = dt.timedelta(days=1)


@dataclass(frozen=True)
class Share:
    """One county's part in one call: how many it has recommended, of how many, and how many it still prepares."""

    call: Call
    county: PlacePage
    used: int
    limit: int
    preparing: int = 0
    kinds: tuple["Kind", ...] = ()

    @property
    def closes_at(self):
        return self.call.closes_for(self.county)

    @property
    def is_open(self) -> bool:
        return self.call.opens_at <= timezone.now() < self.call.last_moment(self.county)

    @property
    def extra(self) -> int:
        return self.call.extra_for(self.county)

    @property
    def left(self) -> int:
        return max(self.limit - self.used, 0)


@dataclass(frozen=True)
class Kind:
    """How many of one category are recommended or chosen, of how many."""

    category: str
    used: int
    limit: int


def counties_of(user) -> list[PlacePage]:
    """Return the counties for which the person prepares or oversees nominations."""
    paths = [path for path in scope.paths(user, *COUNTY_ROLES) if scope.depth_of(path) == COUNTY_DEPTH]
    return list(PlacePage.objects.filter(path__in=paths).order_by("path")) if paths else []


def is_city(user) -> bool:
    """Say whether the person sees every county's nominations."""
    return user.is_superuser or any(scope.depth_of(path) == CITY_DEPTH for path in scope.paths(user, *COUNTY_ROLES))


def takes_part(user) -> bool:
    """Say whether nominations are any of this person's business."""
    held: list[Membership] = scope.memberships(user)
    tiers = (CITY_DEPTH, COUNTY_DEPTH)
    return user.is_superuser or any(m.role in COUNTY_ROLES and scope.depth_of(m.place.path) in tiers for m in held)


def shares(calls, counties) -> list[Share]:
    """Return every county's part in every call, in their order."""
    counts = (
        Nomination.objects.filter(call__in=calls, place__in=counties)
        .values("call_id", "place_id")
        .annotate(
            used=Count("pk", filter=Q(step__in=COUNTED_BY_COUNTY)), preparing=Count("pk", filter=Q(step__in=IN_COUNTY))
        )
        .order_by()
    )
    found = {(row["call_id"], row["place_id"]): row for row in counts}
    nothing = {"used": 0, "preparing": 0}
    pairs = [(call, county, found.get((call.pk, county.pk), nothing)) for call in calls for county in counties]
    return [Share(call, county, row["used"], call.quota_for(county), row["preparing"]) for call, county, row in pairs]


def kinds(call: Call, tier: Tier, county: PlacePage | None = None) -> tuple[Kind, ...]:
    """Return the categories that the call limits, with what a county (or at the city's tier the city) has of each."""
    limited = [name for name in call.category_list if quotas.of_category(call, tier, county, name) is not None]
    if not limited:
        return ()
    seats = call.seats.filter(tier=tier, unit=county, category__in=limited).order_by()
    used = dict(seats.values_list("category").annotate(number=Count("pk")))
    return tuple(Kind(name, used.get(name, 0), quotas.limit(call, tier, county, name)) for name in limited)


def share(call: Call, county: PlacePage) -> Share:
    """Return one county's part in one call, category by category where the call limits them."""
    (found,) = shares([call], [county])
    return replace(found, kinds=kinds(call, Tier.COUNTY, county))


def open_calls() -> list[Call]:
    """Return the calls that are open now for every county, or for one that was given longer; the first to close first.

    A share of one of them says whether its own county is still in time.
    """
    now = timezone.now()
    longer = Extension.objects.filter(call=OuterRef("pk"), until__gt=now)
    calls = Call.objects.filter(Q(closes_at__gt=now - MOST_GRACE) | Exists(longer), opens_at__lte=now)
    found = calls.prefetch_related("quotas", "extra_quotas", "extensions").order_by("closes_at")
    return [call for call in found if now < max(_ends(call))]


def _ends(call: Call) -> list:
    grace = dt.timedelta(minutes=call.grace_minutes or 0)
    return [until + grace for until in (call.closes_at, *(one.until for one in call.extensions.all()))]


def calls_with_counts():
    """Return every call with how many nominations stand where, for the city."""
    at = {step: Count("nominations", filter=Q(nominations__step=step)) for step in IN_CITY}
    return Call.objects.annotate(
        total=Count("nominations"),
        chosen=Count("nominations", filter=Q(nominations__step__in=COUNTED_BY_CITY)),
        **{f"n_{step}": count for step, count in at.items()},
    )


def listed(user):
    """Return the nominations that the person may see, with what a list shows of each: what is in their hands first."""
    mine, theirs = (IN_CITY, IN_COUNTY) if is_city(user) else ((*IN_COUNTY, Step.SUPPLEMENT), IN_CITY)
    turn = Case(When(step__in=mine, then=0), When(step__in=theirs, then=1), default=2)
    seen = Nomination.objects.for_user(user).select_related("call", "case", "place", "publicity")
    return seen.annotate(turn=turn).order_by("turn", "-created_at", "-pk")


def on_board(user, call: Call):
    """Return a call's nominations for the city's board, by county; those in reserve with their rank."""
    return listed(user).filter(call=call).select_related("reserve").order_by("place__path", "pk")


def notices_of(call: Call):
    """Return a call's notices, the newest first, with how many objections each has and how many wait for an answer."""
    waiting = Count("objections", filter=Q(objections__isnull=False, objections__answered_on=None))
    return call.publicities.annotate(objected=Count("objections"), unanswered=waiting)


def owed(calls) -> dict:
    """Return until which day each supplement is owed that no county has given yet, by nomination."""
    still = Supplement.objects.filter(nomination__call__in=calls, nomination__step=Step.SUPPLEMENT, answered_at=None)
    return dict(still.values_list("nomination", "due_on"))


def candidates(call: Call, county: PlacePage, words: str = ""):
    """Return the county's published cases that are not nominated for this call yet, newest first."""
    taken = call.nominations.exclude(step=Step.WITHDRAWN).values("case_id")
    cases = CasePage.objects.live().filter(path__startswith=county.path).exclude(pk__in=taken)
    for word in words.split():
        cases = cases.filter(Q(title__icontains=word) | Q(summary__icontains=word) | Q(place__title__icontains=word))
    return cases.select_related("place").order_by("-first_published_at", "-pk")
