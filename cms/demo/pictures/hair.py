"""Hair and hats for portraits: what falls behind the head, and what lies on it."""

from .colours import deepen, lighten, mix
from .faces import brow_colour
from .lines import arc, bow, leaf, move, points, smooth, turn

# Outlines of the hair on the head, from ear to ear and back along the hairline.
ON_TOP = {
    "parted": points(
        "-116,-4 -128,-80 -104,-158 -24,-196 72,-186 124,-118 117,-4 107,-58 88,-98 24,-106 -50,-122 -98,-70 -106,-24"
    ),
    "crew": points(
        "-113,-16 -121,-90 -90,-160 0,-184 90,-160 121,-90 113,-16 104,-78 66,-116 0,-122 -66,-116 -104,-78"
    ),
    "quiff": points(
        "-114,-10 -124,-90 -108,-150 -60,-204 20,-222 92,-192 124,-110 "
        "114,-10 104,-74 84,-118 10,-124 -60,-108 -100,-76"
    ),
    "back": points("-114,4 -128,-96 -84,-180 16,-198 104,-164 126,-76 113,4 102,-70 66,-134 -6,-146 -72,-128 -103,-64"),
    "centre": points("-112,24 -128,-70 -96,-158 -4,-194 96,-160 128,-70 112,24 100,-44 62,-98 0,-140 -62,-98 -100,-44"),
    "bangs": points(
        "-114,10 -128,-80 -92,-164 0,-196 92,-164 128,-80 114,10 102,-50 70,-66 24,-58 -26,-60 -72,-66 -102,-50"
    ),
    "swept": points(
        "-112,16 -128,-74 -98,-160 -8,-196 92,-164 128,-74 112,16 102,-40 74,-88 6,-106 -46,-132 -92,-92 -104,-40"
    ),
}
# What hangs behind the face.
BEHIND = {
    "bob": points("-136,-60 -146,50 -134,140 -92,158 92,158 134,140 146,50 136,-60 90,-180 0,-202 -90,-180"),
    "long": points(
        "-138,-60 -152,80 -160,230 -130,320 -60,300 60,300 130,320 160,230 152,80 138,-60 90,-182 0,-204 -90,-182"
    ),
    "ponytail": points("60,-170 150,-190 208,-110 214,20 186,150 164,90 160,-10 120,-70"),
}


def behind(s, who):
    """Draw the hair that the head hides in part."""
    colour = deepen(brow_colour(s, who), 0.12)
    if who.hair == "bun":
        s.disc(0, -206, 62, colour)
        s.stroke(bow((-34, -222), (34, -222), -12, 8), 4, lighten(colour, 0.2))
        s.stroke([(-78, -196), (84, -232)], 6, s.ink.jade)
    elif who.hair == "perm":
        curls(s, colour, 34)
    elif outline := BEHIND.get("bob" if who.hair == "side" else who.hair):
        s.blob(outline, colour)


# Ways to wear it that share an outline.
CUTS = {
    "ponytail": "swept",
    "bob": "bangs",
    "long": "centre",
    "braids": "centre",
    "bun": "centre",
    "perm": "swept",
    "side": "swept",
}


def curls(s, colour, r):
    """Curls round the head."""
    for i, (x, y) in enumerate(arc((0, -40), (116, 128), 150, 390, 13)):
        s.disc(x, y, r, mix(colour, lighten(colour, 0.12), i % 2))


def on_top(s, who):
    """What lies on the head: hair, then any hat."""
    colour = brow_colour(s, who)
    if who.hair in WORN:
        WORN[who.hair](s, colour)
        return
    s.blob(ON_TOP[CUTS.get(who.hair, who.hair)], colour)
    shine = lighten(colour, 0.16)
    s.stroke(bow((-70, -150), (44, -168), -14, 10), 5, shine)
    if who.hair == "perm":
        for i, (x, y) in enumerate(arc((0, -66), (92, 100), 190, 350, 8)):
            s.disc(x, y, 27, mix(colour, shine, i % 2))
    elif who.hair == "braids":
        _braids(s, colour)


def _braids(s, colour):
    for side in (-1, 1):
        for i in range(6):
            s.oval(side * (122 + i * 7), 40 + i * 40, 25 - i * 1.6, 27, mix(colour, lighten(colour, 0.15), i % 2))
        s.rect(side * 152, 256, side * 166, 272, s.ink.red)


def _fringe(s, colour):
    """Bald above, hair at the sides."""
    for side in (-1, 1):
        s.blob(
            [(side * x, y) for x, y in ((110, 24), (130, -20), (124, -80), (98, -112), (102, -60), (104, -10))], colour
        )


def _cap(s, colour):
    """A soft cap with a peak."""
    _fringe(s, colour)
    cloth = s.dice.choice([s.ink.blue, s.ink.tile, s.ink.green])
    s.blob([(-128, -74), (-138, -130), (-84, -196), (20, -206), (112, -182), (140, -122), (128, -74), (0, -92)], cloth)
    s.blob([(-112, -84), (0, -104), (112, -84), (104, -60), (0, -74), (-104, -60)], deepen(cloth, 0.25))


def _straw(s, colour):
    """A wide straw hat."""
    _fringe(s, colour)
    straw = s.ink.straw
    s.oval(0, -92, 236, 46, deepen(straw, 0.14))
    s.poly(smooth([(-118, -96), (-92, -184), (0, -212), (92, -184), (118, -96)], steps=6), straw)
    s.poly([*bow((-120, -112), (120, -112), 10), *bow((117, -134), (-117, -134), 10)], s.ink.dark)
    s.poly(arc((0, -92), (236, 46), 0, 180, 30) + bow((-118, -96), (118, -96), 12), lighten(straw, 0.1))
    for i in (0.7, 0.82, 0.93):
        s.stroke(arc((0, -92), (236 * i, 46 * i), 12, 168, 20), 2, deepen(straw, 0.14))


KERCHIEF = points("-120,20 -136,-80 -96,-176 0,-206 96,-176 136,-80 120,20 112,-50 66,-114 0,-126 -66,-114 -112,-50")


def _kerchief(s, colour):
    """A printed cotton kerchief."""
    cloth = s.dice.choice([s.ink.blue, s.ink.plum, s.ink.green])
    s.blob(points("-112,-30 -100,-72 -40,-112 40,-112 100,-72 112,-30 100,-100 0,-140 -100,-100"), colour)
    s.blob(KERCHIEF, cloth)
    for x, y in points("-92,-96 -50,-150 0,-168 50,-150 92,-96 -118,-40 118,-40"):
        for i in range(4):
            s.poly(move(turn(leaf(11, 8, 5), i * 90 + 20), x, y), s.ink.paper)


WORN = {"fringe": _fringe, "cap": _cap, "straw": _straw, "kerchief": _kerchief}
