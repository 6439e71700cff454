"""A covered bridge over a stream: a timber gallery with roofs, or an old stone arch, and its reflection."""

import math

from .. import houses, land, people, plants, setting, sky, things, trees
from ..colours import deepen, lighten, mix, veil
from ..lines import arc


def bridge(s):
    """Hills, the bridge from bank to bank, then the water below it."""
    dice, c = s.dice, s.middle
    y = setting.backdrop(s, base=560, forms=("rolling", "bluff", "peak", "karst"), top=(130, 230))
    line = y + 120
    s.mist(y + 40, 90, veil(s.mood.mist, 150))
    for side in (-1, 1):
        _bank(s.at(c + side * 460 * s.roomy, line, s.roomy, flip=side < 0))
    s.in_turn([_covered, _stone], 1)(s.at(c, line, s.roomy))
    land.water(s, line, s.h - line)
    if s.chance(0.6):
        things.sampan(
            s.at(c + dice.uniform(-260, 260), line + dice.uniform(90, 150), 0.9, flip=s.chance(0.6)),
            lamp=s.mood.night,
        )
    setting.frame(s, ("reeds", "open", "bamboo", "branch", "rocks", "blossom"))
    sky.weather(s)


def _bank(s):
    """The end of the bridge on land, to the right."""
    bank = mix(s.mood.ground, s.mood.near, 0.3)
    s.fill([(-90, 0), (-60, -70), (0, -112), (180, -130), (700, -120), (700, 4)], [lighten(bank, 0.1), bank])
    for x in (120, 300):
        s.dice.choice([trees.tree, trees.grove])(s.at(x, -112, s.dice.uniform(0.75, 1.05)))
    for x in (-70, -20, 60):
        plants.boulder(s.at(x, -2), s.dice.uniform(26, 52), 22)


def _covered(s):
    """A wooden gallery bridge with a raised middle roof, on an arch of beams."""
    ink, half = s.ink, 400
    deck = -130
    s.stroke(
        [(x, -24 - 92 * math.sin(math.pi * (x + half) / (2 * half))) for x in range(-half, half + 1, 40)],
        15,
        deepen(ink.wood, 0.35),
    )
    for x in range(-half + 60, half, 60):
        s.stroke([(x, -24 - 92 * math.sin(math.pi * (x + half) / (2 * half))), (x, deck)], 6, deepen(ink.wood, 0.2))
    s.rect(-half - 20, deck - 8, half + 20, deck + 8, ink.wood)
    inside = mix(ink.dark, ink.lamp, 0.55) if s.mood.night else mix(ink.dark, ink.wood, 0.5)
    s.rect(-half, deck - 86, half, deck - 8, inside)
    _people_inside(s, deck - 8, half)
    for x in range(-half, half + 1, 50):
        s.rect(x - 4, deck - 88, x + 4, deck - 6, mix(ink.red, ink.wood, 0.6))
    s.fade(
        [(-half, deck - 42), (half, deck - 42), (half, deck + 4), (-half, deck + 4)], lighten(ink.wood, 0.12), ink.wood
    )
    houses.roof(s.at(0, deck - 84), houses.Roof(half * 2 + 70, 58, 16, 0.95))
    for x, rise in ((-half * 0.78, 0), (half * 0.78, 0), (0, 30)):
        _lantern_roof(s.at(x, deck - 132), rise)
    for x in range(-half + 75, half, 150):
        houses.lantern(s.at(x, deck - 84), 9)


def _lantern_roof(s, rise):
    """A small tower roof that rises from the gallery."""
    s.rect(-58, -18 - rise, 58, 10, mix(s.ink.red, s.ink.wood, 0.5))
    houses.roof(s.at(0, -14 - rise), houses.Roof(176, 50, 22, 0.5))
    if rise:
        s.rect(-30, -84 - rise, 30, -56 - rise, mix(s.ink.red, s.ink.wood, 0.5))
        houses.roof(s.at(0, -78 - rise), houses.Roof(112, 44, 18, 0.15))


def _people_inside(s, floor, half):
    for who in people.crowd(s, s.dice.randint(3, 7)):
        people.walk(s.at(s.dice.uniform(-half + 40, half - 40), floor, 0.72, flip=s.chance(0.6)), who)


def _stone(s):
    """A hump of stone with one or three round arches; people cross it."""
    stone = deepen(mix(s.ink.stone, s.mood.near, 0.2), 0.06)
    half, high = 440, s.dice.uniform(150, 200)
    back = [(x, -46 - high * math.cos(math.pi * x / (2 * half)) ** 1.6) for x in range(-half, half + 1, 20)]
    for who in people.crowd(s, s.dice.randint(3, 5)):
        x, y = s.dice.choice(back[10:-10])
        people.walk(s.at(x, y + 4, 0.92, flip=s.chance(0.6)), who, load=s.dice.choice([None, "pole", "pack"]))
    s.fill([*back, (half, 6), (-half, 6)], [lighten(stone, 0.18), stone, deepen(stone, 0.12)])
    s.stroke(back, 9, deepen(stone, 0.18))
    for x, y in back[2:-2:3]:
        s.rect(x - 5, y - 22, x + 5, y, deepen(stone, 0.1))
    s.stroke([(x, y - 20) for x, y in back[2:-2]], 5, deepen(stone, 0.06))
    spans = s.in_turn([[(0, 128)], [(0, 96), (-212, 62), (212, 62)]], 3)
    for x, r in spans:
        s.poly(arc((x, 4), (r + 15, r + 15), 180, 360, 24), deepen(stone, 0.2))
        s.fill(
            [*arc((x, 4), (r, r), 180, 360, 24), (x + r, 6), (x - r, 6)],
            [mix(s.mood.near, s.mood.far, 0.3), mix(s.mood.near, s.mood.mist, 0.75)],
        )
