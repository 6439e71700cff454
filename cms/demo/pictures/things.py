"""Things people use: tables and benches, stalls and umbrellas, drums, boats, flags, cattle."""

import math

from .colours import deepen, lighten, mix, veil
from .lines import arc, bow, leaf, smooth, turn
from .people import look, shadow, stand


def table(s, wide=90, *, cloth=False):
    """A square table with a teapot and bowls; the origin is between its feet."""
    ink = s.ink
    shadow(s, wide * 0.6)
    for x in (-wide * 0.42, wide * 0.42):
        s.rect(x - 3.5, -50, x + 3.5, 0, deepen(ink.wood, 0.3))
    s.rect(-wide / 2, -56, wide / 2, -48, ink.wood)
    if cloth:
        s.rect(-wide / 2, -56, wide / 2, -22, ink.red)
        s.rect(-wide / 2, -27, wide / 2, -24, ink.gold)
    s.blob([(-16, -57), (-18, -68), (-8, -74), (2, -68), (0, -57)], ink.white)
    s.stroke([(0, -64), (9, -71)], 3, ink.white)
    for x in (18, 30):
        s.poly([(x - 5, -64), (x + 5, -64), (x + 3, -57), (x - 3, -57)], mix(ink.white, ink.jade, 0.4))


def bench(s, wide):
    """A long bench."""
    shadow(s, wide * 0.55)
    for x in (-wide * 0.42, wide * 0.42):
        s.poly([(x - 3, -26), (x + 3, -26), (x + 7, 0), (x + 1, 0)], deepen(s.ink.wood, 0.25))
        s.poly([(x - 3, -26), (x + 3, -26), (x - 1, 0), (x - 7, 0)], deepen(s.ink.wood, 0.25))
    s.rect(-wide / 2, -30, wide / 2, -24, s.ink.wood)


def umbrella(s, colours, half=110):
    """A market umbrella on its pole, in stripes of two colours; the origin is the foot."""
    s.stroke([(0, 0), (0, -205)], 6, deepen(s.ink.wood, 0.1))
    ribs = [-half + half * 2 * i / 6 for i in range(7)]
    top = (0, -262)
    for i in range(6):
        a, b = ribs[i], ribs[i + 1]
        edge = bow((b, -190 + abs(b) * 0.10), (a, -190 + abs(a) * 0.10), -7, 6)
        s.poly([top, *edge], colours[i % 2])
    s.disc(0, -262, 5, deepen(colours[0], 0.3))


def stall(s, colours):
    """A market stall: umbrella, a table of baskets, and its keeper behind it."""
    umbrella(s.at(-8, -20), colours, s.dice.uniform(96, 128))
    stand(s.at(26, -12, 1.12), look(s), s.dice.choice(["hold", "clap", "speak"]))
    shadow(s, 104)
    s.rect(-92, -48, 92, -40, lighten(s.ink.wood, 0.1))
    s.fade(
        [(-88, -40), (88, -40), (88, 0), (-88, 0)], mix(s.ink.wall, colours[0], 0.35), mix(s.ink.clay, colours[0], 0.25)
    )
    for x in (-62, -20, 22, 64):
        basket(s.at(x, -46, 0.9))


def basket(s):
    """A shallow basket heaped with greens, oranges, radishes or eggs."""
    ink, dice = s.ink, s.dice
    colour = dice.choice(
        [ink.green, ink.jade, ink.gold, ink.rose, ink.white, (206, 112, 47), mix(ink.green, ink.gold, 0.5)]
    )
    for i in range(7):
        s.disc(-15 + i * 5, -13 - 5 * math.sin(i / 6 * math.pi), 6.2, mix(colour, deepen(colour, 0.18), i % 2))
    s.poly([(-21, -12), (21, -12), (15, 3), (-15, 3)], ink.bamboo)
    s.stroke([(-21, -12), (21, -12)], 3, deepen(ink.bamboo, 0.25))


def drum(s, r):
    """A big red drum on a stand, its skin to the viewer; the origin is the foot of the stand."""
    ink, y = s.ink, -r - 46
    shadow(s, r)
    for side in (-1, 1):
        s.stroke([(side * r * 0.92, 0), (side * r * 0.62, y)], 11, deepen(ink.wood, 0.25))
    s.stroke([(-r * 0.9, -22), (r * 0.9, -22)], 9, ink.wood)
    s.disc(0, y, r + 9, deepen(ink.red, 0.35))
    s.disc(0, y, r, ink.red)
    s.disc(0, y, r * 0.82, mix(ink.paper, ink.straw, 0.25))
    s.disc(0, y, r * 0.5, mix(ink.paper, ink.straw, 0.5))
    for i in range(24):
        x, dy = turn([(r * 0.91, 0)], i * 15)[0]
        s.disc(x, y + dy, r * 0.034 + 0.6, ink.gold)


def flag(s, high, colour):
    """A plain pennant streaming from a bamboo pole."""
    s.stroke([(0, 0), (0, -high)], 4.5, s.ink.bamboo)
    top, wide, deep = -high + 6, high * 0.42, high * 0.3
    upper = smooth([(0, top), (wide * 0.3, top - 8), (wide * 0.65, top + 6), (wide, top + 2)], steps=5)
    lower = smooth(
        [(wide, top + deep), (wide * 0.65, top + deep + 8), (wide * 0.3, top + deep - 6), (0, top + deep)], steps=5
    )
    s.poly(upper + lower, colour)


def bunting(s, start, stop, sag):
    """A rope of small triangular flags."""
    rope, ink = bow(start, stop, sag, 26), s.ink
    s.stroke(rope, 2, ink.dark)
    tones = [ink.red, ink.gold, ink.jade, ink.rose, ink.sky]
    for i, (x, y) in enumerate(rope[1:-1:2]):
        s.poly([(x - 11, y), (x + 11, y), (x, y + 25)], tones[i % 5])


def raft(s, half=190):
    """A bamboo raft with a raised prow on the right; the origin is the middle of its deck at the waterline."""
    ink = s.ink
    s.poly([(-half, 8), (half * 0.9, 8), (half, 15), (-half, 16)], veil(deepen(s.mood.water, 0.5), 110))
    for i in range(5):
        y = -9 + i * 4.4
        tone = mix(ink.bamboo, (122, 98, 52), 0.18 * i)
        path = smooth(
            [(-half - i * 4, y), (0, y + 1), (half * 0.7, y), (half * 0.92, y - 12), (half * 1.06 - i * 3, y - 34)],
            steps=5,
        )
        s.stroke(path, 5.4, tone)
    for x in (-0.72, -0.2, 0.35):
        s.stroke([(half * x - 4, 10), (half * x + 4, -11)], 4, deepen(ink.bamboo, 0.4))


def chair(s):
    """A low bamboo chair facing right."""
    for a, b in (((-14, -52), (-11, 0)), ((12, -22), (14, 0)), ((-13, -24), (14, -22))):
        s.stroke([a, b], 3.6, s.ink.straw)


def sampan(s, *, lamp=False):
    """A small boat with a rounded mat roof; the origin is the middle of its waterline."""
    ink = s.ink
    s.oval(0, 7, 150, 6, veil(deepen(s.mood.water, 0.55), 90))
    hull = bow((-160, -26), (160, -30), 36, 14)
    s.poly([*hull, (122, 9), (-118, 9)], deepen(ink.wood, 0.42))
    s.stroke(bow((-160, -26), (160, -30), 36, 14), 4, lighten(ink.wood, 0.12))
    s.fade(arc((-6, -8), (66, 62), 180, 360, 16), mix(ink.bamboo, ink.dark, 0.25), mix(ink.bamboo, ink.dark, 0.55))
    for x in (-40, -18, 4, 28):
        s.stroke(
            [(x - 3, -12), (x, -8 - 62 * math.sqrt(max(0, 1 - ((x + 6) / 66) ** 2)))], 2, mix(ink.bamboo, ink.dark, 0.7)
        )
    s.poly([(28, -8), *arc((28, -8), (32, 57), 270, 360, 8)], ink.lamp if lamp else mix(ink.dark, ink.wood, 0.3))


def buffalo(s):
    """A water buffalo standing, facing right."""
    hide = mix(s.ink.tile, s.ink.wood, 0.25)
    shadow(s, 70)
    for x in (-42, -28, 24, 38):
        s.stroke([(x, -34), (x + 1, -3)], 11, deepen(hide, 0.15))
    s.blob([(-58, -66), (-30, -78), (10, -76), (44, -80), (56, -58), (48, -34), (0, -26), (-50, -32)], hide)
    s.blob([(44, -76), (66, -82), (86, -60), (92, -44), (80, -38), (62, -48), (50, -54)], deepen(hide, 0.06))
    for side in (0, 8):
        s.stroke(
            smooth([(62 + side, -78), (50 + side, -92), (60 + side, -104), (76 + side, -104)], steps=4),
            5,
            mix(s.ink.straw, s.ink.grey, 0.5),
        )
    s.stroke(smooth([(-56, -62), (-68, -46), (-64, -26)], steps=4), 4, deepen(hide, 0.2))


def egret(s):
    """A white egret standing in shallow water."""
    ink = s.ink
    for x in (-3, 3):
        s.stroke([(x, -26), (x, 0)], 2, ink.dark)
    s.blob([(-24, -32), (-8, -44), (12, -46), (16, -34), (0, -25)], ink.white)
    s.stroke(smooth([(11, -40), (20, -54), (12, -66), (19, -74)], steps=4), 4.4, ink.white)
    s.poly([(18, -77), (36, -72), (19, -71)], ink.gold)


def lotus(s):
    """A lotus leaf or flower standing out of a pond."""
    green = mix(s.mood.leaf, s.ink.jade, 0.35)
    high = s.dice.uniform(30, 80)
    s.stroke([(0, 0), (4, -high)], 4, deepen(green, 0.2))
    if s.chance(0.35):
        for angle in (-140, -115, -90, -65, -40):
            s.poly(
                [(x + 4, y - high) for x, y in turn(leaf(30, 17, 6), angle)],
                mix(s.mood.bloom, s.ink.white, 0.25 + abs(angle + 90) / 120),
            )
    else:
        s.oval(4, -high, 48, 15, green)
        s.oval(0, -high - 3, 34, 9, lighten(green, 0.14))
