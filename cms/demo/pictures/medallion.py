"""A round paper-cut flower, folded and cut by lot, about 100 units in radius."""

import math

from .lines import arc, leaf, move, turn


def medallion(s):
    """Cut the rim, a ring of petals, and a heart, all with the same fold."""
    dice, red, paper = s.dice, s.ink.red, s.ink.paper
    fold = s.in_turn((6, 8, 12, 5, 10), 1)
    rim = fold * dice.choice([3, 4])
    s.poly([_polar(i * 360 / (rim * 8), 100 + 5 * abs(math.sin(math.pi * i / 8))) for i in range(rim * 8)], red)
    for i in range(rim):
        _cut(s, i * 360 / rim, teardrop(8, 5), 90)
    s.disc(0, 0, 84, paper)
    s.disc(0, 0, 81, red)
    for i in range(fold):
        s.in_turn((_petal, _peony, _fan), 2)(s, i * 360 / fold, 360 / fold)
    s.disc(0, 0, 38, paper)
    s.disc(0, 0, 35.5, red)
    s.in_turn((_star, _fish, _butterfly, _star), 1)(s, fold)


def _polar(angle, r):
    a = math.radians(angle - 90)
    return r * math.cos(a), r * math.sin(a)


def _cut(s, angle, shape, out, colour=None):
    """Put a shape that points right at a distance from the middle, turned to point outwards."""
    s.poly(turn(move(shape, out, 0), angle - 90), colour or s.ink.paper)


def teardrop(long, wide):
    """A drop whose point is at the origin."""
    return [(0, 0), *arc((long * 0.66, 0), (long * 0.34, wide / 2), -110, 110, 8)]


def _petal(s, angle, step):
    """A leaf-shaped petal with a toothed vein, and a drop between it and the next."""
    wide = min(40, step * 0.85)
    _cut(s, angle, leaf(42, wide, 12), 38)
    _cut(s, angle, leaf(34, wide * 0.72, 12), 42, s.ink.red)
    for i in range(4):
        _cut(s, angle, [(0, -wide * 0.16), (5, 0), (0, wide * 0.16), (1.6, 0)], 49 + i * 5.4)
    _cut(s, angle + step / 2, teardrop(16, min(11, step * 0.3)), 60)


def _peony(s, angle, step):
    """A round petal with three crescents and a dot."""
    r = min(17, step * 0.36)
    _cut(s, angle, arc((0, 0), (r, r), 0, 360, 24), 60)
    _cut(s, angle, arc((0, 0), (r * 0.8, r * 0.8), 0, 360, 24), 60, s.ink.red)
    for i in (-1, 0, 1):
        _cut(
            s,
            angle + i * step * 0.13,
            arc((0, 0), (r * 0.36, r * 0.2), -90, 90, 8) + arc((-2, 0), (r * 0.2, r * 0.2), 90, -90, 8),
            64,
        )
    _cut(s, angle, arc((0, 0), (r * 0.16, r * 0.16), 0, 360, 10), 51)
    _cut(s, angle + step / 2, teardrop(14, min(10, step * 0.28)), 64)
    _cut(s, angle + step / 2, teardrop(10, min(7, step * 0.2)), 46)


def _fan(s, angle, step):
    """An opened fan of thin slits."""
    for i in range(5):
        _cut(s, angle + (i - 2) * step * 0.15, leaf(26 - 4 * abs(i - 2), min(5, step * 0.12), 8), 44)
    _cut(s, angle, arc((0, 0), (2.6, 2.6), 0, 360, 10), 76)
    _cut(s, angle + step / 2, leaf(26, min(12, step * 0.3), 8), 50)
    _cut(s, angle + step / 2, leaf(15, min(6, step * 0.16), 8), 55, s.ink.red)


def _star(s, fold):
    """A small flower for a heart."""
    for i in range(fold):
        _cut(s, i * 360 / fold, leaf(24, min(13, 110 / fold), 8), 9)
    s.disc(0, 0, 8, s.ink.paper)
    s.disc(0, 0, 5, s.ink.red)


def _fish(s, fold):
    """Two fish that chase each other."""
    s.disc(0, 0, 31, s.ink.paper)
    for half in (0, 180):
        body = arc((0, 0), (24, 24), 200, 330, 14) + arc((-1, -2), (11, 11), 330, 200, 14)
        s.poly(turn(body, half), s.ink.red)
        s.poly(turn([(-17, -8), (-28, -3), (-22, 4), (-27, 12), (-13, 3)], half), s.ink.red)
        for i in range(4):
            s.poly(turn(move(arc((0, 0), (3.6, 3.6), 20, 160, 6), -11 + i * 6.5, -17), half), s.ink.paper)
        x, y = turn([(17, -13)], half)[0]
        s.disc(x, y, 1.8, s.ink.paper)


def _butterfly(s, fold):
    """Two pairs of wings."""
    s.disc(0, 0, 31, s.ink.paper)
    for side in (-1, 1):
        for shape in (
            [(0, -2), (6, -20), (20, -25), (27, -13), (18, 0)],
            [(0, 2), (16, 3), (21, 13), (13, 23), (4, 15)],
        ):
            s.blob([(side * x, y) for x, y in shape], s.ink.red)
        for x, y, r in ((17, -15, 4), (12, 11, 3.2), (9, -9, 2)):
            s.disc(side * x, y, r, s.ink.paper)
        s.stroke([(0, -16), (side * 7, -27)], 1.3, s.ink.red)
    s.oval(0, 0, 2.6, 18, s.ink.red)


def scrap(s, r):
    """A cut-off of red paper lying on a table."""
    shape = turn([(-r, -r * 0.2), (r * 0.2, -r * 0.42), (r, r * 0.1), (-r * 0.3, r * 0.34)], s.dice.uniform(-30, 30))
    s.poly(shape, s.ink.red)
