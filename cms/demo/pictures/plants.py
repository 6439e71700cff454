"""Trees, bamboo, grass and blossom, from tiny treelines to branches that frame a picture."""

import math

from .colours import deepen, lighten, mix, veil
from .lines import bow, bumpy, leaf, move, smooth, taper, turn


def treeline(s, crest, colour, size):
    """Small trees in clumps along a crest."""
    dice = s.dice
    for _ in range(dice.randint(3, 6)):
        start, kind = dice.randrange(len(crest)), dice.choice(["round", "pine", "pine"])
        for x, y in crest[start : start + dice.randint(5, 16) : 2]:
            k = size * dice.uniform(0.7, 1.5)
            if kind == "pine":
                s.poly([(x - k * 0.55, y + 5), (x, y - k * 2.1), (x + k * 0.55, y + 5)], colour)
            else:
                s.oval(x, y - k * 0.5, k * 0.9, k * 0.8, colour)


def tree(s, *, leaf_colour=None):
    """A broad tree about 300 high: a forked trunk and a crown of overlapping leaf masses."""
    ink, dice = s.ink, s.dice
    green = leaf_colour or s.mood.leaf
    s.poly(smooth([(-15, 2), (-9, -60), (-12, -130), (-40, -190), (-30, -196), (2, -150), (34, -200), (44, -194), (14, -120), (11, -60), (18, 2)], steps=4), mix(ink.wood, ink.dark, 0.5))
    spots = [(-62, -200, 70, 56), (62, -206, 72, 58), (0, -250, 88, 66), (-22, -190, 64, 40)]
    for i, (x, y, rx, ry) in enumerate(spots):
        shape = bumpy(dice, (rx, ry), 13, 0.09)
        s.poly(move(shape, x + 5, y + 9), deepen(green, 0.20))
        s.poly(move(shape, x, y), mix(green, deepen(green, 0.1), i % 2))
    for x, y, rx, ry in spots[:3]:
        s.poly(move(bumpy(dice, (rx * 0.55, ry * 0.42), 11, 0.12), x - 12, y - ry * 0.36), lighten(green, 0.14))


def fruit_tree(s, colour):
    """A tree dotted with fruit or blossom."""
    tree(s)
    for _ in range(s.dice.randint(24, 40)):
        angle, reach = s.dice.uniform(0, 6.28), s.dice.random() ** 0.5
        s.disc(118 * reach * math.cos(angle), -222 + 70 * reach * math.sin(angle), s.dice.uniform(4.5, 7), colour)


def pine(s):
    """An old pine about 300 high: a bent trunk under flat clouds of needles."""
    ink, dice, green = s.ink, s.dice, mix(s.mood.leaf, s.mood.near, 0.45)
    trunk = smooth([(0, 4), (10, -70), (-8, -150), (22, -230), (10, -285)], steps=6)
    s.stroke(trunk, 13, mix(ink.wood, ink.dark, 0.6))
    for x, y, half in [(60, -120, 62), (-62, -165, 70), (70, -205, 72), (-34, -250, 64), (18, -295, 66)]:
        s.stroke([(8, y + 34), (x, y + 4)], 6, mix(ink.wood, ink.dark, 0.6))
        half *= dice.uniform(0.85, 1.15)
        for dx, dy, share, tone in ((4, 7, 1, deepen(green, 0.25)), (0, 0, 1, green), (-8, -9, 0.6, lighten(green, 0.13))):
            s.blob([(x + dx - half * share, y + dy + 8), (x + dx - half * share * 0.6, y + dy - 12), (x + dx, y + dy - 22), (x + dx + half * share * 0.6, y + dy - 12), (x + dx + half * share, y + dy + 8), (x + dx, y + dy + 14)], tone)


def bamboo(s, count, high):
    """A clump of bamboo, arching, with hanging leaves."""
    dice, green = s.dice, s.mood.leaf
    for i in range(count):
        x, lean, tall = (i - count / 2) * 26 + dice.uniform(-10, 10), dice.uniform(-70, 70), high * dice.uniform(0.72, 1.05)
        tone = mix(green, s.mood.near, dice.uniform(0.0, 0.6))
        stem = smooth([(x, 6), (x + lean * 0.12, -tall * 0.45), (x + lean * 0.45, -tall * 0.8), (x + lean, -tall)], steps=6)
        s.stroke(stem, 8, tone)
        for j, (px, py) in enumerate(stem[3::3]):
            s.oval(px, py, 5.5, 1.8, lighten(tone, 0.25))
            if j > 0:
                bamboo_leaves(s.at(px, py), dice.randint(3, 5), tone)


def bamboo_leaves(s, count, colour):
    """A spray of narrow leaves hanging from a node."""
    for _ in range(count):
        angle = s.dice.choice([s.dice.uniform(10, 70), s.dice.uniform(110, 170)])
        s.poly(turn(leaf(s.dice.uniform(38, 74), 11, 6), angle), mix(colour, s.mood.leaf, s.dice.random()))


def plumes(s, count, colour):
    """A distant bamboo grove: feathery culms that bow outwards."""
    for i in range(count):
        u = (i + 0.5) / count * 2 - 1
        x, high = u * count * 9, s.dice.uniform(95, 165)
        lean = (u + s.dice.uniform(-0.4, 0.4)) * 70
        tone = mix(colour, s.mood.leaf, s.dice.uniform(0, 0.5))
        spine = [(x, 8), (x + lean * 0.12, -high * 0.5), (x + lean * 0.5, -high), (x + lean * 1.25, -high * 0.96)]
        s.poly(taper(spine, s.dice.uniform(26, 36)), tone)
    s.poly(move(bumpy(s.dice, (count * 9, 30), 14, 0.16), 0, -14), mix(colour, s.mood.leaf, 0.15))


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
        s.poly(move(turn(leaf(46, 13, 6), math.degrees(math.atan2(-high, lean))), *stem[-2]), mix(colour, s.ink.straw, 0.45))


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
            spot = s.at(x + (end[0] - x) * t + dice.uniform(-8, 8), y + (end[1] - y) * t + dice.uniform(-8, 8), dice.uniform(0.8, 1.3))
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
        s.poly(turn(leaf(s.dice.uniform(26, 38), 13, 6), angle + s.dice.uniform(-14, 14)), mix(s.mood.leaf, s.mood.near, s.dice.uniform(0, 0.5)))


def boulder(s, rx, ry):
    """A rock with a lit face."""
    stone = mix(s.ink.stone, s.mood.near, 0.35)
    shape = [(x, min(y, ry * 0.35)) for x, y in bumpy(s.dice, (rx, ry), 9, 0.12)]
    s.poly(shape, stone)
    s.poly([(x * 0.62 - rx * 0.14, y * 0.55 - ry * 0.3) for x, y in shape], veil(lighten(stone, 0.3), 130))


def plumes_grove(s):
    """A grove of bamboo the size of a tree."""
    plumes(s.at(0, 0, 1.5), 10, mix(s.mood.near, s.mood.leaf, 0.4))
