"""Terraced rice: curved paddies that hold the sky, or hold the ripe grain; planters, an ox, egrets."""

import math

from .. import houses, people, setting, sky, things, trees
from ..colours import deepen, lighten, mix, veil
from ..lines import smooth


def ricefield(s):
    """Terraces from the foot of the hills down to the viewer."""
    dice = s.dice
    y = setting.backdrop(s, base=520, forms=("peak", "rolling", "bluff", "dune"), top=(130, 230))
    ripe = s.mood.name in ("autumn", "harvest", "ochre")
    s.mist(y - 6, 80, veil(s.mood.mist, 180))
    _terraces(s, y, ripe)
    houses.hamlet(s.at(s.w * dice.choice([0.22, 0.76]), y + 16), dice.randint(3, 5), 62)
    for x in (0.1, 0.42, 0.9):
        trees.plumes(
            s.at(s.w * x + dice.uniform(-60, 60), y + 24, dice.uniform(0.5, 0.8)), 8, mix(s.mood.near, s.mood.leaf, 0.3)
        )
    _life(s, y, ripe)
    setting.frame(s, ("open", "grass", "branch", "bamboo", "reeds"))
    sky.weather(s)


def _terraces(s, y, ripe):
    """Bands that widen towards the viewer, each a sheet of water or grain behind a grassy bank."""
    top, deep, drift = y, 20, s.dice.uniform(0, 6)
    sway, length = s.dice.uniform(0.55, 1.0), s.w / s.dice.uniform(1.4, 2.3)
    while top < s.h + 60:
        spots = []
        for k in range(9):
            x = s.w * (-0.1 + k * 0.15)
            bend = math.sin(x / length * 6.28 + drift) + 0.5 * math.sin(x / length * 13 - drift * 1.7)
            spots.append((x, top + bend * sway * deep * 0.62 + s.dice.uniform(-0.12, 0.12) * deep))
        _paddy(s, smooth(spots, steps=8), deep, ripe)
        top, deep, drift = top + deep, deep * 1.27, drift + s.dice.uniform(0.2, 0.8)


def _paddy(s, edge, deep, ripe):
    bank = mix(s.mood.leaf, s.mood.ground, 0.3)
    s.poly(
        [(x, v - deep * 0.10) for x, v in edge] + [(x, v + deep * 0.24) for x, v in reversed(edge)], lighten(bank, 0.12)
    )
    s.poly(
        [(x, v + deep * 0.06) for x, v in edge] + [(x, v + deep * 0.26) for x, v in reversed(edge)], deepen(bank, 0.16)
    )
    below = [(x, v + deep * 0.22) for x, v in edge] + [
        (s.w + 20, edge[-1][1] + deep * 2.4),
        (-20, edge[0][1] + deep * 2.4),
    ]
    if ripe:
        grain = mix(s.ink.gold, s.mood.ground, s.dice.uniform(0.25, 0.7))
        s.fill(below, [lighten(grain, 0.18), grain, deepen(grain, 0.08)])
    else:
        s.fill(
            below,
            [
                mix(s.mood.sky_low, s.mood.water, s.dice.uniform(0.2, 0.6)),
                s.mood.water,
                mix(s.mood.water, s.mood.leaf, 0.25),
            ],
        )
    _seedlings(s, edge, deep, ripe)


def _seedlings(s, edge, deep, ripe):
    """Rows of young rice, or the texture of ripe ears."""
    tone = deepen(s.ink.gold, 0.16) if ripe else mix(s.mood.leaf, s.mood.near, 0.1)
    size = deep * 0.13
    skip = s.dice.random()
    for row in (0.5, 0.75, 1.0):
        for k in range(round(s.dice.random() * 3), len(edge), 2):
            x, v = edge[k]
            if (x / s.w + skip) % 1 < 0.4 and not ripe:
                continue
            x, v = x + s.dice.uniform(-3, 3), v + deep * row
            for lean in (-0.6, 0, 0.6):
                s.poly([(x - 1.2, v), (x + lean * size, v - size * 1.5), (x + 1.2, v)], tone)


def _life(s, y, ripe):
    """Planters or reapers in a row, perhaps an ox, perhaps egrets."""
    dice, base = s.dice, s.level(790)
    start = s.w / 2 + dice.uniform(-330, -120) * (0.8 if s.tall else 1)
    for i in range(dice.randint(3, 5)):
        who = people.look(s, style="straw", red=i == 1)
        (people.bend if i != dice.randint(0, 5) else people.stand)(
            s.at(start + i * 122, base + (i % 2) * 18, 1.25, flip=s.chance(0.2)), who
        )
        s.oval(start + i * 122, base + (i % 2) * 18, 30, 4, veil(lighten(s.mood.water, 0.5), 120))
    if s.chance(0.4) or ripe:
        things.buffalo(s.at(s.w / 2 + dice.choice([-1, 1]) * 300, s.level(700), 0.95, flip=s.chance(0.4)))
    if not ripe:
        for _ in range(dice.randint(2, 5)):
            things.egret(
                s.at(
                    s.w / 2 + dice.uniform(-420, 420),
                    s.level(dice.uniform(640, 920)),
                    dice.uniform(0.6, 0.9),
                    flip=s.chance(0.4),
                )
            )
    else:
        for x in (-220, 40, 260):
            _sheaf(s.at(s.w / 2 + x, s.level(dice.uniform(850, 900))))


def _sheaf(s):
    for lean in (-26, -14, 0, 14, 26):
        s.stroke([(lean * 0.3, 0), (0, -34), (lean, -74)], 7, mix(s.ink.straw, s.ink.gold, abs(lean) / 30))
    s.rect(-9, -38, 9, -31, deepen(s.ink.straw, 0.3))
