"""An old town: tiers of white walls and dark roofs, a drum tower, a street or a riverside with people."""

from .. import houses, land, people, setting, sky, things, trees
from ..colours import deepen, mix, veil


def town(s):
    """Houses up the slope, far to near, then what lies before them."""
    dice = s.dice
    y = setting.backdrop(s, base=600, forms=("rolling", "peak", "dune"))
    _tier(s, y - 4, 62, 0.5)
    tower(s.at(s.w / 2 + dice.uniform(-190, 190), y + 34, dice.uniform(0.9, 1.15)))
    s.mist(y + 14, 60, veil(s.mood.mist, 110))
    _tier(s, y + 66, 104, 0.24)
    s.in_turn([_river_front, _street, _flats], 1)(s, y + 128)
    setting.frame(s, ("open", "branch", "blossom", "open"))
    sky.weather(s)


def _tier(s, y, size, haze):
    """One row of gabled houses across the sheet, dimmed by distance."""
    x = -size * s.dice.random()
    while x < s.w + size:
        w, h = size * s.dice.uniform(1.1, 1.9), size * s.dice.uniform(0.8, 1.25)
        _house(s.at(x + w / 2, y), (w, h), haze)
        if s.chance(haze):
            trees.plumes(s.at(x + w, y + 4, size / 130), 7, mix(s.mood.near, s.mood.far, 0.3))
        x += w * s.dice.uniform(0.92, 1.12)


def _house(s, size, haze):
    w, h = size
    face, tile = mix(s.ink.wall, s.mood.far, haze), mix(s.ink.tile, s.mood.near, haze + 0.1)
    s.rect(-w / 2, -h, w / 2, 40, face)
    s.rect(-w / 2, -h, w / 2, -h + h * 0.12, veil(deepen(face, 0.5), 60))
    pane = s.ink.lamp if s.mood.night else mix(s.ink.dark, face, 0.3)
    for i in range(3):
        if s.chance(0.8):
            x = (i - 1) * w * 0.29
            s.rect(x - w * 0.06, -h * 0.72, x + w * 0.06, -h * 0.42, pane)
    houses.roof(s.at(0, -h + 2), houses.Roof(w * 1.14, h * 0.42, 5, 0.86), tile)


def tower(s):
    """A drum tower on a stone gate, two roofs high."""
    ink = s.ink
    s.fade([(-92, 0), (-78, -116), (78, -116), (92, 0)], mix(ink.stone, ink.clay, 0.3), deepen(ink.stone, 0.15))
    s.rect(-24, -52, 24, 0, ink.dark)
    s.oval(0, -52, 24, 24, ink.dark)
    for y, wide, high in ((-116, 190, 74), (-214, 140, 62)):
        s.rect(-wide * 0.38, y - high, wide * 0.38, y, mix(ink.red, ink.wood, 0.6))
        for i in range(5):
            x = (i - 2) * wide * 0.16
            s.rect(x - wide * 0.05, y - high * 0.8, x + wide * 0.05, y - 8, ink.lamp if s.mood.night else ink.dark)
        houses.roof(s.at(0, y - high + 4), houses.Roof(wide * 1.36, 46, 22, 0.62))


def _river_front(s, y):
    """A quay, and boats on the water below it."""
    s.rect(-10, y - 26, s.w + 10, y, mix(s.ink.stone, s.mood.near, 0.25))
    for who in people.crowd(s, s.dice.randint(4, 8)):
        people.walk(
            s.at(s.dice.uniform(60, s.w - 60), y - 6, 0.72, flip=s.chance(0.4)),
            who,
            load=s.dice.choice([None, "pole"]),
        )
    land.water(s, y, s.h - y)
    for side in (-1, 1):
        things.sampan(
            s.at(
                s.w / 2 + side * s.dice.uniform(160, 330),
                y + s.dice.uniform(90, 170),
                s.dice.uniform(0.8, 1.15),
                flip=side > 0,
            ),
            lamp=s.mood.night,
        )


def _street(s, y):
    """Shop fronts with deep eaves, and people on the flagstones."""
    stone = mix(mix(s.mood.ground, s.ink.stone, 0.55), s.mood.mist, 0.15)
    s.drape([(-9, y + 56), (s.w + 9, y + 56)], [stone, deepen(stone, 0.14)], (s.h, s.h))
    for i in range(1, 8):
        t = (i / 7) ** 1.6
        s.rect(-9, y + 76 + (s.h - y) * 0.8 * t, s.w + 9, y + 78 + (s.h - y) * 0.8 * t, deepen(stone, 0.08))
    count = 3 if s.tall else 5
    step = s.w / count
    for i in range(count):
        _shop(s.at(step * (i + 0.5), y + 76), step * 0.92)
    for i, who in enumerate(people.crowd(s, 5 if s.tall else 8)):
        spot = s.at(
            s.w * (i + 0.5) / (5 if s.tall else 8) + s.dice.uniform(-30, 30),
            y + s.dice.uniform(140, 250),
            1.6,
            flip=s.chance(0.4),
        )
        s.dice.choice([people.walk, people.stand])(spot, who)


def _shop(s, w):
    """One shop: an open front, a sign board, a cloth over the door."""
    houses.wall(s, w, 176)
    s.rect(-w * 0.4, -128, w * 0.4, 0, s.ink.lamp if s.mood.night else mix(s.ink.dark, s.ink.wood, 0.4))
    for i in range(4):
        x = (i - 1.5) * w * 0.19
        s.rect(
            x - w * 0.07,
            -26 - s.dice.uniform(0, 36),
            x + w * 0.07,
            0,
            s.dice.choice([s.ink.straw, s.ink.ochre, s.ink.jade, s.ink.clay]),
        )
    s.rect(-w * 0.26, -158, w * 0.26, -134, mix(s.ink.dark, s.ink.wood, 0.3))
    s.rect(-w * 0.2, -149, w * 0.2, -143, s.ink.gold)
    houses.roof(s.at(0, -170), houses.Roof(w * 1.1, 70, 8, 0.9))
    houses.lantern(s.at(-w * 0.44, -166), 12)


def _flats(s, y):
    """Low blocks of flats round a small square with a tree."""
    land.ground(s, y + 60, swell=4)
    wide = 250 if s.tall else 330
    for side in (-1, 1):
        _block(s.at(s.w / 2 + side * (wide + 70), y + 74), wide, s.dice.randint(4, 5))
    trees.tree(s.at(s.w / 2, y + 96, 1.05))
    for i, who in enumerate(people.crowd(s, 7)):
        spot = s.at(s.w / 2 + (i - 3) * 84, y + 130 + (i % 2) * 30, 1.15, flip=i > 3)
        (people.sit_side if i % 3 else people.stand)(spot, who)


def _block(s, w, floors):
    """A block of flats with balconies."""
    high = floors * 62 + 20
    face = s.dice.choice([s.ink.wall, mix(s.ink.clay, s.ink.wall, 0.5), mix(s.ink.blush, s.ink.wall, 0.4)])
    s.fade([(-w / 2, -high), (w / 2, -high), (w / 2, 0), (-w / 2, 0)], deepen(face, 0.06), face)
    s.rect(-w / 2 - 8, -high - 10, w / 2 + 8, -high, s.ink.tile)
    for floor in range(floors):
        for i in range(5):
            x, y = (i - 2) * w * 0.19, -high + 24 + floor * 62
            on = s.ink.lamp if s.mood.night and s.chance(0.8) else mix(s.ink.sky, s.ink.dark, 0.35)
            s.rect(x - 18, y, x + 18, y + 32, on)
            s.rect(x - 22, y + 32, x + 22, y + 40, mix(face, s.ink.jade, 0.5))
