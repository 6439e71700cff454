"""Small plants and near ones: grass, reeds, boulders, and the branches that frame a picture."""

import math

from .colours import lighten, mix, veil
from .lines import bow, bumpy, leaf, move, smooth, turn


def grass(s, count, colour):
    """A tuft of blades."""
    for _ in range(count):
        s.poly(turn(leaf(s.dice.uniform(26, 62), 6, 5), s.dice.uniform(-120, -60)), colour)


def reeds(s, colour):
    """Tall reeds with seed heads."""
    for _ in range(s.dice.randint(6, 11)):
        x, high, lean = s.dice.uniform(-70, 70), s.dice.uniform(110, 230), s.dice.uniform(-30, 40)
        stem = bow((x, 6), (x + lean, -high), -4, 6)
        s.stroke(stem, 3.4, colour)
        s.poly(
            move(turn(leaf(46, 13, 6), math.degrees(math.atan2(-high, lean))), *stem[-2]),
            mix(colour, s.ink.straw, 0.45),
        )


def branch(s, *, blossom):
    """A branch from the left that reaches into the picture, with blossom or leaves."""
    dice, wood = s.dice, mix(s.ink.wood, s.ink.dark, 0.7)
    main = smooth([(-30, -10), (70, 24), (150, 20), (240, 62), (330, 58)], steps=6)
    s.stroke(main, 9, wood)
    twigs = [(main[i], dice.uniform(-60, 70), dice.uniform(50, 110)) for i in (5, 10, 14, 18, 22)]
    for (x, y), angle, long in twigs:
        end = (x + long * math.cos(math.radians(angle)), y + long * math.sin(math.radians(angle)))
        s.stroke([(x, y), end], 4, wood)
        for t in (0.35, 0.6, 0.8, 1.0):
            spot = s.at(
                x + (end[0] - x) * t + dice.uniform(-8, 8),
                y + (end[1] - y) * t + dice.uniform(-8, 8),
                dice.uniform(0.8, 1.3),
            )
            flower(spot, s.mood.bloom) if blossom else sprig(spot)


def flower(s, colour):
    """A five-petalled blossom."""
    for i in range(5):
        x, y = turn([(8, 0)], i * 72 + 12)[0]
        s.disc(x, y, 7, mix(colour, s.ink.white, 0.12 * (i % 3)))
    s.disc(0, 0, 3.4, s.ink.gold)


def sprig(s):
    """Three leaves."""
    for angle in (20, 75, 130):
        s.poly(
            turn(leaf(s.dice.uniform(26, 38), 13, 6), angle + s.dice.uniform(-14, 14)),
            mix(s.mood.leaf, s.mood.near, s.dice.uniform(0, 0.5)),
        )


def boulder(s, rx, ry):
    """A rock with a lit face."""
    stone = mix(s.ink.stone, s.mood.near, 0.35)
    shape = [(x, min(y, ry * 0.35)) for x, y in bumpy(s.dice, (rx, ry), 9, 0.12)]
    s.poly(shape, stone)
    s.poly([(x * 0.62 - rx * 0.14, y * 0.55 - ry * 0.3) for x, y in shape], veil(lighten(stone, 0.3), 130))
