"""Clothes for portraits: shirts, tunics with knot buttons, aprons, the volunteers' red vest, a white coat."""

from .colours import deepen, lighten, mix
from .lines import leaf, move, smooth, turn

BODY = [
    (-54, 196),
    (-136, 232),
    (-246, 282),
    (-296, 380),
    (-326, 640),
    (-340, 1600),
    (340, 1600),
    (326, 640),
    (296, 380),
    (246, 282),
    (136, 232),
    (54, 196),
    (0, 232),
]


def dress(s, who):
    """Draw the shoulders and what they wear; the origin is the middle of the head."""
    view = s.at(0, 0)
    view.kx *= 0.92 if who.woman else 1.0
    CLOTHES[who.clothes](view)


def _colour(s):
    ink = s.ink
    return s.dice.choice(
        [
            ink.blue,
            ink.green,
            ink.jade,
            ink.ochre,
            ink.plum,
            ink.sky,
            ink.rose,
            mix(ink.grey, ink.wall, 0.3),
            mix(ink.blush, ink.clay, 0.4),
        ]
    )


def _body(s, colour):
    s.poly(smooth(BODY[:6], steps=6) + smooth(BODY[6:], steps=6), colour)
    for side in (-1, 1):
        s.stroke(smooth([(side * 214, 420), (side * 226, 560), (side * 232, 900)], steps=5), 5, deepen(colour, 0.16))


def _collar(s, colour):
    """A turned-down collar with an open neck."""
    for side in (-1, 1):
        s.poly([(side * 50, 176), (side * 74, 206), (side * 62, 290), (0, 262)], colour)
        s.stroke([(side * 62, 290), (0, 262)], 3, deepen(colour, 0.2))


def _placket(s, colour, button):
    s.stroke([(0, 266), (0, 1200)], 4, deepen(colour, 0.2))
    for i in range(7):
        s.disc(10, 320 + i * 92, 6.5, button)


def _shirt(s):
    colour = _colour(s)
    pattern = s.dice.random()
    _body(s, colour)
    if pattern < 0.35:
        for i in range(-4, 5):
            s.stroke([(i * 58, 300 + abs(i) * 6), (i * 58, 1400)], 4, lighten(colour, 0.25))
        for i in range(9):
            s.stroke([(-190, 350 + i * 66), (190, 350 + i * 66)], 4, lighten(colour, 0.25))
    _collar(s, lighten(colour, 0.1))
    _placket(s, colour, s.ink.white)


def _tunic(s):
    """A buttoned-up tunic with pockets and a pen."""
    colour = s.dice.choice([mix(s.ink.grey, s.ink.tile, 0.5), s.ink.blue, mix(s.ink.green, s.ink.tile, 0.4)])
    _body(s, colour)
    for side in (-1, 1):
        s.poly([(side * 60, 178), (side * 82, 212), (side * 70, 266), (0, 250), (0, 226)], lighten(colour, 0.08))
        s.rect(side * 70, 400, side * 166, 420, deepen(colour, 0.2))
        s.rect(side * 70, 420, side * 166, 520, deepen(colour, 0.08))
    s.rect(120, 372, 127, 414, s.ink.gold)
    _placket(s, colour, deepen(colour, 0.4))


def _knots(s):
    """A cotton jacket with a stand collar and knot buttons."""
    colour = s.dice.choice([s.ink.blue, s.ink.plum, s.ink.jade, s.ink.rose, s.ink.green, s.ink.ochre])
    _body(s, colour)
    trim = lighten(colour, 0.35)
    s.poly(
        smooth([(-56, 168), (-66, 214), (0, 256), (66, 214), (56, 168), (46, 190), (0, 224), (-46, 190)], closed=True),
        lighten(colour, 0.06),
    )
    s.stroke([(0, 240), (0, 1200)], 5, trim)
    for i in range(6):
        y = 300 + i * 100
        s.stroke([(-46, y), (46, y)], 8, trim)
        s.disc(0, y, 11, s.ink.gold)


def _jacket(s):
    """An open jacket over a knitted or plain top."""
    colour, under = _colour(s), lighten(_colour(s), 0.4)
    _body(s, colour)
    s.poly([(-56, 190), (0, 236), (56, 190), (84, 700), (90, 1600), (-90, 1600), (-84, 700)], under)
    for side in (-1, 1):
        s.poly([(side * 54, 172), (side * 96, 214), (side * 118, 380), (side * 64, 520)], lighten(colour, 0.1))
        s.stroke([(side * 64, 520), (side * 86, 1400)], 5, deepen(colour, 0.3))


def _vest(s):
    """The volunteers' red vest over a pale shirt."""
    shirt, red = mix(s.ink.white, s.ink.sky, 0.25), s.ink.red
    _body(s, shirt)
    _collar(s, lighten(shirt, 0.4))
    for side in (-1, 1):
        s.poly(
            [
                *smooth([(side * 92, 214), (side * 168, 246), (side * 206, 400), (side * 214, 1600)], steps=6),
                (side * 5, 1600),
                (side * 5, 420),
            ],
            red,
        )
        s.stroke([(side * 92, 214), (side * 6, 420)], 6, deepen(red, 0.25))
    s.disc(104, 420, 27, s.ink.paper)
    for i in range(6):
        s.poly(move(turn(leaf(20, 11, 6), i * 60), 104, 420), red)


def _white_coat(s):
    """A white coat over a shirt."""
    coat, shirt = mix(s.ink.white, s.ink.sky, 0.08), s.dice.choice([s.ink.sky, s.ink.jade, s.ink.blue])
    _body(s, coat)
    s.poly([(-58, 186), (0, 236), (58, 186), (30, 470), (0, 560), (-30, 470)], shirt)
    for side in (-1, 1):
        s.poly(
            [(side * 56, 172), (side * 98, 212), (side * 110, 330), (side * 78, 366), (side * 2, 560)],
            lighten(coat, 0.3),
        )
        s.stroke([(side * 110, 330), (side * 78, 366), (side * 2, 560)], 4, deepen(coat, 0.18))
    s.stroke([(2, 560), (2, 1400)], 4, deepen(coat, 0.18))
    s.rect(110, 470, 190, 476, deepen(coat, 0.2))
    s.rect(138, 436, 146, 476, s.ink.blue)


def _knit(s):
    """A knitted waistcoat over a shirt."""
    shirt, wool = mix(s.ink.white, s.ink.wall, 0.3), _colour(s)
    _body(s, shirt)
    s.poly(
        [
            (-100, 218),
            (-172, 248),
            (-222, 420),
            (-230, 1600),
            (230, 1600),
            (222, 420),
            (172, 248),
            (100, 218),
            (0, 420),
        ],
        wool,
    )
    for i in range(-3, 4):
        s.stroke([(i * 58, 470 - abs(i) * 30), (i * 58, 1400)], 4, lighten(wool, 0.14))
    s.stroke([(-100, 218), (0, 420), (100, 218)], 11, deepen(wool, 0.2))
    _collar(s, lighten(shirt, 0.3))


def _apron(s):
    """A blue print apron over a blouse."""
    blouse, cloth = (
        s.dice.choice([s.ink.blush, s.ink.straw, s.ink.rose, s.ink.jade]),
        s.dice.choice([s.ink.blue, s.ink.plum, s.ink.green]),
    )
    _body(s, blouse)
    _collar(s, lighten(blouse, 0.25))
    for side in (-1, 1):
        s.stroke([(side * 70, 216), (side * 104, 380)], 16, cloth)
    s.poly(
        [
            *smooth([(-122, 376), (0, 400), (122, 376)]),
            (150, 620),
            (236, 800),
            (240, 1600),
            (-240, 1600),
            (-236, 800),
            (-150, 620),
        ],
        cloth,
    )
    for i in range(40):
        x, y = -118 + (i % 5) * 58 + (i // 5 % 2) * 26, 436 + i // 5 * 52
        for k in range(4):
            s.poly(move(turn(leaf(13, 9, 5), k * 90 + i * 20), x, y), lighten(cloth, 0.6))


CLOTHES = {
    "shirt": _shirt,
    "tunic": _tunic,
    "knots": _knots,
    "jacket": _jacket,
    "vest": _vest,
    "white_coat": _white_coat,
    "knit": _knit,
    "apron": _apron,
}
