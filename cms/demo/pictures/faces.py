"""A face from the front, about 300 units high: ears, eyes, brows, nose, mouth, the marks of age, glasses."""

from .colours import deepen, lighten, mix, veil
from .lines import arc, bow, smooth


def skin_of(s, who):
    """The sitter's skin in this light."""
    return mix(lighten(s.ink.skin, 0.18), s.ink.tan, who.tan * 0.75)


def face(s, who):
    """Head, ears, neck and features; the origin is the middle of the head."""
    skin = skin_of(s, who)
    dark, jaw = deepen(skin, 0.16), 0.92 if who.woman else 1.0
    half = 44 if who.woman else 54
    s.poly([(-half, 90), (half, 90), (half + 6, 236), (0, 282), (-half - 6, 236)], skin)
    s.poly(smooth([(-half, 100), (0, 176), (half, 100), (half, 150), (10, 204), (-half, 150)], closed=True), dark)
    for side in (-1, 1):
        s.oval(side * 113 * jaw, 8, 20, 33, skin)
        s.oval(side * 115 * jaw, 9, 10, 20, dark)
    outline = [
        (-112, -40),
        (-108, 40),
        (-86, 108),
        (-42, 150),
        (0, 158),
        (42, 150),
        (86, 108),
        (108, 40),
        (112, -40),
        (80, -130),
        (0, -155),
        (-80, -130),
    ]
    s.blob([(x * jaw, y) for x, y in outline], skin)
    _features(s, who, skin)
    if who.age == "elder":
        _lines_of_age(s, deepen(skin, 0.22))


def _features(s, who, skin):
    ink, dice = s.ink, s.dice
    brow = brow_colour(s, who)
    smiling = dice.random() < (0.5 if who.age == "elder" else 0.25)
    for side in (-1, 1):
        s.oval(side * 62, 54, 27, 18, veil(ink.rose, 62))
        s.stroke(bow((side * 30, -42), (side * 72, -38), -11, 8), 6 if who.woman else 9, brow)
        if smiling:
            s.stroke(bow((side * 34, -2), (side * 66, -2), -13, 8), 6, ink.dark)
        else:
            s.oval(side * 50, -4, 9, 11.5, ink.dark)
            s.oval(side * 50 + 3, -8, 3, 3.4, ink.white)
            if who.woman:
                s.stroke(bow((side * 38, -14), (side * 66, -12), -7, 6), 4.5, ink.dark)
    s.stroke(smooth([(3, 8), (13, 40), (-6, 46)], steps=4), 5, deepen(skin, 0.2))
    lips = mix(ink.red, skin, 0.3) if who.woman else deepen(mix(skin, ink.rose, 0.4), 0.2)
    if s.chance(0.45):
        s.poly(arc((0, 82), (36, 30), 0, 180, 20), deepen(lips, 0.3))
        s.poly([*arc((0, 82), (34, 11), 0, 180, 20)], ink.white)
    else:
        s.stroke(bow((-32, 86), (32, 86), 15, 12), 7, lips)


def brow_colour(s, who):
    """Brows and hair: black, brown-black, greying or white."""
    ink = s.ink
    if who.age == "elder":
        return mix(ink.grey, ink.white, 0.55)
    return mix(ink.hair, ink.grey, 0.45) if who.age == "middle" and who.tan > 0.5 else mix(ink.hair, ink.wood, 0.12)


def _lines_of_age(s, tone):
    for side in (-1, 1):
        s.stroke(bow((side * 50, 46), (side * 54, 96), side * 0 - 3, 6), 3.4, tone)
        for dy in (-6, 6):
            s.stroke([(side * 84, -2 + dy * 0.4), (side * 97, -4 + dy * 1.6)], 3, tone)
    for y in (-92, -76):
        s.stroke(bow((-44, y), (44, y), -5, 8), 3, tone)


def glasses(s, round_):
    """A pair of glasses."""
    frame = deepen(s.ink.dark, 0.2)
    for side in (-1, 1):
        rim = arc((side * 50, -2), (36, 33 if round_ else 26), 0, 360, 36)
        s.poly(rim, veil(s.ink.white, 46))
        s.stroke(rim, 4.6, frame)
        s.stroke([(side * 86, -6), (side * 110, -10)], 4.6, frame)
    s.stroke(bow((-15, -5), (15, -5), -6, 6), 4.6, frame)
