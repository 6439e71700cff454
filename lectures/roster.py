"""From a typed name to the speaker who is meant; several of one name are told apart by their number, 林秀珍#12."""

import re
from difflib import get_close_matches

from cms.core.refusals import Refused
from cms.places import scope
from lectures.models import SpeakerPage

BETWEEN = re.compile(r"[、，,;；/／\n]+")
MOST_OFFERED = 300  # names that a page offers while one types


class Roster:
    """Every speaker on the public roster by name, read once; two queries."""

    def __init__(self):
        rows = SpeakerPage.objects.live().order_by("path").values_list("pk", "title", "path")
        counties = dict(scope.counties().values_list("path", "title"))
        self.where = {pk: counties.get(scope.county_path(path), "市级") for pk, _, path in rows}
        self.titles = {pk: title for pk, title, _ in rows}
        self.named: dict[str, list[int]] = {}
        for pk, title, _ in rows:
            self.named.setdefault(title, []).append(pk)

    def split(self, typed: str) -> list[int]:
        """Return the speakers of a list of names, each once; Refused says which name is not clear."""
        return list(dict.fromkeys(self.find(name) for part in BETWEEN.split(typed) if (name := part.strip())))

    def find(self, name: str) -> int:
        """Return the key of the one speaker who is meant."""
        title, _, number = name.partition("#")
        meant = self.named.get(title.strip(), [])
        if number:
            meant = [pk for pk in meant if str(pk) == number.strip()]
        if len(meant) == 1:
            return meant[0]
        if meant:
            several = "、".join(f"{title}#{pk}（{self.where[pk]}）" for pk in meant)
            raise Refused(f"叫“{title}”的宣讲师有 {len(meant)} 位：{several}。请连号码一起写。")
        near = get_close_matches(title, list(self.named), n=3, cutoff=0.5)
        raise Refused(f"名册里没有“{name}”这位宣讲师。" + (f"是不是{'、'.join(near)}？" if near else ""))

    def name(self, pk: int) -> str:
        """Return the name by which `find` finds this speaker, and no other."""
        title = self.titles[pk]
        return title if len(self.named[title]) == 1 else f"{title}#{pk}"

    def offered(self, user) -> list[str]:
        """Return the names to offer while the person types: of their counties and the city; none when too many."""
        counties = {scope.county_path(path) for path in scope.paths(user)}
        city = scope.works_in_city(user)
        near = dict(scope.counties().filter(path__in=counties).values_list("path", "title")).values()
        found = [self.name(pk) for pk, where in self.where.items() if city or where in near or where == "市级"]
        return found if len(found) <= MOST_OFFERED else []


def speakers(pks) -> list[SpeakerPage]:
    """Return the speakers of these keys, in this order."""
    found = SpeakerPage.objects.in_bulk(pks)
    return [found[pk] for pk in pks]
