"""Who may do what with places and with people, and why not."""

from django.contrib.auth.models import Group
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from wagtail.models import Page

from cms.accounts.models import User
from cms.places import groups, scope
from cms.places.models import Membership, Role
from cms.places.scope import YES, Verdict

CITY_DEPTH, COUNTY_DEPTH, INSTITUTE_DEPTH = scope.CITY_DEPTH, scope.COUNTY_DEPTH, 4

# Where a role is of use: the steps of review are decided at exactly these tiers. Other roles may be held anywhere.
DEPTHS = {
    Role.CHECKER: {INSTITUTE_DEPTH},
    Role.EDITOR: {CITY_DEPTH, COUNTY_DEPTH},
    Role.REVIEWER: {CITY_DEPTH, COUNTY_DEPTH},
    Role.NOMINATOR: {CITY_DEPTH, COUNTY_DEPTH},
    Role.SIGNER: {CITY_DEPTH},
    Role.JUDGE: {CITY_DEPTH},
}
TIERS = {CITY_DEPTH: "市级", COUNTY_DEPTH: "县（市、区）", INSTITUTE_DEPTH: "乡镇（街道）"}


def may_manage(user, place: Page) -> Verdict:
    """Say whether the person manages this place: its register and its people."""
    return YES if user.is_superuser else scope.holds(user, Role.MANAGER, path=place.path)


def may_describe(user, place: Page) -> Verdict:
    """Say whether the person may change what the site says of this place."""
    return YES if user.is_superuser else scope.holds(user, Role.MANAGER, Role.CONTRIBUTOR, path=place.path)


def manages_anything(user) -> bool:
    return user.is_superuser or bool(scope.paths(user, Role.MANAGER))


def works_somewhere(user) -> bool:
    return user.is_superuser or bool(scope.paths(user))


def suits(role: str, place: Page) -> Verdict:
    """Say whether the role is of use at the place's tier."""
    depths = DEPTHS.get(Role(role))
    if depths is None or place.depth in depths:
        return YES
    tiers = "、".join(TIERS[depth] for depth in sorted(depths))
    return Verdict(False, f"{Role(role).label}只能设在{tiers}。")


def places(user, *roles: Role) -> QuerySet[Page]:
    """Return the city and the places, as pages, where the person holds one of the roles, and all below."""
    of_the_tree = Q(depth=CITY_DEPTH) | Q(placepage__isnull=False)
    return Page.objects.filter(of_the_tree, scope.visible(user, "path", roles=roles)).order_by("path")


def people(user) -> QuerySet[User]:
    """Return the accounts that a manager handles: of their own places and below, and nobody who works elsewhere too.

    Who has no membership that still runs belongs to the managers who cover every place where they ever worked.
    Nobody here handles a superuser or who holds a permission that no membership gave; oneself is handled by others.
    """
    given_by_hand = Exists(Group.objects.filter(user=OuterRef("pk")).exclude(pk__in=groups.our_groups().values("pk")))
    others = User.objects.filter(~given_by_hand, is_superuser=False, user_permissions=None).exclude(pk=user.pk)
    if user.is_superuser:
        return others
    mine = scope.below(scope.paths(user, Role.MANAGER), "place__path")
    held = Membership.objects.filter(user=OuterRef("pk"))
    running = held.filter(Q(until__isnull=True) | Q(until__gte=timezone.localdate()))
    works_here = Exists(running.filter(mine)) & ~Exists(running.exclude(mine))
    worked_here = Exists(held.filter(mine)) & ~Exists(running) & ~Exists(held.exclude(mine))
    return others.filter(works_here | worked_here)
