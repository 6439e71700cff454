"""Moods: the light, season and palette of a picture, and the colours that things take in that light."""

from dataclasses import dataclass, fields, replace
from types import SimpleNamespace

from .colours import mix, rgb

# The colours of things in plain daylight; a mood tints them all alike.
DAYLIGHT = {
    "paper": "#fbf4e6", "wall": "#f5ead7", "clay": "#d9b58a", "stone": "#b7ab98", "tile": "#4b4540", "wood": "#7a5136",
    "dark": "#3a2c23", "bamboo": "#b99a5b", "straw": "#dcbd7c", "red": "#b3242b", "gold": "#d69b3a", "ochre": "#b8793a",
    "green": "#2e6a4f", "jade": "#6f9c88", "blue": "#3d5872", "sky": "#8ba6b5", "rose": "#c9766a", "blush": "#e7b6a6",
    "plum": "#6b3a46", "white": "#fffaf0", "skin": "#e6b48f", "tan": "#c98f68", "hair": "#2b211b", "grey": "#a39a90",
}  # fmt: skip


@dataclass(frozen=True)
class Mood:
    """One light: sky and hills from far to near, ground and water, leaves, and how deep its shade is."""

    name: str
    sky_top: tuple
    sky_low: tuple
    far: tuple
    near: tuple
    mist: tuple
    orb: tuple
    ground: tuple
    water: tuple
    leaf: tuple
    bloom: tuple
    shade: tuple
    dark: float = 0.0
    weather: str = ""

    @property
    def night(self):
        """Whether lamps are lit."""
        return self.dark > NIGHTFALL

    def lit(self, colour):
        """A daylight colour as it looks in this mood."""
        return mix(colour, self.shade, self.dark)

    def by_lamp(self):
        """The same mood near a lamp: by day no other, at night brighter and warmer."""
        if not self.night:
            return self
        return replace(self, dark=0.24, shade=mix(self.shade, (176, 96, 52), 0.55))

    def inks(self):
        """The colours of things in this mood, by name."""
        named = {name: self.lit(rgb(text)) for name, text in DAYLIGHT.items()}
        return SimpleNamespace(**named, lamp=rgb("#f6c667"))


NIGHTFALL = 0.25
COLUMNS = ("sky_top", "sky_low", "far", "near", "mist", "orb", "ground", "water", "leaf", "bloom", "shade")
TABLE = """
celadon  #c6dfd8 #f4ead3 #b3cfc0 #2d5445 #eef1e2 #f0c987 #b9b78c #a9c9bd #3d7257 #c9766a #d9e3d2 0.06
jade     #b4d6d3 #f6efd8 #a5cabb #1d5646 #eaf2e4 #f4d294 #a8b582 #93c0b6 #2e6a4f #d98a5a #cfe4d6 0.05
ochre    #f0d2ab #f9f0dc #e2c59c #6a4a31 #f8ead0 #eda959 #cfa774 #d6c3a0 #8a7a3c #b3542b #f0cf9f 0.10
rose     #f2d8cd #fcf3e6 #ecc3b3 #84393a #fbeadd #e58c6e #cf9c88 #dcc0b4 #7c7a52 #b9474a #f0c4b0 0.10
mistblue #cdd9e0 #f3eee0 #bccad0 #445c63 #eef0ea #f3dfae #a9ab98 #b3c6cb #50746c #b97a6a #c9d6da 0.08
spring   #dfe9cf #fbf5e0 #cfdcb0 #4c7040 #f6f5de #f5d58e #b6bd78 #b5d0b7 #6d9a4a #e39a97 #e4ecc8 0.05
autumn   #e6d8bb #f9efd6 #dcc59a #74492b #f7ead0 #e9a24c #c79f66 #c3bd9d #b5732f #b8432b #ecd3a0 0.08
rain     #aebfc0 #dde3da #a9bdba #35504d #dfe6dd #e8e6d4 #8e9a86 #9cb3b0 #41695a #a8605a #9fb3b3 0.20 rain
snow     #d5dfe4 #f6f3ec #d3dde0 #6f8790 #f4f4ee #f2c9a0 #eceae1 #c2d1d5 #5f7f76 #b3242b #dde6ea 0.14 snow
dusk     #5f7392 #f5c49a #b9a5a4 #34435c #efc9ab #f8cc8c #a08a76 #96999f #4c6a58 #cf6459 #7a7482 0.17
harvest  #f6e3b0 #fcf5de #e3d096 #6c6a2c #f8f0cc #eeb04e #d2b660 #cfcfa4 #a59236 #c9702f #f3dc98 0.06
dawn     #a3b8ca #f7d9bf #b7b8c3 #45566b #f3dfcf #f2a877 #a99d96 #b9bdc8 #54716b #c9766a #b9b9c8 0.12
indigo   #16233a #46617a #3c5470 #0f1a2b #6d8799 #f5e8c2 #2c3a46 #2b435a #24463f #a8484a #1c2c4a 0.52
teal     #122b33 #4a7471 #37605f #0c1f22 #6f948c #f7ebc6 #2b3f3c #254a4d #1f4a3c #b0503f #12343a 0.50
plumeve  #1f2745 #9b6a6e #565068 #1a1b2e #a07a80 #f8dba6 #43404a #454560 #34473f #c25058 #2a2c4a 0.46
"""


def _read(line):
    name, *rest = line.split()
    colours = dict(zip(COLUMNS, map(rgb, rest), strict=False))
    weather = rest[12] if len(rest) > len(COLUMNS) + 1 else ""
    return Mood(name=name, **colours, dark=float(rest[len(COLUMNS)]), weather=weather)


MOODS = {mood.name: mood for mood in map(_read, TABLE.strip().splitlines())}


def blend(mood, other, share):
    """A mood with a share of another's colours; its weather stays its own."""
    changed = {
        f.name: mix(getattr(mood, f.name), getattr(other, f.name), share) for f in fields(Mood) if f.name in COLUMNS
    }
    return replace(mood, **changed)
