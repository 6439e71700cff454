"""Terms that begin or end with a day: whoever's groups no longer are what their memberships of today call for."""

from collections.abc import Iterator

from django.contrib.auth import get_user_model

from cms.places import groups
from cms.places.models import Membership, Role
from cms.places.scope import CITY_DEPTH, COUNTY_DEPTH

ADMIN_ROLES = (Role.EDITOR, Role.REVIEWER, Role.SIGNER)


def wanted() -> Iterator[tuple[int, str]]:
    """Yield (user, group name) for every group that a membership of today calls for; one query."""
    works = groups.works()
    rows = Membership.objects.current().filter(place__depth__lte=COUNTY_DEPTH)
    told = rows.values_list("user", "role", "place__depth", "place__title", "place__access__group__name")
    for user, role, depth, title, group in told:
        if role in ADMIN_ROLES:
            yield user, groups.REVIEWERS_GROUP
        if role == Role.EDITOR:
            yield user, group or f"{title}编辑"
        if depth == CITY_DEPTH:
            yield from ((user, work.group) for work in works if role in work.roles)


def held() -> Iterator[tuple[int, str]]:
    """Yield (user, group name) for every group that somebody has and memberships decide over."""
    ours = groups.our_groups().filter(user__isnull=False)
    return iter(ours.values_list("user", "name"))


def sync_changed() -> int:
    """Put right whoever's groups are not what they should be today; return how many there were."""
    changed = {user for user, _ in set(wanted()) ^ set(held())}
    for user in get_user_model().objects.filter(pk__in=changed).order_by("pk"):
        groups.sync(user)
    return len(changed)
