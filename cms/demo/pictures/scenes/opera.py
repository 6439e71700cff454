"""A village stage with lifted eaves: players in long sleeves, a red curtain, the village on its stools."""

from .. import houses, land, setting, sky, trees
from ..colours import deepen, lighten, mix, veil
from ..lines import leaf, move, smooth, turn


def opera(s):
    """The stage between trees, the players, the audience."""
    dice, c = s.dice, s.middle
    y = setting.backdrop(s, base=610, forms=("rolling", "dune", "bluff", "peak"))
    land.ground(s, y - 10)
    front = s.at(c, y + 60, s.roomy)
    for x in (-430, 430):
        trees.any_tree(front.at(x + dice.uniform(-20, 20), -20, dice.uniform(1.0, 1.3)))
    _stage(front.lamplit())
    _players(front.lamplit())
    setting.audience(front, 0, 92, dice.randint(14, 22))
    setting.frame(s, ("open", "branch", "grass", "blossom"))
    sky.weather(s)


def _stage(s):
    """Platform, curtain, posts and roof."""
    ink, half = s.ink, 270
    s.fade([(-half - 20, -78), (half + 20, -78), (half + 20, 0), (-half - 20, 0)], ink.stone, deepen(ink.stone, 0.2))
    for i in range(9):
        x = -half + i * half / 4
        s.rect(x - 1.5, -70, x + 1.5, 0, deepen(ink.stone, 0.22))
    s.rect(-half - 26, -88, half + 26, -76, ink.wood)
    curtain = s.in_turn([ink.red, mix(ink.blue, ink.dark, 0.2), mix(ink.plum, ink.red, 0.3), ink.green], 1)
    s.fade([(-half + 8, -292), (half - 8, -292), (half - 8, -88), (-half + 8, -88)], deepen(curtain, 0.3), curtain)
    for i in range(16):
        x = -half + 24 + i * 33
        s.rect(x, -292, x + 9, -88, veil(deepen(curtain, 0.5), 70))
    if s.mood.dark:
        s.glow(0, -170, 360, veil(ink.lamp, 60 + 110 * s.mood.night))
    _backdrop_flower(s)
    for x in (-half, -half * 0.42, half * 0.42, half):
        s.rect(x - 8, -300, x + 8, -88, mix(ink.red, ink.wood, 0.45))
        s.rect(x - 12, -98, x + 12, -86, ink.stone)
    s.rect(-half - 10, -316, half + 10, -288, mix(ink.wood, ink.gold, 0.25))
    for i in range(12):
        s.disc(-half + 22 + i * 45, -302, 6, ink.gold if i % 2 else ink.jade)
    houses.roof(s.at(0, -310), houses.Roof(half * 2 + 150, 116, 46, 0.66))
    s.disc(0, -440, 12, ink.gold)
    for x in (-half * 0.72, half * 0.72, -half * 0.2, half * 0.2):
        houses.lantern(s.at(x, -288), 13)


def _backdrop_flower(s):
    """A round emblem on the curtain."""
    s.disc(0, -190, 62, mix(s.ink.gold, s.ink.straw, 0.3))
    for i in range(8):
        s.poly(move(turn(leaf(46, 22, 8), i * 45), 0, -190), mix(s.ink.red, s.ink.rose, 0.25))


def _players(s):
    """Two to four players, each in another part."""
    count = s.dice.randint(2, 4)
    parts = s.dice.sample([_sleeves, _general, _scholar, _sleeves, _clown], count)
    for i, part in enumerate(parts):
        x = (i - (count - 1) / 2) * 480 / count
        part(s.at(x, -88, 1.3, flip=x > 0))


def _robe(s, colour):
    s.poly(smooth([(-12, -72), (12, -72), (17, -40), (27, -2), (-27, -2), (-17, -40)], closed=True, steps=5), colour)
    s.rect(-26, -7, 26, -2, s.ink.gold)
    s.poly([(-4, -73), (4, -73), (0, -52)], s.ink.white)


def _face(s, colour):
    s.disc(0, -84, 10, mix(s.ink.skin, s.ink.white, 0.4))
    s.oval(-4, -83, 2.6, 3.6, mix(s.ink.blush, s.ink.rose, 0.5))
    s.oval(5, -83, 2.6, 3.6, mix(s.ink.blush, s.ink.rose, 0.5))
    s.poly([(-11, -86), (-8, -97), (8, -97), (11, -86), (0, -91)], colour)


def _sleeves(s):
    """A lady with white water sleeves."""
    colour = s.dice.choice([s.ink.blush, s.ink.jade, s.ink.sky, s.ink.rose])
    for path in ([(10, -66), (34, -78), (54, -60), (48, -26)], [(-10, -66), (-30, -52), (-40, -30), (-30, -6)]):
        s.stroke(smooth(path, steps=5), 9, s.ink.white)
    s.stroke([(10, -66), (28, -76)], 10, colour)
    s.stroke([(-10, -66), (-25, -56)], 10, colour)
    _robe(s, colour)
    _face(s, s.ink.hair)
    for x in (-9, -3, 3, 9):
        s.disc(x, -98 + abs(x) * 0.3, 3.6, s.ink.gold if abs(x) < 5 else s.ink.jade)


def _general(s):
    """A general with four flags at his back."""
    for angle in (-128, -106, -74, -52):
        s.poly(move(turn([(0, -2), (58, -2), (58, 2), (0, 2)], angle), 0, -62), s.ink.wood)
        s.poly(move(turn([(24, 0), (60, 0), (42, 17)], angle), 0, -62), s.ink.gold)
    s.stroke([(12, -66), (28, -54), (36, -70)], 8, s.ink.green)
    s.stroke([(-12, -66), (-28, -58), (-20, -44)], 8, s.ink.green)
    s.stroke([(40, -112), (34, -14)], 3.4, s.ink.wood)
    _robe(s, s.ink.green)
    s.rect(-15, -48, 15, -42, s.ink.gold)
    _face(s, s.ink.gold)
    s.disc(0, -102, 6, s.ink.red)


def _scholar(s):
    """A scholar with a fan and a winged cap."""
    s.stroke([(11, -66), (26, -56), (26, -66)], 9, s.ink.blue)
    s.stroke([(-11, -66), (-22, -50), (-14, -40)], 9, s.ink.blue)
    s.poly([(26, -66), (18, -86), (36, -88)], s.ink.paper)
    _robe(s, s.ink.blue)
    _face(s, s.ink.dark)
    s.stroke([(-22, -96), (22, -96)], 4, s.ink.dark)
    s.rect(-7, -106, 7, -94, s.ink.dark)


def _clown(s):
    """A clown with a painted patch, one hand up."""
    s.stroke([(11, -66), (24, -74), (28, -90)], 8, s.ink.ochre)
    s.stroke([(-11, -66), (-24, -56), (-16, -44)], 8, s.ink.ochre)
    _robe(s, s.ink.ochre)
    _face(s, s.ink.plum)
    s.disc(0, -84, 4.4, s.ink.white)
    s.poly([(-9, -94), (0, -112), (9, -94)], lighten(s.ink.plum, 0.1))
