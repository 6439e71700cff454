"""The land: ridges of several shapes from far to near, mist between them, ground and water."""

import math

from .colours import deepen, lighten, mix, veil
from .lines import smooth
from .trees import treeline


def _rolling(u):
    return 0.5 + 0.5 * math.cos(math.pi * u)


def _peak(u):
    return (1 - abs(u)) ** 1.3


def _bluff(u):
    t = min(1, (1 - abs(u)) / 0.4)
    return t * t * (3 - 2 * t) * (1 - 0.16 * u)


def _karst(u):
    return (1 - abs(u) ** 2.6) ** 0.8


# How a hill rises across its own width, how wide and how high it may be, and how far apart hills stand.
FORMS = {
    "rolling": (_rolling, (200, 420), (0.45, 1.0), 150),
    "peak": (_peak, (130, 330), (0.35, 1.0), 120),
    "bluff": (_bluff, (110, 260), (0.3, 1.0), 130),
    "karst": (_karst, (60, 150), (0.3, 1.0), 95),
    "dune": (_rolling, (380, 700), (0.5, 1.0), 300),
}


def ridge(s, base, high, form, lay="even"):
    """A crest line from left to right: the tallest of many hills at each place, with a little roughness.

    `lay` says where the land is high: even, left, right, valley (both sides) or massif (the middle).
    """
    shape, wide, tall, apart = FORMS[form]
    dice, hills, x = s.dice, [], -150
    while x < s.w + 150:
        hills.append((x, dice.uniform(*wide), dice.uniform(*tall), dice.uniform(0.75, 1.3)))
        x += apart * dice.uniform(0.6, 1.5)
    waves = [(dice.uniform(60, 160), dice.uniform(0, 6), dice.uniform(0.008, 0.022)) for _ in range(3)]
    points = []
    for i in range(int(s.w / 7) + 4):
        at = -10 + i * 7
        top = max((t * _lean(shape, (at - c) / w, lean) for c, w, t, lean in hills if abs(at - c) < w * 1.3), default=0)
        rough = sum(depth * math.sin(at / length * 6.28 + phase) for length, phase, depth in waves)
        points.append((at, base - high * LAYS[lay](at / s.w) * max(0, top + rough)))
    return points


def _step(u):
    u = min(1, max(0, u))
    return u * u * (3 - 2 * u)


# The share of its full height that a ridge reaches at each place across the sheet (0 left, 1 right).
LAYS = {
    "even": lambda u: 0.85,
    "left": lambda u: 0.30 + 0.85 * _step(1.05 - u * 1.25),
    "right": lambda u: 0.30 + 0.85 * _step(u * 1.25 - 0.20),
    "valley": lambda u: 0.28 + 0.85 * _step(abs(u - 0.5) * 2.3),
    "massif": lambda u: 0.40 + 0.75 * _step(1.15 - abs(u - 0.5) * 2.6),
}


def _lean(shape, u, lean):
    """A hill whose two flanks differ in width."""
    u = u / lean if u > 0 else u * lean
    return shape(u) if abs(u) < 1 else 0


def layer(s, crest, top, bottom, stop=None):
    """One sheet of cut paper: a soft shadow on what lies behind, then the paper itself, paling downwards."""
    for reach, strength in ((16, 9), (9, 12), (4, 16)):
        s.poly([(x, y - reach) for x, y in crest] + crest[::-1], veil(deepen(s.mood.near, 0.3), strength))
    end = s.level(860)
    s.drape(crest, [top, mix(top, bottom, 0.55), bottom], (end, stop or end))


def hills(s, top, base, count, form):
    """Ridges from far to near, between two heights, with mist in the valleys and trees on the nearer ones."""
    m, dice = s.mood, s.dice
    near, lay = mix(m.near, m.far, 0.18), s.in_turn(("valley", "right", "massif", "left", "even"), 3)
    for i in range(count):
        t = i / max(1, count - 1)
        colour = mix(m.far, near, t**1.15)
        high = (base - top) * (0.62 - 0.30 * t) * dice.uniform(0.85, 1.1)
        foot, next_foot = (top + (base - top) * (0.62 + 0.38 * min(1, u)) for u in (t, (i + 1) / max(1, count - 1)))
        crest = ridge(s, foot, high, form if t < 0.75 else "rolling", lay if i % 3 < 2 else OPPOSITE[lay])
        foot_colour = mix(colour, m.mist, 0.72 - 0.3 * t)
        layer(s, crest, colour, foot_colour, next_foot + 40 if i < count - 1 else None)
        if t > 0.55 or s.chance(0.3):
            treeline(s, crest, deepen(colour, 0.10), 7 + 9 * t)
        if i < count - 1:
            s.mist(foot - dice.uniform(0, 40), 110, veil(m.mist, 150 - 70 * t))
    s.rect(-10, s.level(860), s.w + 10, s.h, foot_colour)


OPPOSITE = {"left": "right", "right": "left", "valley": "even", "massif": "valley", "even": "valley"}


def ground(s, y, *, swell=14):
    """Open ground from a gently curved edge down to the bottom of the sheet."""
    m = s.mood
    points = [(-20, y + s.dice.uniform(-swell, swell))]
    points += [(s.w * i / 4, y + s.dice.uniform(-swell, swell)) for i in range(5)]
    edge = smooth([*points, (s.w + 20, y)], steps=8)
    for reach, strength in ((12, 12), (5, 18)):
        s.poly([(x, v - reach) for x, v in edge] + edge[::-1], veil(deepen(m.near, 0.4), strength))
    s.drape(edge, [lighten(m.ground, 0.16), m.ground, deepen(m.ground, 0.16)], (s.h, s.h))


def water(s, y, depth):
    """A still stretch of water: what stands above it, upside down, with ripples that catch the light."""
    m, dice = s.mood, s.dice
    s.mirror(y, depth, m.water)
    s.rect(-10, y - 2, s.w + 10, y + 3, veil(lighten(m.water, 0.45), 130))
    for _ in range(round(depth / 5)):
        t = dice.random()
        ripple(s, dice.uniform(0, s.w), y + depth * t, (30 + 130 * t) * dice.uniform(0.5, 1.2))


def ripple(s, x, y, half):
    """One long thin glint."""
    colour = lighten(s.mood.water, 0.5) if s.chance(0.7) else mix(s.mood.water, s.mood.near, 0.35)
    s.poly([(x - half, y), (x, y - 1.6), (x + half, y), (x, y + 2)], veil(colour, 95))


def light_path(s, x, y, depth):
    """The broken path of light that sun or moon lays on water."""
    for i in range(14):
        t = i / 14
        half = (12 + 60 * t) * s.dice.uniform(0.5, 1.1)
        dx = s.dice.uniform(-14, 14)
        s.poly(
            [
                (x + dx - half, y + depth * t),
                (x + dx, y + depth * t - 3),
                (x + dx + half, y + depth * t),
                (x + dx, y + depth * t + 3),
            ],
            veil(lighten(s.mood.orb, 0.2), 120),
        )
