"""Open fields in long strips that run towards the hills: vegetables, rape in flower, straw, people at work."""

from .. import houses, land, people, setting, sky, things, trees
from ..colours import deepen, lighten, mix
from ..lines import bumpy, move


def field(s):
    """Strips of crops in perspective, a lane, a tree, people bending to the rows."""
    dice = s.dice
    y = setting.backdrop(s, base=590, forms=("dune", "rolling", "peak", "bluff"), top=(200, 300))
    land.ground(s, y - 4, swell=6)
    vanish = s.w * dice.uniform(0.3, 0.7)
    _strips(s, y + 6, vanish)
    home = dice.choice([0.15, 0.84])
    houses.cottage(s.at(s.w * home, y + 30, dice.uniform(0.75, 0.95)), 260, 120)
    trees.tree(s.at(s.w * (home + (0.13 if home < 0.5 else -0.13)), y + 40, dice.uniform(0.8, 1.1)))
    s.in_turn([_straw, _scarecrow, _cow, _sheds], 1)(s, y + 120)
    _workers(s, y)
    setting.frame(s, ("grass", "open", "branch", "hill"))
    sky.weather(s)


def _crops(s):
    """The colours of this season's crops."""
    leaf, ink = s.mood.leaf, s.ink
    crops = [
        mix(leaf, s.mood.ground, 0.25),
        mix(ink.gold, s.mood.ground, 0.3),
        mix(leaf, ink.jade, 0.5),
        mix(ink.ochre, s.mood.ground, 0.5),
        lighten(mix(leaf, s.mood.ground, 0.4), 0.2),
        mix(s.mood.bloom, s.mood.ground, 0.45),
        deepen(leaf, 0.12),
    ]
    s.dice.shuffle(crops)
    return crops


def _strips(s, y, vanish):
    """Strips that meet far away; each with its own rows."""
    crops, count = _crops(s), s.dice.randint(9, 12)
    reach = s.w * 2.4
    for i in range(count):
        a, b = (vanish + (k / count - 0.5) * reach for k in (i, i + 0.9))
        far_a, far_b = (vanish + (k / count - 0.5) * reach * 0.2 for k in (i, i + 0.9))
        crop = crops[i % len(crops)]
        s.fill(
            [(far_a, y), (far_b, y), (b, s.h + 30), (a, s.h + 30)],
            [mix(crop, s.mood.mist, 0.4), crop, deepen(crop, 0.1)],
        )
        _rows(s, (far_a, far_b, a, b), y, crop)


def _rows(s, edges, y, crop):
    """Tufts along the rows of a strip, small far away."""
    far_a, far_b, a, b = edges
    tone, light = deepen(crop, 0.16), lighten(crop, 0.2)
    for row in range(1, 5):
        u = row / 5
        for k in range(3, 15):
            t = (k / 14) ** 1.7
            x, v = (far_a + (far_b - far_a) * u) * (1 - t) + (a + (b - a) * u) * t, y + (s.h + 30 - y) * t
            if -30 < x < s.w + 30:
                _plant(s.at(x, v, 0.25 + t), tone, light)


def _plant(s, tone, light):
    """One plant of a row: a few leaves."""
    for dx, colour in ((-15, tone), (15, tone), (-7, light), (8, light), (0, tone)):
        s.poly([(-3, 2), (dx - 4, -13 + abs(dx) * 0.5), (dx, -19 + abs(dx) * 0.6), (3, 2)], colour)


def _workers(s, y):
    for i, who in enumerate(people.crowd(s, s.dice.randint(3, 5))):
        t = s.dice.uniform(0.2, 0.62)
        spot = s.at(
            s.w * (0.1 + 0.13 * (i + s.dice.random()) + (0.26 if i > 1 else 0)),
            y + (s.level(1000) - y) * t,
            0.7 + t * 1.25,
            flip=s.chance(0.5),
        )
        dressed = people.look(s, style="straw", red=i == 0) if s.chance(0.5) else who
        s.dice.choice([people.bend, people.bend, people.walk, people.stand])(spot, dressed)


def _straw(s, y):
    """Three stacks of straw."""
    for x, k in ((-150, 0.9), (0, 1.2), (140, 0.8)):
        spot = s.at(s.w / 2 + x, y + 30 * k, k)
        people.shadow(spot, 60)
        spot.blob([(-58, 0), (-50, -60), (0, -118), (50, -60), (58, 0)], s.ink.straw)
        spot.blob([(4, -2), (20, -60), (0, -116), (50, -60), (58, 0)], deepen(s.ink.straw, 0.13))
        for dx in (-34, -12, 12):
            spot.stroke([(dx * 0.4, -100), (dx * 1.2, -14)], 2, deepen(s.ink.straw, 0.2))


def _scarecrow(s, y):
    """A scarecrow in an old coat."""
    spot = s.at(s.w / 2 + s.dice.uniform(-60, 60), y + 40, 1.5)
    spot.stroke([(0, 0), (0, -100)], 5, s.ink.wood)
    spot.stroke([(-46, -66), (46, -66)], 5, s.ink.wood)
    spot.blob([(-44, -72), (44, -72), (40, -54), (16, -56), (20, -22), (-20, -22), (-16, -56), (-40, -54)], s.ink.rose)
    spot.disc(0, -86, 11, s.ink.straw)
    people.straw_hat(spot.at(0, -88, 1.1))


def _cow(s, y):
    """A buffalo and the one who leads it."""
    spot = s.at(s.w / 2, y + 50, 1.3)
    things.buffalo(spot)
    spot.stroke([(88, -50), (112, -44)], 2, s.ink.straw)
    people.walk(spot.at(128, 4), people.look(s, style="straw"))


def _sheds(s, y):
    """Two long sheds under cloth, and racks of drying beans."""
    for i, x in enumerate((-190, 110)):
        spot = s.at(s.w / 2 + x, y + 20 + i * 24, 1.1)
        spot.blob([(-110, 0), (-104, -54), (0, -76), (104, -54), (110, 0), (0, 2)], mix(s.ink.white, s.mood.water, 0.4))
        for dx in range(-80, 81, 40):
            spot.stroke([(dx, 0), (dx * 0.92, -62)], 2.4, mix(s.ink.grey, s.mood.water, 0.3))
        spot.poly(move(bumpy(s.dice, (100, 10), 14, 0.2), 0, 0), mix(s.mood.leaf, s.mood.ground, 0.4))
