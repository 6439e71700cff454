"""Every kind of picture, the moods it may take, and `draw`, which makes one from a kind and a number."""

from dataclasses import dataclass, replace
from random import Random

from .moods import MOODS, blend
from .scenes.ancestralhall import ancestralhall
from .scenes.bridge import bridge
from .scenes.clinic import clinic
from .scenes.drum import drum
from .scenes.field import field
from .scenes.lantern import lantern
from .scenes.library import library
from .scenes.market import market
from .scenes.mountain import mountain
from .scenes.night import night
from .scenes.oldroad import oldroad
from .scenes.opera import opera
from .scenes.papercut import papercut
from .scenes.portrait import portrait
from .scenes.raft import raft
from .scenes.ricefield import ricefield
from .scenes.river import river
from .scenes.school import school
from .scenes.tea import tea
from .scenes.town import town
from .scenes.yard import yard
from .sheet import Sheet
from .turns import in_turn

SIZE = (1600, 1000)


@dataclass(frozen=True)
class Kind:
    """A kind of picture: the function that draws it, and its moods in the order that seeds take them."""

    scene: object
    moods: tuple


def _kind(scene, moods):
    return Kind(scene, tuple(moods.split()))


KINDS = {
    "yard": _kind(yard, "ochre celadon dusk spring mistblue autumn indigo jade rose snow harvest rain dawn"),
    "raft": _kind(raft, "jade mistblue celadon rose spring dawn rain ochre indigo autumn snow"),
    "papercut": _kind(papercut, "rose ochre mistblue celadon dawn indigo spring snow jade autumn plumeve"),
    "mountain": _kind(mountain, "mistblue celadon dawn jade ochre rain rose spring snow autumn indigo"),
    "town": _kind(town, "mistblue ochre dusk celadon teal rose rain spring snow dawn indigo autumn jade"),
    "school": _kind(school, "spring celadon ochre mistblue jade autumn dawn rose harvest snow"),
    "market": _kind(market, "ochre spring celadon autumn mistblue rose jade harvest dawn rain dusk"),
    "lantern": _kind(lantern, "indigo plumeve dusk teal"),
    "tea": _kind(tea, "spring jade celadon dawn mistblue harvest rain rose ochre"),
    "bridge": _kind(bridge, "celadon ochre mistblue jade dusk spring rain rose autumn indigo snow dawn"),
    "opera": _kind(opera, "indigo ochre dusk celadon plumeve rose teal spring autumn mistblue snow"),
    "field": _kind(field, "spring harvest celadon ochre jade autumn dawn mistblue rose rain"),
    "ricefield": _kind(ricefield, "celadon harvest jade dawn spring autumn mistblue ochre rose rain dusk"),
    "oldroad": _kind(oldroad, "jade autumn mistblue celadon ochre rain spring dawn rose snow dusk"),
    "ancestralhall": _kind(ancestralhall, "celadon ochre rose jade indigo autumn mistblue spring dusk snow harvest"),
    "river": _kind(river, "dawn mistblue ochre celadon dusk rose jade indigo spring rain autumn"),
    "library": _kind(library, "celadon ochre mistblue spring rose jade dusk snow autumn rain dawn"),
    "clinic": _kind(clinic, "celadon spring ochre mistblue jade rose autumn dawn rain snow harvest"),
    "drum": _kind(drum, "ochre celadon autumn spring rose harvest jade mistblue dusk dawn snow"),
    "night": _kind(night, "indigo teal plumeve"),
    "portrait": _kind(portrait, "celadon ochre mistblue rose spring jade harvest dawn autumn snow"),
}


def draw(kind, seed, size=SIZE):
    """A picture as a Pillow image: the same kind, seed and size always give the same one.

    `size` is in pixels, upright or wide. Raises ValueError for a kind that nobody can draw.
    """
    if kind not in KINDS:
        raise ValueError(f"no picture of the kind {kind!r}; there are: {', '.join(KINDS)}")
    sheet = Sheet(size, mood_of(kind, seed), Random(f"{kind}/{seed}"), seed)  # noqa: S311 - a drawing, not a secret
    KINDS[kind].scene(sheet)
    return sheet.finish()


def mood_of(kind, seed):
    """The light of a picture: its kind's moods in turn, each a little coloured by a kindred one."""
    mood = MOODS[in_turn(seed, KINDS[kind].moods, kind)]
    dice = Random(f"mood/{kind}/{seed}")  # noqa: S311
    kindred = [
        other for other in MOODS.values() if abs(other.dark - mood.dark) < KINDRED and other.weather == mood.weather
    ]
    mood = blend(mood, dice.choice(kindred), dice.uniform(0, 0.3))
    return replace(mood, dark=min(mood.dark, 0.07)) if kind == "portrait" else mood


KINDRED = 0.09
