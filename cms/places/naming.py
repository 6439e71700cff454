"""From what somebody types to the place they mean."""

import re
from dataclasses import dataclass
from difflib import get_close_matches

from wagtail.models import Page

from cms.core.refusals import Refused
from cms.places import permissions
from cms.places.models import Role
from cms.places.scope import CITY_DEPTH

MOST_OFFERED = 300  # names that a page offers while one types
BETWEEN = re.compile(r"[\s/／>、，,·]+")


@dataclass(frozen=True)
class Name:
    """A place by its names from the county down, e.g. 延溪区上埔镇上埔村."""

    pk: int
    title: str
    full: str
    code: str


def names(user, *roles: Role) -> list[Name]:
    """Return the names of the places where the person holds a role (else: manages), in tree order; one query."""
    found, above = [], {}
    held = permissions.places(user, *(roles or (Role.MANAGER,)))
    rows = held.values_list("pk", "path", "depth", "title", "placepage__code")
    for pk, path, depth, title, code in rows:
        full = title if depth <= CITY_DEPTH else above.get(path[: -Page.steplen], "") + title
        above[path] = "" if depth <= CITY_DEPTH else full
        found.append(Name(pk, title, full, code or ""))
    return found


def find(user, typed: str, *roles: Role) -> Page:
    """Return the one place that is meant; Refused says why it is not clear which."""
    known, typed = names(user, *roles), BETWEEN.sub("", typed)
    for fits in (
        lambda name: typed in (name.full, name.code),
        lambda name: name.title == typed,
        lambda name: name.full.endswith(typed),
    ):
        meant = [name for name in known if typed and fits(name)]
        if len(meant) > 1:
            several = "、".join(name.full for name in meant[:5])
            raise Refused(f"叫“{typed}”的有 {len(meant)} 个：{several}。请连上级一起写。")
        if meant:
            return Page.objects.get(pk=meant[0].pk)
    near = get_close_matches(typed, [name.title for name in known], n=3, cutoff=0.5)
    raise Refused(f"您负责的地方里没有“{typed}”。" + (f"是不是{'、'.join(dict.fromkeys(near))}？" if near else ""))
