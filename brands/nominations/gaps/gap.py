"""One thing that a nomination still lacks."""

from dataclasses import dataclass
from enum import StrEnum


class Where(StrEnum):
    """Where a gap is closed."""

    CASE = "case"  # in the case's own words, by its writer
    PHOTOS = "photos"  # with the case's photos and the people in them
    RENDITIONS = "renditions"  # in the texts of other lengths beside the case
    ANSWERS = "answers"  # in what is written for this nomination alone
    OPINION = "opinion"


WRITERS = (Where.CASE, Where.PHOTOS, Where.RENDITIONS)  # closed before anybody has nominated the case


@dataclass(frozen=True)
class Gap:
    """What is missing or too much, which rule says so, what to do, and where: `spot` names a field there."""

    key: str
    name: str  # of the material, as the notice calls it
    what: str
    why: str
    how: str
    where: Where
    spot: str = ""
    blocking: bool = True


def by(rule, what: str, why: str, how: str, where: Where, spot: str = "", *, blocking: bool | None = None) -> Gap:
    """Return a gap of a rule; it blocks when the rule does."""
    held = rule.blocking if blocking is None else blocking
    name = f"{rule.category} · {rule.name}" if rule.category else rule.name
    return Gap(rule.key, name, what, f"通知要求：{why}", how, where, spot, held)
