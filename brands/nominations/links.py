"""Where a gap is closed: the address of the very field, for who may go there."""

from dataclasses import dataclass

from django.urls import reverse

from brands import renditions
from brands.nominations.entry import Entry
from brands.nominations.gaps import Gap, Where
from cms.review.permissions import may_edit

ASK = {Where.CASE: "请作者改", Where.PHOTOS: "请作者或编辑办", Where.RENDITIONS: "请作者或县级申报专员写"}


@dataclass(frozen=True)
class Way:
    """A gap with the way to close it: an address, or whom to ask."""

    gap: Gap
    url: str = ""
    ask: str = ""


def ways(found: list[Gap], entry: Entry, user) -> list[Way]:
    """Return each gap with the way to close it for this person."""
    doors = _doors(entry, user)
    return [_way(gap, doors.get(gap.where, "")) for gap in found]


def _way(gap: Gap, door: str) -> Way:
    if not door:
        return Way(gap, ask=ASK.get(gap.where, ""))
    return Way(gap, f"{door}#{gap.spot}" if gap.spot else door)


def _doors(entry: Entry, user) -> dict[Where, str]:
    case, doors = entry.case, {}
    if may_edit(user, case):
        doors[Where.CASE] = reverse("submissions:edit", args=[case.pk])
        doors[Where.PHOTOS] = reverse("submissions:consent", args=[case.pk])
    if renditions.may_rewrite(user, case):
        doors[Where.RENDITIONS] = reverse("submissions:renditions", args=[case.pk])
    if entry.nomination is not None:
        doors[Where.ANSWERS] = reverse("nominations:materials", args=[entry.nomination.pk])
        doors[Where.OPINION] = reverse("nominations:bench", args=[entry.nomination.pk])
    return doors
