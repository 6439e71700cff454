"""What a ledger speaks of by name, read once: places, speakers, courses, forms, audiences."""

import re
from decimal import Decimal
from typing import NamedTuple

from wagtail.models import Page

from cms.core.refusals import Refused
from cms.places import scope
from cms.places.models import PlacePage
from lectures.forms.sessions import courses_for
from lectures.models import Audience, LectureForm
from lectures.permissions import SCHEDULERS
from lectures.roster import Roster

BETWEEN = re.compile(r"[\s/／>、，,·]+")


class Spot(NamedTuple):
    """A place, as ways are reckoned from it and as the sheet names it."""

    pk: int
    path: str
    title: str
    code: str
    full: str  # e.g. 延溪区/上埔镇/上埔村
    latitude: Decimal | None
    longitude: Decimal | None


class Known:
    """Everything there is, by its name on the sheet, for one person."""

    def __init__(self, user):
        self.roster = Roster()
        self.forms = dict(LectureForm.objects.values_list("name", "pk"))
        self.audiences = dict(Audience.objects.values_list("name", "pk"))
        self.courses = dict(courses_for(user).values_list("title", "pk"))
        self.reach = None if user.is_superuser else tuple(scope.paths(user, *SCHEDULERS))
        self.spots = spots()
        self._codes = {spot.code: spot for spot in self.spots.values() if spot.code}
        self._names: dict[str, list[Spot]] = {}
        for spot in self.spots.values():
            for name in {BETWEEN.sub("", spot.full), spot.title}:
                self._names.setdefault(name, []).append(spot)

    def within(self, spot: Spot) -> bool:
        """Say whether the person schedules at this place."""
        return self.reach is None or spot.path.startswith(self.reach)

    def place(self, name: str, code: str) -> Spot:
        """Return the place that is meant by its number, or else its name; Refused says why it is not clear."""
        if code:
            return self._by_code(name, code)
        if not name:
            raise Refused("没有写地点")
        meant = self._names.get(BETWEEN.sub("", name), [])
        near = [spot for spot in meant if self.within(spot)]
        if len(near) > 1:
            raise Refused(f"叫“{name}”的有 {len(near)} 处：{'、'.join(spot.full for spot in near[:4])}，请连上级一起写")
        if not meant:
            raise Refused(f"没有叫“{name}”的地点")
        if not near:
            raise Refused(f"“{name}”不在您排期的范围里")
        return near[0]

    def _by_code(self, name: str, code: str) -> Spot:
        spot = self._codes.get(code)
        if spot is None:
            raise Refused(f"没有编号是“{code}”的地点")
        if name and BETWEEN.sub("", name) not in (BETWEEN.sub("", spot.full), spot.title):
            raise Refused(f"编号“{code}”是{spot.full}，不是“{name}”")
        if not self.within(spot):
            raise Refused(f"“{spot.title}”不在您排期的范围里")
        return spot


def spots() -> dict[int, Spot]:
    """Return every place by its key; one query."""
    names: dict[str, str] = {}
    found = {}
    rows = PlacePage.objects.order_by("path").values_list("pk", "path", "title", "code", "latitude", "longitude")
    for pk, path, title, code, latitude, longitude in rows.iterator():
        above = names.get(path[: -Page.steplen], "")
        names[path] = f"{above}/{title}" if above else title
        found[pk] = Spot(pk, path, title, code or "", names[path], latitude, longitude)
    return found
