"""Tea hills: curving rows on the slopes, pickers among them, a small tea house."""

from .. import houses, land, people, setting, sky, things, trees
from ..colours import deepen, lighten, mix, veil
from ..lines import bumpy, move, smooth
from ..people import head


def tea(s):
    """Mist and far hills, then tea slopes, each nearer and larger."""
    dice = s.dice
    y = setting.backdrop(s, base=560, forms=("peak", "rolling", "karst", "bluff"), top=(150, 240))
    s.mist(y - 20, 90, veil(s.mood.mist, 190))
    span = s.level(1000) - y if not s.tall else (s.level(1000) - y) * 1.25
    house = dice.choice([0.22, 0.78])
    for i, share in enumerate((-0.04, 0.16, 0.42)):
        crest = _slope(s, y + span * share, (i % 2) * 2 - 1)
        if i == 1:
            _tea_house(s.at(s.w * house, _height(crest, s.w * house) + 14, 0.95))
        base = _rows(s, crest, 15 + i * 11, 0.5 - 0.2 * i)
        _pickers(s, crest, 0.68 + 0.5 * i, base)
    setting.frame(s, ("open", "branch", "hill", "bamboo"))
    sky.weather(s)


def _slope(s, y, lean):
    """The top of one tea hill."""
    tilt = s.dice.uniform(30, 80) * lean
    spots = [
        (s.w * t, y + tilt * (t - 0.5) * 2 + s.dice.uniform(-34, 34)) for t in (-0.1, 0.1, 0.3, 0.5, 0.7, 0.9, 1.1)
    ]
    return smooth(spots, steps=10)


def _height(crest, x):
    return min(crest, key=lambda spot: abs(spot[0] - x))[1]


def _rows(s, crest, deep, haze):
    """Clipped hedges that follow the hill, dark and light in turn."""
    base = mix(mix(s.mood.leaf, s.ink.green, 0.35), s.mood.far, haze * 0.8)
    land.layer(s, crest, base, deepen(base, 0.2))
    y, i = deep * 0.6, 0
    while min(v for _, v in crest) + y < s.h:
        bend = 1 + y / 900
        row = [(x, v * 1.0 + y * bend + (x - s.w / 2) ** 2 * y * 1.2e-7) for x, v in crest]
        tone = lighten(base, 0.17 if i % 2 else 0.09)
        s.poly(row + [(x, v + deep * 0.62) for x, v in reversed(row)], tone)
        s.poly(
            [(x, v + deep * 0.5) for x, v in row] + [(x, v + deep * 0.75) for x, v in reversed(row)], deepen(base, 0.22)
        )
        y, deep, i = y + deep, deep * 1.07, i + 1
    return base


def _pickers(s, crest, scale, base):
    """Pickers stand waist-deep between hedges, a basket on the back."""
    for _ in range(s.dice.randint(1, 3)):
        x = s.w * s.dice.uniform(0.14, 0.86)
        spot = s.at(x, _height(crest, x) + 84 * scale, scale, flip=s.chance(0.5))
        _picker(
            spot,
            people.look(
                s,
                style="straw",
                coat=s.dice.choice(["rose", "blue", "white", "plum", "ochre"]),
                red=s.chance(0.125),
            ),
        )
        for i in range(-5, 6):
            tone = lighten(base, 0.06 + 0.10 * s.dice.random())
            spot.poly(move(bumpy(s.dice, (26, 19), 9, 0.08), i * 25, -22 + abs(i) * 1.6), deepen(tone, 0.16))
            spot.poly(move(bumpy(s.dice, (23, 14), 9, 0.08), i * 25 - 2, -27 + abs(i) * 1.6), tone)


def _picker(s, who):
    s.blob([(-12, -64), (-30, -62), (-27, -30), (-10, -26)], s.ink.bamboo)
    s.stroke([(-29, -52), (-11, -52)], 3, deepen(s.ink.bamboo, 0.25))
    s.blob([(-14, -66), (0, -74), (14, -66), (15, -44), (14, -14), (-14, -14)], who.coat)
    for path in ([(6, -62), (20, -48), (34, -42)], [(-2, -60), (10, -44), (22, -34)]):
        s.stroke(path, 7, deepen(who.coat, 0.14))
        s.disc(*path[-1], 3.6, who.skin)
    head(s.at(2, -86), who, aside=3)


def _tea_house(s):
    trees.tree(s.at(-120, 0, 0.7))
    houses.cottage(s, 190, 96)
    things.table(s.at(136, 8, 0.7), 70)
