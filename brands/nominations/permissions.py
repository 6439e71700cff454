"""Who takes which step of a nomination, and why not."""

from django.contrib.auth import get_user_model
from django.db.models import Q
from wagtail.permission_policies.base import BasePermissionPolicy

from brands.nominations.models import Action
from cms.places import scope
from cms.places.models import Membership, Role
from cms.places.models.owned import CITY_DEPTH
from cms.places.scope import COUNTY_DEPTH, YES, Verdict

CALL_ROLES = (Role.EDITOR, Role.MANAGER, Role.NOMINATOR)
COUNTY_WORK = (Action.PREPARE, Action.AMEND, Action.HAND_BACK, Action.ENDORSE, Action.RESEAL)


def may_prepare(user, county) -> Verdict:
    """Say whether the person prepares, endorses and withdraws for this county."""
    if office(user, COUNTY_DEPTH, county.path):
        return YES
    return Verdict(False, f"这一步由{county.title}的申报专员来办。")


def may_decide(user) -> Verdict:
    """Say whether the person takes the city's steps: choosing, sending back, the notice, reporting, the outcome."""
    if office(user, CITY_DEPTH):
        return YES
    return Verdict(False, "选定、退回、公示、上报和登记结果，由市级的申报专员来办。")


def may_choose(user, nomination) -> Verdict:
    """Say whether the person may choose this nomination: the city's, and neither its preparer nor the case's author."""
    decides = may_decide(user)
    if not decides:
        return decides
    if nomination.events.filter(actor=user, action__in=COUNTY_WORK).exists():
        return Verdict(False, f"《{nomination.case.title}》在县里是您经手的，要由市里另一位来选。")
    if user.pk in nomination.case.author_ids():
        return Verdict(False, f"《{nomination.case.title}》是您写的，要由市里另一位来选。")
    return YES


def office(user, depth: int, path: str = ""):
    """Return the nominator's membership that the person acts under at this tier (and place), or None."""
    for held in scope.memberships(user):
        at = held.place.path
        if held.role == Role.NOMINATOR and scope.depth_of(at) == depth and at.startswith(path):
            return held
    return None


class CallPolicy(BasePermissionPolicy):
    """Calls are entered in /admin/ by people of the city itself, by their membership and by nothing else."""

    def user_has_permission(self, user, action):
        held = scope.memberships(user)
        at_city = any(m.role in CALL_ROLES and scope.depth_of(m.place.path) == CITY_DEPTH for m in held)
        return user.is_active and (user.is_superuser or at_city)

    def users_with_any_permission(self, actions):
        held = Membership.objects.current().filter(role__in=CALL_ROLES, place__depth=CITY_DEPTH)
        return get_user_model().objects.filter(Q(is_superuser=True) | Q(pk__in=held.values("user")), is_active=True)
