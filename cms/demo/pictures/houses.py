"""Houses of the region: tiled roofs with a hanging curve, white walls, stepped gables, lattice windows."""

from dataclasses import dataclass

from .colours import deepen, lighten, mix, veil
from .lines import bow


@dataclass(frozen=True)
class Roof:
    """A roof from the front: eave width, height, how far the corners lift, ridge as a share of the eave."""

    wide: float
    high: float
    lift: float = 10
    crown: float = 0.8


def roof(s, shape, colour=None):
    """A tiled roof; the origin is the middle of the eave."""
    tile = colour or (mix(s.ink.tile, s.ink.white, 0.72) if s.mood.weather == "snow" else s.ink.tile)
    w, h, lift = shape.wide / 2, shape.high, shape.lift
    top = w * shape.crown
    eave = _swell((-w, 0), (w, 0), lift)
    crest = _swell((-top, -h), (top, -h), lift * 0.5)
    left = bow((-top, -h - lift * 0.5), (-w, -lift), 6, 6)
    right = bow((w, -lift), (top, -h - lift * 0.5), 6, 6)
    s.fade(crest + right[::-1] + eave[::-1] + left[::-1], lighten(tile, 0.12), tile)
    for i in range(1, round(shape.wide / 15)):
        t = i / round(shape.wide / 15)
        foot, head = _spot(eave, t), _spot(crest, t)
        s.stroke([head, foot], 2, deepen(tile, 0.26))
    s.stroke(eave, 6, deepen(tile, 0.4))
    s.stroke(crest, 9, deepen(tile, 0.3))
    s.stroke([(x, y - 3) for x, y in crest], 2.4, lighten(tile, 0.2))


def _swell(start, stop, lift):
    """A level line whose ends rise."""
    half, points = (stop[0] - start[0]) / 2, []
    for i in range(21):
        u = i / 10 - 1
        points.append((start[0] + half + u * half, start[1] - lift * abs(u) ** 3))
    return points


def _spot(points, t):
    """The point at share t of an evenly spaced path."""
    place = t * (len(points) - 1)
    i = min(int(place), len(points) - 2)
    (x0, y0), (x1, y1) = points[i], points[i + 1]
    return x0 + (x1 - x0) * (place - i), y0 + (y1 - y0) * (place - i)


def wall(s, w, h, colour=None):
    """A plastered wall on a stone foot, shaded under its eave; the origin is the middle of its foot."""
    face = colour or s.ink.wall
    s.fade([(-w / 2, -h), (w / 2, -h), (w / 2, 0), (-w / 2, 0)], deepen(face, 0.1), face)
    s.rect(-w / 2, -h, w / 2, -h + 16, veil(deepen(face, 0.6), 70))
    s.rect(-w / 2, -14, w / 2, 0, mix(s.ink.stone, face, 0.2))


def window(s, w, h):
    """A lattice window, lit at night; the origin is its middle."""
    night = s.mood.night
    if night:
        s.glow(0, 0, w * 1.5, veil(s.ink.lamp, 90))
    s.rect(-w / 2 - 4, -h / 2 - 4, w / 2 + 4, h / 2 + 4, s.ink.wood)
    s.rect(-w / 2, -h / 2, w / 2, h / 2, s.ink.lamp if night else mix(s.ink.dark, s.ink.wood, 0.35))
    bars = s.ink.wood if night else lighten(s.ink.wood, 0.16)
    for i in range(1, 4):
        s.rect(-w / 2 + w * i / 4 - 1.2, -h / 2, -w / 2 + w * i / 4 + 1.2, h / 2, bars)
        s.rect(-w / 2, -h / 2 + h * i / 4 - 1.2, w / 2, -h / 2 + h * i / 4 + 1.2, bars)


def door(s, w, h, *, open_=False):
    """A two-leaf door with red paper couplets; the origin is the middle of the sill."""
    ink = s.ink
    s.rect(-w / 2 - 7, -h - 8, w / 2 + 7, 0, deepen(ink.wood, 0.25))
    s.rect(-w / 2, -h, w / 2, 0, (ink.lamp if s.mood.night else ink.dark) if open_ else ink.wood)
    if open_:
        s.rect(-w / 2, -h, -w / 2 + w * 0.2, 0, lighten(ink.wood, 0.1))
        s.rect(w / 2 - w * 0.2, -h, w / 2, 0, lighten(ink.wood, 0.1))
    else:
        s.rect(-1.5, -h, 1.5, 0, ink.dark)
        for x in (-w * 0.12, w * 0.12):
            s.disc(x, -h * 0.48, 3.4, ink.gold)
    for x in (-w / 2 - 20, w / 2 + 20):
        s.rect(x - 6, -h * 0.94, x + 6, -h * 0.22, ink.red)


def gable(s, w, h, steps=3):
    """A stepped horse-head gable, as seen where it rises beside a roof; the origin is its foot."""
    ink, rise = s.ink, 24
    s.fade([(-w / 2, -h), (w / 2, -h), (w / 2, 0), (-w / 2, 0)], deepen(ink.wall, 0.06), ink.wall)
    for i in range(steps):
        half, y = w / 2 * (1 - i / steps), -h - i * rise
        s.rect(-half, y - rise, half, y, deepen(ink.wall, 0.06))
        cap = [
            (-half - 9, y - rise - 8),
            (-half - 3, y - rise),
            (half + 3, y - rise),
            (half + 9, y - rise - 8),
            (half, y - rise - 10),
            (-half, y - rise - 10),
        ]
        s.poly(cap, ink.tile)
    s.rect(-w / 2, -14, w / 2, 0, mix(ink.stone, ink.wall, 0.2))


def cottage(s, w, h):
    """A plain small house: wall, roof, door, two windows; the origin is the middle of its foot."""
    wall(s, w, h, s.dice.choice([s.ink.wall, s.ink.wall, s.ink.clay]))
    door(s, w * 0.17, h * 0.7)
    for x in (-w * 0.31, w * 0.31):
        window(s.at(x, -h * 0.52), w * 0.15, h * 0.34)
    roof(s.at(0, -h + 2), Roof(w * 1.24, h * 0.62, 8, 0.82))


def hamlet(s, count, size):
    """A huddle of far roofs, only walls and roofs, some windows lit at night."""
    for i in range(count):
        x = (i - (count - 1) / 2) * size * s.dice.uniform(0.85, 1.15)
        w, h = size * s.dice.uniform(0.8, 1.2), size * s.dice.uniform(0.45, 0.7)
        face, tile = mix(s.ink.wall, s.mood.far, 0.35), mix(s.ink.tile, s.mood.near, 0.4)
        y = s.dice.uniform(-size * 0.25, size * 0.1)
        s.rect(x - w / 2, y - h, x + w / 2, y, face)
        s.poly(
            [(x - w * 0.62, y - h), (x - w * 0.42, y - h * 1.62), (x + w * 0.42, y - h * 1.62), (x + w * 0.62, y - h)],
            tile,
        )
        lit = s.ink.lamp if s.mood.night else mix(s.ink.dark, face, 0.3)
        for dx in (-0.25, 0.12):
            s.rect(x + w * dx, y - h * 0.68, x + w * (dx + 0.13), y - h * 0.36, lit)


def banner(s, w):
    """A red cloth across an eave, with pale marks where the words would be; the origin is its middle."""
    s.rect(-w / 2, -11, w / 2, 11, s.ink.red)
    count = round(w / 24)
    for i in range(count):
        x = (i - (count - 1) / 2) * 20
        s.rect(x - 5, -5, x + 5, 5, mix(s.ink.red, s.ink.paper, 0.75))


def lantern(s, r=16):
    """A red lantern hanging from the origin."""
    if s.mood.night:
        s.glow(0, r * 1.7, r * 3.8, veil((250, 170, 80), 150))
    s.stroke([(0, 0), (0, r)], 1.6, s.ink.dark)
    red = mix(s.ink.red, (226, 88, 48), 0.75) if s.mood.night else s.ink.red
    s.oval(0, r * 1.8, r, r * 0.84, red)
    s.oval(0, r * 1.8, r * 0.5, r * 0.84, mix(red, s.ink.gold, 0.35))
    s.oval(0, r * 1.8, r * 0.16, r * 0.84, mix(red, s.ink.gold, 0.55))
    for y in (r * 1.0, r * 2.6):
        s.rect(-r * 0.42, y - r * 0.12, r * 0.42, y + r * 0.12, s.ink.gold)
    for x in (-0.2, 0, 0.2):
        s.stroke([(x * r, r * 2.7), (x * r, r * 3.5)], 1.4, s.ink.gold)
