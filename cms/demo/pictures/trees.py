"""Trees: broad and tall crowns, willows, old pines, fruit trees, bamboo near and far, and treelines on crests."""

import math

from .colours import deepen, lighten, mix
from .lines import bumpy, leaf, move, smooth, taper, turn

# Crowns as masses of leaf: middle, then half width and half height.
CROWNS = (
    ((-62, -200, 70, 56), (62, -206, 72, 58), (0, -250, 88, 66), (-22, -190, 64, 40)),
    ((-84, -186, 74, 46), (84, -190, 78, 48), (-34, -226, 84, 54), (46, -234, 84, 54), (4, -266, 70, 42)),
    ((0, -176, 74, 50), (-26, -222, 66, 54), (26, -236, 64, 54), (0, -286, 54, 52)),
    ((-50, -182, 62, 44), (58, -176, 66, 42), (-78, -232, 54, 42), (72, -236, 58, 44), (0, -262, 76, 52)),
)


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


def trunk(s):
    """A forked trunk."""
    left = [(-15, 2), (-9, -60), (-12, -130), (-40, -190), (-30, -196), (2, -150)]
    right = [(34, -200), (44, -194), (14, -120), (11, -60), (18, 2)]
    s.poly(smooth(left + right, steps=4), mix(s.ink.wood, s.ink.dark, 0.5))


def tree(s):
    """A broad-leaved tree about 300 high; its crown and its green are drawn by lot."""
    dice, snow = s.dice, s.mood.weather == "snow"
    green = mix(s.mood.leaf, s.mood.near, dice.uniform(0, 0.22))
    crown = dice.choice(CROWNS)
    trunk(s)
    for i, (x, y, rx, ry) in enumerate(crown):
        shape = bumpy(dice, (rx, ry), 13, 0.09)
        s.poly(move(shape, x + 5, y + 9), deepen(green, 0.20))
        s.poly(move(shape, x, y), mix(green, deepen(green, 0.1), i % 2))
    for x, y, rx, ry in crown:
        light = mix(green, s.ink.white, 0.8) if snow else lighten(green, 0.14)
        s.poly(move(bumpy(dice, (rx * 0.55, ry * 0.42), 11, 0.12), x - 10, y - ry * 0.4), light)


def fruit_tree(s, colour):
    """A tree dotted with fruit or blossom."""
    tree(s)
    for _ in range(s.dice.randint(26, 44)):
        angle, reach = s.dice.uniform(0, 6.28), s.dice.random() ** 0.5
        s.disc(104 * reach * math.cos(angle), -222 + 66 * reach * math.sin(angle), s.dice.uniform(4.5, 7), colour)


def willow(s):
    """A willow that hangs over its own shade."""
    dice, green = s.dice, lighten(s.mood.leaf, 0.1)
    trunk(s)
    for i in range(34):
        x = -96 + i * 5.8
        top, long = -205 - 62 * (1 - (x / 100) ** 2), dice.uniform(90, 190)
        sway = x * 0.25 + dice.uniform(-12, 12)
        tone = mix(green, deepen(green, 0.22), dice.random())
        s.poly(taper([(x * 0.8, top), (x + sway * 0.6, top + long * 0.5), (x + sway, top + long)], 11, 3), tone)


def pine(s):
    """An old pine about 300 high: a bent trunk under flat clouds of needles."""
    ink, dice, green = s.ink, s.dice, mix(s.mood.leaf, s.mood.near, 0.45)
    bark, snow = mix(ink.wood, ink.dark, 0.6), s.mood.weather == "snow"
    s.stroke(smooth([(0, 4), (10, -70), (-8, -150), (22, -230), (10, -285)], steps=6), 13, bark)
    for x, y, wide in [(60, -120, 62), (-62, -165, 70), (70, -205, 72), (-34, -250, 64), (18, -295, 66)]:
        s.stroke([(8, y + 34), (x, y + 4)], 6, bark)
        half = wide * dice.uniform(0.8, 1.15)
        top = mix(green, ink.white, 0.85) if snow else lighten(green, 0.13)
        for dx, dy, share, tone in ((4, 7, 1, deepen(green, 0.25)), (0, 0, 1, green), (-8, -9, 0.6, top)):
            r, cx, cy = half * share, x + dx, y + dy
            s.blob(
                [
                    (cx - r, cy + 8),
                    (cx - r * 0.6, cy - 12),
                    (cx, cy - 22),
                    (cx + r * 0.6, cy - 12),
                    (cx + r, cy + 8),
                    (cx, cy + 14),
                ],
                tone,
            )


def bamboo(s, count, high):
    """A clump of bamboo, arching, with hanging leaves."""
    dice, green = s.dice, s.mood.leaf
    for i in range(count):
        x, lean, tall = (
            (i - count / 2) * 26 + dice.uniform(-10, 10),
            dice.uniform(-70, 70),
            high * dice.uniform(0.72, 1.05),
        )
        tone = mix(green, s.mood.near, dice.uniform(0.0, 0.6))
        stem = smooth(
            [(x, 6), (x + lean * 0.12, -tall * 0.45), (x + lean * 0.45, -tall * 0.8), (x + lean, -tall)], steps=6
        )
        s.stroke(stem, 8, tone)
        for j, (px, py) in enumerate(stem[3::3]):
            s.oval(px, py, 5.5, 1.8, lighten(tone, 0.25))
            if j > 0:
                spray(s.at(px, py), dice.randint(3, 5), tone)


def spray(s, count, colour):
    """Narrow leaves hanging from a node."""
    for _ in range(count):
        angle = s.dice.choice([s.dice.uniform(10, 70), s.dice.uniform(110, 170)])
        s.poly(turn(leaf(s.dice.uniform(38, 74), 11, 6), angle), mix(colour, s.mood.leaf, s.dice.random()))


def grove(s):
    """A grove of bamboo about 300 high, that bows outwards."""
    dice, count = s.dice, s.dice.randint(8, 11)
    for i in range(count):
        u = (i + 0.5) / count * 2 - 1
        x, tall, lean = u * 62, dice.uniform(220, 320), u * 95 + dice.uniform(-26, 26)
        tone = mix(s.mood.leaf, s.mood.near, dice.uniform(0.0, 0.65))
        stem = smooth(
            [(x, 6), (x + lean * 0.1, -tall * 0.5), (x + lean * 0.5, -tall * 0.92), (x + lean, -tall)], steps=5
        )
        s.stroke(stem, 4.4, tone)
        for px, py in stem[6:]:
            spray(s.at(px, py, 0.62), 4, tone)
    for x, y, rx in ((-52, -12, 44), (48, -10, 50), (0, -18, 46)):
        s.poly(move(bumpy(dice, (rx, 22), 11, 0.16), x, y), mix(s.mood.leaf, s.mood.near, dice.uniform(0.25, 0.5)))


def plumes(s, count, colour):
    """A distant bamboo grove: slender feathery culms that bow outwards."""
    for i in range(count * 2):
        u = (i + 0.5) / count - 1
        x, high = u * count * 8, s.dice.uniform(84, 150)
        lean = (u + s.dice.uniform(-0.5, 0.5)) * 60
        tone = mix(colour, s.mood.leaf, s.dice.uniform(0, 0.55))
        spine = [(x, 6), (x + lean * 0.1, -high * 0.5), (x + lean * 0.45, -high), (x + lean * 1.1, -high * 0.98)]
        s.poly(taper(spine, s.dice.uniform(13, 20), 4), tone)
    s.poly(move(bumpy(s.dice, (count * 8.5, 18), 14, 0.2), 0, -8), mix(colour, s.mood.leaf, 0.15))


def any_tree(s):
    """One of the trees that stand about a village."""
    s.dice.choice([tree, tree, grove, pine, willow])(s)
