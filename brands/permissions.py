"""Who may write for which place, and which cases a writer works with."""

from django.db.models import Q

from brands.models import CasePage
from cms.places import scope
from cms.places.models import PlacePage, Role
from cms.places.scope import Verdict

WRITERS = (Role.CONTRIBUTOR, Role.EDITOR)


def may_write_for(user, place: PlacePage) -> Verdict:
    """Say whether the person may write for this place: a contributor or editor there or above."""
    return scope.holds(user, *WRITERS, path=place.path)


def writes(user) -> bool:
    """Say whether the person writes for any place at all."""
    return bool(scope.paths(user, *WRITERS))


def places_to_write_for(user):
    """Return the places the person may write for, in tree order."""
    return PlacePage.objects.filter(scope.below(scope.paths(user, *WRITERS), "path")).order_by("path")


def cases_for(user):
    """Return the cases the person works with: their own, and those of the places they write for."""
    paths = scope.paths(user, *WRITERS)
    of_their_places = scope.below(paths, "place__path") | (Q(place__isnull=True) & scope.below(paths, "path"))
    return CasePage.objects.filter(Q(owner=user) | of_their_places)
