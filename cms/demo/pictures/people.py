"""People as small flat figures: standing, speaking, walking, sitting, bending. About 100 units tall."""

from dataclasses import dataclass

from .colours import deepen, lighten, mix, veil
from .lines import arc, smooth

COATS = ("blue", "green", "ochre", "jade", "sky", "plum", "rose", "white", "clay", "grey", "blue", "green")
STYLES = ("short", "short", "bun", "bob", "cap", "straw", "braid", "bald")


@dataclass(frozen=True)
class Look:
    """How one person is dressed: ink colours, hair and hat, skirt or trousers."""

    coat: tuple
    legs: tuple
    hair: tuple
    skin: tuple
    style: str
    skirt: bool = False


def look(s, *, red=False, style=None, coat=None, young=False):
    """Somebody, drawn by lot; `red` wears the picture's one vermilion coat; the young have no grey hair."""
    dice, ink = s.dice, s.warm_ink
    style = style or dice.choice(STYLES)
    colour = ink.red if red else getattr(ink, coat or dice.choice(COATS))
    hair = dice.choice([ink.hair, ink.hair, ink.hair, ink.grey, lighten(ink.grey, 0.35)])
    hair = ink.hair if young else hair
    skin = mix(ink.skin, ink.tan, dice.random())
    legs = dice.choice([ink.dark, ink.blue, ink.plum, ink.tile])
    return Look(colour, deepen(legs, 0.25), hair, skin, style, style in ("bun", "bob", "braid") and s.chance(0.4))


def crowd(s, count):
    """A number of people, one of them in red at most."""
    marked = s.dice.randrange(count * 2)
    return [look(s, red=i == marked) for i in range(count)]


def shadow(s, half):
    """The soft patch a person or thing stands on."""
    s.oval(0, 1, half, half * 0.2, veil(deepen(s.mood.ground, 0.55), 70))


def stand(s, who, pose="down"):
    """A person seen from the front; poses: down, speak, hold, up, clap."""
    shadow(s, 24)
    if who.skirt:
        s.poly([(-11, -44), (11, -44), (16, -13), (-16, -13)], who.legs)
        s.stroke([(-5, -14), (-5, -3)], 5, who.skin)
        s.stroke([(5, -14), (5, -3)], 5, who.skin)
    else:
        s.poly([(-13, -44), (-0.6, -44), (-2.4, -3), (-10, -3)], who.legs)
        s.poly([(13, -44), (0.6, -44), (2.4, -3), (10, -3)], who.legs)
    s.oval(-6.5, -2, 6, 3, s.ink.dark)
    s.oval(6.5, -2, 6, 3, s.ink.dark)
    arms(s, who, pose, behind=True)
    s.rect(-3.4, -80, 3.4, -68, deepen(who.skin, 0.12))
    s.blob(
        [(-14, -68), (-6, -74), (6, -74), (14, -68), (14.5, -50), (15, -37), (0, -35), (-15, -37), (-14.5, -50)],
        who.coat,
    )
    s.poly([(-4.4, -74.5), (4.4, -74.5), (0, -66)], lighten(who.coat, 0.55))
    arms(s, who, pose, behind=False)
    head(s.at(0, -87), who)


ARMS = {
    "down": ([(-13, -67), (-17.5, -52), (-16, -38)], [(13, -67), (17.5, -52), (16, -38)]),
    "speak": ([(-13, -67), (-20, -54), (-10, -46)], [(13, -67), (25, -62), (33, -78)]),
    "hold": ([(-13, -67), (-18, -53), (-5, -52)], [(13, -67), (18, -53), (5, -52)]),
    "up": ([(-13, -68), (-25, -80), (-27, -99)], [(13, -68), (25, -80), (27, -99)]),
    "clap": ([(-13, -67), (-19, -57), (-2, -62)], [(13, -67), (19, -57), (2, -62)]),
}


def arms(s, who, pose, *, behind):
    """Both arms; those that hang are drawn behind the coat, those that do something in front."""
    if behind != (pose in ("down", "up")):
        return
    for path in ARMS[pose]:
        s.stroke(smooth(path, steps=3), 7, deepen(who.coat, 0.13))
        s.disc(*path[-1], 3.6, who.skin)


def head(s, who, *, back=False, aside=0):
    """A head about 20 across with its hair or hat; from behind the hair covers it; `aside` turns the face."""
    s.disc(0, 0, 10, who.skin)
    if not back:
        for x in (-3.8, 3.8):
            s.disc(x + aside, 1.2, 1.05, s.ink.dark)
            s.oval(x * 1.5 + aside * 0.7, 4.6, 2.3, 1.5, veil(s.ink.rose, 80))
    if back and who.style != "bald":
        s.disc(0, -0.6, 10.3, who.hair)
        s.rect(-4, 7, 4, 11, who.skin)
    elif who.style != "bald":
        s.poly([*arc((0, -0.5), (10.6, 10.6), 172, 368, 14), (6, -3.5), (-6, -3.5)], who.hair)
    _hair(s, who)


def _hair(s, who):
    if who.style == "bun":
        s.disc(0, -11.5, 5.2, who.hair)
    elif who.style == "bob":
        s.poly([(-10.6, -2), (-6.4, -4), (-7, 8), (-11, 7)], who.hair)
        s.poly([(10.6, -2), (6.4, -4), (7, 8), (11, 7)], who.hair)
    elif who.style == "bald":
        for x in (-9.4, 9.4):
            s.oval(x, -1.5, 2.2, 4.4, mix(s.ink.grey, s.ink.white, 0.4))
    elif who.style == "braid":
        s.stroke([(9, -2), (12, 8), (10, 18)], 4, who.hair)
    elif who.style == "cap":
        s.poly(arc((0, -3), (11, 9.5), 180, 360, 12), deepen(who.coat, 0.25))
        s.rect(-11, -4.6, 14, -2.4, deepen(who.coat, 0.35))
    elif who.style == "straw":
        straw_hat(s)


def straw_hat(s):
    """A wide cone of bamboo and straw."""
    s.blob([(-23, -3), (0, -18), (23, -3), (0, 0)], deepen(s.ink.straw, 0.16))
    s.poly([(-23, -4), (0, -19), (23, -4), (0, -7)], s.ink.straw)


def sit_back(s, who):
    """A listener on a stool, seen from behind."""
    shadow(s, 27)
    for x in (-12, 12):
        s.stroke([(x, -20), (x * 1.15, -1)], 4, s.ink.wood)
    s.rect(-18, -24, 18, -19, deepen(s.ink.wood, 0.2))
    s.blob(
        [(-19, -22), (-20, -40), (-16, -57), (-7, -63), (7, -63), (16, -57), (20, -40), (19, -22), (0, -20)], who.coat
    )
    s.poly([(-13, -22), (-15.5, -46), (-11.5, -46), (-10, -22)], deepen(who.coat, 0.15))
    s.poly([(13, -22), (15.5, -46), (11.5, -46), (10, -22)], deepen(who.coat, 0.15))
    head(s.at(0, -72), who, back=True)


def sit_side(s, who):
    """A person sitting on a stool, facing right, hands on the knees."""
    shadow(s, 27)
    s.rect(-17, -25, 10, -20, deepen(s.ink.wood, 0.15))
    for x in (-13, 6):
        s.stroke([(x, -20), (x, -1)], 4, s.ink.wood)
    s.stroke([(-4, -30), (22, -29), (24, -3)], 11, who.legs)
    s.oval(27, -2.4, 7.5, 3.4, s.ink.dark)
    s.blob([(-12, -24), (-15, -46), (-9, -63), (2, -66), (9, -57), (8, -40), (7, -24)], who.coat)
    s.stroke(smooth([(-2, -58), (4, -42), (18, -36)], steps=3), 7, deepen(who.coat, 0.15))
    s.disc(19, -36, 3.6, who.skin)
    head(s.at(1, -76), who, aside=3.4)


def walk(s, who, *, load=None):
    """A person walking to the right; load: pole (two baskets), pack, or nothing."""
    shadow(s, 24)
    s.stroke([(-1, -42), (-10, -22), (-17, -3)], 9, deepen(who.legs, 0.2))
    s.stroke([(2, -42), (11, -23), (12, -3)], 9, who.legs)
    s.oval(-14, -2, 6.5, 3, s.ink.dark)
    s.oval(15, -2, 6.5, 3, s.ink.dark)
    if load == "pack":
        s.blob([(-10, -70), (-22, -66), (-24, -50), (-20, -40), (-8, -42)], s.ink.ochre)
    s.blob([(-11, -68), (0, -75), (11, -68), (12, -50), (13, -37), (0, -35), (-13, -37), (-11, -50)], who.coat)
    if load == "pole":
        _pole(s)
        s.stroke([(6, -64), (17, -62), (14, -74)], 7, deepen(who.coat, 0.15))
    else:
        s.stroke(smooth([(-1, -66), (9, -54), (17, -46)], steps=3), 7, deepen(who.coat, 0.15))
        s.disc(18, -45, 3.6, who.skin)
    head(s.at(2, -87), who, aside=3.4)


def _pole(s):
    s.stroke([(-52, -68), (0, -77), (52, -68)], 3.4, s.ink.wood)
    for x in (-50, 50):
        s.poly([(x - 1, -68), (x + 1, -68), (x + 15, -34), (x - 15, -34)], veil(s.ink.straw, 90))
        s.poly([(x - 16, -35), (x + 16, -35), (x + 11, -14), (x - 11, -14)], s.ink.bamboo)
        s.oval(x, -35, 16, 6, s.dice.choice([s.ink.green, s.ink.ochre, s.ink.gold]))


def bend(s, who):
    """A person bending down to the field, facing right."""
    s.stroke([(-6, -44), (-4, -2)], 9, who.legs)
    s.stroke([(-12, -44), (-16, -2)], 9, deepen(who.legs, 0.2))
    s.blob([(-20, -46), (-14, -60), (10, -66), (24, -60), (22, -50), (2, -44), (-8, -38)], who.coat)
    s.stroke([(18, -56), (22, -36), (26, -16)], 6.5, deepen(who.coat, 0.15))
    s.disc(26, -15, 3.4, who.skin)
    head(s.at(33, -62), who, aside=3)
