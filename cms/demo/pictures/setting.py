"""What most scenes share: the land behind, a far village, paving, an audience, and plants that frame the picture."""

from . import houses, land, plants, sky, trees
from .colours import deepen, lighten, mix
from .lines import arc, bumpy
from .people import crowd, sit_back


def backdrop(s, *, base=690, forms=("rolling", "peak", "bluff", "dune", "karst"), top=(230, 330)):
    """Sky, hills and a far village; gives back the height where the ground should begin."""
    dice = s.dice
    sky.sky(s)
    y = s.level(base)
    land.hills(s, s.level(dice.uniform(*top)), y - 20, dice.randint(4, 6), s.in_turn(forms, 2))
    if s.chance(0.7):
        side = dice.choice([0.14, 0.86])
        houses.hamlet(
            s.at(s.w * side + dice.uniform(-50, 50), y - dice.uniform(16, 50)), dice.randint(3, 6), dice.uniform(38, 54)
        )
        trees.plumes(
            s.at(s.w * side + dice.choice([-150, 150]), y - 10, 0.8),
            dice.randint(5, 9),
            mix(s.mood.near, s.mood.far, 0.3),
        )
    return y


def paving(s, x, y, radii):
    """The open ground before a building: a round of stone, a flagged court, trodden earth, or a path from the door."""
    pale = mix(mix(s.mood.ground, s.ink.stone, 0.35), s.mood.mist, 0.26)
    s.in_turn((_flags, _round, _earth, _path), 1)(s.at(x, y), radii, pale)


def _round(s, radii, pale):
    s.oval(0, 0, *radii, pale)
    for i in (0.84, 0.66, 0.46, 0.26):
        edge = arc((0, 0), (radii[0] * i, radii[1] * i), 0, 360, 48)
        s.stroke(edge, 1.6, deepen(pale, 0.07))


def _flags(s, radii, pale):
    """Square flags in perspective."""
    w, h = radii
    s.poly([(-w * 0.72, -h), (w * 0.72, -h), (w * 1.12, h * 1.3), (-w * 1.12, h * 1.3)], pale)
    line, grout = deepen(pale, 0.07), lighten(pale, 0.16)
    for i in range(-6, 7):
        s.stroke([(w * 0.12 * i, -h), (w * 0.187 * i, h * 1.3)], 1.6, line)
    for i in range(8):
        t = (i / 7) ** 1.4
        y, half = -h + h * 2.3 * t, w * (0.72 + 0.4 * t)
        s.stroke([(-half, y), (half, y)], 1.6, grout if i == 0 else line)


def _earth(s, radii, pale):
    """Earth that many feet have trodden."""
    s.poly([(x, y * 0.9) for x, y in bumpy(s.dice, radii, 16, 0.14)], mix(pale, s.mood.ground, 0.45))


def _path(s, radii, pale):
    """A flagged path that widens from the door to the viewer."""
    w, h = radii
    s.blob(
        [(-w * 0.9, -h * 0.5), (w * 0.9, -h * 0.5), (w * 0.95, h * 0.5), (-w * 0.95, h * 0.5)],
        mix(pale, s.mood.ground, 0.6),
    )
    s.poly([(-w * 0.11, -h * 1.1), (w * 0.11, -h * 1.1), (w * 0.36, h * 2.4), (-w * 0.36, h * 2.4)], pale)
    for i in range(1, 9):
        t = (i / 8) ** 1.5
        y, half = -h * 1.1 + h * 3.5 * t, w * (0.11 + 0.25 * t)
        s.stroke([(-half, y), (half, y)], 2, deepen(pale, 0.09))
        s.stroke(
            [(half * (0.3 if i % 2 else -0.25), y), (half * (0.3 if i % 2 else -0.25), y - 14 - 26 * t)],
            2,
            deepen(pale, 0.09),
        )


def audience(s, x, y, count):
    """Seated listeners in curved rows, seen from behind; later rows nearer and larger."""
    people, row = crowd(s, count), 0
    while people:
        seats = min(len(people), 5 + row * 2)
        apart, scale = 74 + row * 9, 1.02 + row * 0.15
        for i in range(seats):
            u = i - (seats - 1) / 2
            spot = s.at(x + u * apart + s.dice.uniform(-7, 7), y + row * 62 - u * u * 1.4, scale)
            sit_back(spot, people.pop())
        row += 1


def tufts(s, y, count):
    """Grass here and there on open ground."""
    for _ in range(count):
        x, v = s.dice.uniform(0, s.w), s.dice.uniform(y, s.h)
        plants.grass(
            s.at(x, v, 0.4 + 0.5 * (v - y) / (s.h - y)), s.dice.randint(4, 7), mix(s.mood.leaf, s.mood.ground, 0.35)
        )


def frame(s, choices=("branch", "bamboo", "reeds", "grass", "rocks", "blossom", "hill", "open"), *, foot=True):
    """Plants close to the viewer, on one side or at the foot of the picture; upright sheets have grass at the foot."""
    if s.tall and foot:
        _grass(s)
    flip = s.chance(0.5)
    edge = s.at(s.w, 0, flip=True) if flip else s
    FRAMES[s.in_turn(choices, 3)](edge)


def _branch(s):
    plants.branch(s.at(-10, s.dice.uniform(20, 90), s.dice.uniform(0.9, 1.25)), blossom=False)


def _blossom(s):
    plants.branch(s.at(-10, s.dice.uniform(20, 90), s.dice.uniform(0.9, 1.25)), blossom=True)


def _bamboo(s):
    trees.bamboo(s.at(s.dice.uniform(20, 60), s.h + 30, 1.25), s.dice.randint(4, 6), s.level(790) / 1.25)


def _reeds(s):
    for x in (40, 170):
        plants.reeds(s.at(x, s.h + 10, s.dice.uniform(1.0, 1.4)), mix(s.mood.near, s.mood.leaf, 0.4))


def _grass(s):
    dark = mix(s.mood.near, s.mood.leaf, 0.4)
    for x in range(0, int(s.w), 62):
        plants.grass(
            s.at(x + s.dice.uniform(-20, 20), s.h + 14, s.dice.uniform(0.8, 1.5)),
            7,
            mix(dark, s.mood.leaf, s.dice.uniform(0, 0.4)),
        )


def _rocks(s):
    for x, rx in ((30, 150), (150, 90)):
        plants.boulder(s.at(x, s.h - 10), rx, rx * 0.62)
    for x in (70, 190, 230):
        plants.grass(s.at(x, s.h + 4, 1.2), 8, mix(s.mood.leaf, s.mood.near, 0.4))


def _hill(s):
    dark = mix(s.mood.near, s.mood.leaf, 0.25)
    s.blob([(-80, s.h + 60), (-60, s.h - 150), (160, s.h - 120), (420, s.h - 30), (560, s.h + 60)], dark)
    for x, y in ((60, -146), (150, -118), (250, -86)):
        plants.grass(s.at(x, s.h + y + 8, 1.1), 8, mix(dark, s.mood.leaf, 0.5))


def _open(s):
    """Nothing: the view is open."""


FRAMES = {
    "branch": _branch,
    "blossom": _blossom,
    "bamboo": _bamboo,
    "reeds": _reeds,
    "grass": _grass,
    "rocks": _rocks,
    "hill": _hill,
    "open": _open,
}
