"""An old flagstone road that climbs to a wayside pavilion, under a great tree; people on their way."""

from itertools import pairwise

from .. import houses, land, people, plants, setting, sky, trees
from ..colours import deepen, lighten, mix, veil
from ..lines import smooth


def oldroad(s):
    """Hills, the slope, the road in perspective, then who walks it."""
    dice = s.dice
    y = setting.backdrop(s, base=560, forms=("peak", "rolling", "bluff", "karst"), top=(120, 230))
    turn = dice.choice([-1, 1])
    s.mist(y, 90, veil(s.mood.mist, 170))
    _slope(s, y, turn)
    path = _road(s, y, turn)
    _pavilion(s.at(path[0][0], path[0][1] + 10, 0.82))
    great = s.at(s.w / 2 - turn * dice.uniform(300, 380), s.level(720), dice.uniform(1.5, 1.8))
    dice.choice([trees.tree, trees.tree, trees.pine])(great)
    trees.grove(s.at(s.w / 2 + turn * 420, s.level(700), 1.1))
    _wayside(s, turn)
    _walkers(s, path)
    setting.frame(s, ("grass", "bamboo", "rocks", "branch", "hill"))
    sky.weather(s)


def _slope(s, y, turn):
    """The hillside that the road climbs."""
    green = mix(s.mood.ground, s.mood.leaf, 0.35)
    high, low = y - 10, y + 90
    edge = smooth(
        [
            (-20, high if turn < 0 else low),
            (s.w * 0.3, y + 40 - 20 * turn),
            (s.w * 0.7, y + 40 + 20 * turn),
            (s.w + 20, low if turn < 0 else high),
        ]
    )
    edge = [(x, v - 46 * turn * (x / s.w - 0.5)) for x, v in edge]
    land.layer(s, edge, lighten(green, 0.1), deepen(green, 0.1))
    s.fill(
        [(-20, s.level(800)), (s.w + 20, s.level(800)), (s.w + 20, s.h), (-20, s.h)],
        [mix(green, deepen(green, 0.1), 0.8), deepen(green, 0.2)],
    )
    setting.tufts(s, s.level(680), 40)


def _road(s, y, turn):
    """A winding road of flat stones; gives back its middle line from far to near."""
    c = s.w / 2
    far = (c + turn * 250, y + 34)
    spots = [
        far,
        (c + turn * 130, s.level(665)),
        (c + turn * 190, s.level(740)),
        (c - turn * 30, s.level(840)),
        (c - turn * 90, s.h + 40),
    ]
    path = smooth(spots, steps=9)
    stone = mix(s.ink.stone, s.mood.ground, 0.3)
    wide = [16 + 150 * (i / (len(path) - 1)) ** 1.6 for i in range(len(path))]
    left = [(x - w, v) for (x, v), w in zip(path, wide, strict=True)]
    right = [(x + w, v) for (x, v), w in zip(path, wide, strict=True)]
    s.poly(left + right[::-1], deepen(stone, 0.3))
    for i in range(len(path) - 1):
        _step(s, (left[i], right[i]), (left[i + 1], right[i + 1]), lighten(stone, s.dice.uniform(0.1, 0.3)))
    return path


def _step(s, upper, lower, stone):
    """One course of stones, split in two or three."""
    cuts = sorted([0.03, s.dice.uniform(0.28, 0.42), s.dice.uniform(0.58, 0.72), 0.97])
    for a, b in pairwise(cuts):
        corners = []
        for (start, stop), u, share in (
            (upper, a + 0.01, 0.08),
            (upper, b - 0.01, 0.08),
            (lower, b - 0.01, 0.9),
            (lower, a + 0.01, 0.9),
        ):
            x = start[0] + (stop[0] - start[0]) * u
            corners.append((x, upper[0][1] + (lower[0][1] - upper[0][1]) * share))
        s.poly(corners, mix(stone, s.mood.leaf, s.dice.choice([0, 0.08, 0.2])))


def _pavilion(s):
    """A wayside shelter with benches, open to the road."""
    ink = s.ink
    houses.gable(s.at(-104, 0, 0.8), 40, 150, 2)
    houses.gable(s.at(104, 0, 0.8), 40, 150, 2)
    s.rect(-100, -112, 100, 0, mix(ink.dark, ink.wood, 0.5))
    if s.mood.night:
        s.rect(-100, -112, 100, 0, veil(ink.lamp, 90))
    for x in (-62, 0, 62):
        s.rect(x - 5, -112, x + 5, 0, ink.wood)
    s.rect(-92, -32, -40, -25, lighten(ink.wood, 0.2))
    s.rect(40, -32, 92, -25, lighten(ink.wood, 0.2))
    houses.roof(s.at(0, -108), houses.Roof(250, 66, 12, 0.8))
    houses.lantern(s.at(0, -106), 10)


def _wayside(s, turn):
    """A marker stone or a board by the road."""
    spot = s.at(s.w / 2 + turn * s.dice.uniform(210, 270), s.level(860), 1.2)
    if s.chance(0.55):
        spot.poly(smooth([(-26, 4), (-24, -80), (0, -98), (24, -80), (26, 4)], steps=4), s.ink.stone)
        for i in range(3):
            spot.rect(-4, -76 + i * 22, 4, -62 + i * 22, s.ink.red)
    else:
        for x in (-40, 40):
            spot.stroke([(x, 2), (x, -96)], 6, s.ink.wood)
        spot.rect(-56, -100, 56, -52, lighten(s.ink.wood, 0.15))
        for i in range(2):
            spot.rect(-42, -90 + i * 16, 42 - i * 22, -83 + i * 16, s.ink.paper)
    plants.grass(spot.at(-34, 6), 7, s.mood.leaf)
    plants.boulder(spot.at(66, 0), 34, 24)


def _walkers(s, path):
    """Two to four people between the foreground and the pavilion, smaller as they get farther."""
    places = s.dice.sample([0.28, 0.48, 0.66, 0.82], s.dice.randint(2, 4))
    for t, who in sorted(zip(places, people.crowd(s, len(places)), strict=True), key=lambda pair: pair[0]):
        x, y = path[round(t * (len(path) - 1))]
        people.walk(
            s.at(x, y + 6, 0.3 + 1.75 * t, flip=s.chance(0.55)),
            who,
            load=s.dice.choice(["pole", "pack", None]),
        )
