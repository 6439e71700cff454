"""May this person, here? Every answer carries its reason, in words for people.

A place is a page, so everything a person may reach is a set of tree paths: those of the places where they hold a role
today, and everything below. Questions about one app's own steps live in that app's `permissions.py` and ask here.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from wagtail.models import Page

from cms.pages.models import HomePage
from cms.places.models import Membership, PlacePage, Role, Tier
from cms.places.models.owned import CITY_DEPTH

EVERYTHING = Q(pk__isnull=False)
NOTHING = Q(pk__in=[])
COUNTY_DEPTH = 3


@dataclass(frozen=True)
class Verdict:
    """An answer and why; true when allowed."""

    allowed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.allowed


YES = Verdict(True)


def memberships(user) -> list[Membership]:
    """Return the person's memberships as of today, read once per user object (that is, once a request)."""
    if not user.is_authenticated:
        return []
    if not hasattr(user, "_memberships_today"):
        user._memberships_today = list(Membership.objects.current().filter(user=user).select_related("place"))
    return user._memberships_today


def forget(user) -> None:
    """Make the next question read the memberships again, as verbs do under their lock."""
    user.__dict__.pop("_memberships_today", None)


def paths(user, *roles: Role) -> list[str]:
    """Return the tree paths where the person holds one of these roles (any role when none is named)."""
    return [m.place.path for m in memberships(user) if not roles or m.role in roles]


def holds(user, *roles: Role, path: str, depth: int | None = None) -> Verdict:
    """Say whether the person holds one of the roles at the path or above; with `depth`, at that tier's place only."""
    if depth is not None:
        path = path[: depth * Page.steplen]
        if any(held == path for held in paths(user, *roles)):
            return YES
    elif any(path.startswith(held) for held in paths(user, *roles)):
        return YES
    names = "、".join(Role(role).label for role in roles)
    return Verdict(False, f"这一步要由当地的{names}来做。")


def below(prefixes: Iterable[str], *lookups: str) -> Q:
    """Return the condition that one of the path lookups lies below one of the prefixes; nothing when there are none."""
    condition = NOTHING
    for prefix in prefixes:
        for lookup in lookups:
            condition |= Q(**{f"{lookup}__startswith": prefix})
    return condition


def visible(user, *lookups: str, roles: Iterable[Role] = ()) -> Q:
    """Return the condition for what this person may see, by a model's path lookups; a superuser sees everything."""
    if user.is_superuser:
        return EVERYTHING
    return below(paths(user, *roles), *lookups)


def depth_of(path: str) -> int:
    return len(path) // Page.steplen


def county_path(path: str) -> str:
    """Return the path of the county that a path lies in, or the path itself when it lies in none (the city)."""
    return path[: COUNTY_DEPTH * Page.steplen]


def places_of(user, *roles: Role):
    """Return the places where the person holds one of these roles, and everything below, in tree order."""
    return PlacePage.objects.filter(visible(user, "path", roles=roles)).order_by("path")


def counties():
    """Return the county centres, in tree order."""
    return PlacePage.objects.filter(tier=Tier.CENTRE).order_by("path")


def city() -> HomePage:
    """Return the city, the root of the tree."""
    return HomePage.objects.get()


def works_in_city(user) -> bool:
    """Say whether the person belongs to the city itself."""
    return user.is_superuser or any(depth_of(path) == CITY_DEPTH for path in paths(user))
