"""Who schedules and dispatches, and why not."""

from cms.core.refusals import Refused
from cms.places import scope
from cms.places.models import Role
from cms.places.scope import YES, Verdict

SCHEDULERS = (Role.DISPATCHER, Role.MANAGER)
RECORDERS = (*SCHEDULERS, Role.CONTRIBUTOR, Role.EDITOR)


def may_schedule(user, path: str) -> Verdict:
    """Say whether the person books, moves and cancels sessions at this place."""
    return YES if user.is_superuser else scope.holds(user, *SCHEDULERS, path=path)


def allow_scheduling(user, path: str) -> None:
    """Refuse unless the person schedules at this place; `user` is None where the system itself acts."""
    verdict = user is None or may_schedule(user, path)
    if not verdict:
        raise Refused(verdict.reason)


def schedules(user) -> bool:
    """Say whether the person schedules anywhere at all."""
    return user.is_superuser or bool(scope.paths(user, *SCHEDULERS))


def takes_part(user) -> bool:
    """Say whether lectures are any of this person's business."""
    return user.is_superuser or bool(scope.paths(user, *RECORDERS, Role.LECTURER)) or speaks_here(user)


def speaks_here(user) -> bool:
    """Say whether the person signs in as a speaker."""
    return hasattr(user, "diary")


def may_record(user, session) -> Verdict:
    """Say whether the person writes down what came of a session: people of the place, and its speakers."""
    if user.is_superuser or scope.holds(user, *RECORDERS, path=session.place.path) or speaks(user, session):
        return YES
    return Verdict(False, "记录由当地的供稿员、派单员，或者来讲的宣讲师来写。")


def speaks(user, session) -> bool:
    """Say whether the person is one of the session's speakers."""
    return session.bookings.filter(live=True, speaker__diary__user=user).exists()
