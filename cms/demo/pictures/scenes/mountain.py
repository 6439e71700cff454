"""High peaks over a sea of mist: a pavilion on a crag, an old pine, walkers on the steps."""

from .. import houses, land, people, plants, setting, sky
from ..colours import deepen, lighten, mix, veil
from ..lines import bumpy, move


def mountain(s):
    """Peaks first, then mist, then the crag where people arrive."""
    dice = s.dice
    sky.sky(s)
    land.hills(s, s.level(dice.uniform(90, 190)), s.level(800), 6, s.in_turn(("peak", "karst", "bluff"), 1))
    for y in (610, 700, 790):
        s.mist(s.level(y + dice.uniform(-30, 30)), 130, veil(s.mood.mist, 200))
    _village(s)
    flip = dice.random() < EVEN
    _crag(s.at(s.w, 0, flip=True) if flip else s)
    setting.frame(s, ("open", "branch", "grass", "hill"))
    sky.weather(s)


EVEN = 0.5


def _village(s):
    """Roofs on a spur across the valley."""
    x = s.w / 2 + s.dice.uniform(-120, 120)
    colour = mix(s.mood.near, s.mood.mist, 0.4)
    y = s.level(770)
    s.blob([(x - 330, y + 90), (x - 210, y + 14), (x - 60, y - 26), (x + 90, y - 14), (x + 240, y + 22), (x + 340, y + 90)], colour)
    houses.hamlet(s.at(x, y - 14), s.dice.randint(4, 8), 54)
    plants.plumes(s.at(x + s.dice.choice([-230, 220]), y + 20, 0.8), 8, colour)
    s.mist(y + 90, 90, veil(s.mood.mist, 190))


def _crag(s):
    """A ledge that comes in from the left, with steps, pavilion, pine and walkers."""
    dice, rock = s.dice, mix(s.mood.near, s.mood.far, 0.08)
    top = s.level(dice.uniform(610, 660))
    edge = dice.uniform(500, 590) if s.tall else dice.uniform(620, 760)
    side = [(edge, top), (edge - 26, top + 60), (edge + 34, top + 120), (edge - 8, top + 220), (edge + 90, s.h + 20)]
    s.fill([(-20, top - 26), (edge * 0.5, top - 8), *side, (-20, s.h + 20)], [lighten(rock, 0.14), rock, deepen(rock, 0.2)])
    for _ in range(7):
        x, y = dice.uniform(0, edge - 60), dice.uniform(top + 60, s.h)
        s.poly([(x, y), (x + dice.uniform(40, 110), y - 8), (x + 60, y + 40)], veil(lighten(rock, 0.2), 60))
    s.poly([(-20, top - 28), (edge * 0.5, top - 10), (edge + 4, top - 4), (edge - 20, top + 12), (-20, top + 8)], mix(s.mood.leaf, rock, 0.35))
    plants.pine(s.at(edge - 66, top + 4, dice.uniform(0.95, 1.2), flip=True))
    pavilion(s.at(edge * 0.46, top - 6, dice.uniform(1.0, 1.2)))
    for i, who in enumerate(people.crowd(s, dice.randint(2, 4))):
        people.walk(s.at(60 + i * 70 + dice.uniform(-10, 10), top + 6, 0.95), who, load=dice.choice(["pack", "pack", None]))
    for x in (edge * 0.2, edge * 0.7, edge - 40):
        s.poly(move(bumpy(dice, (44, 26), 10), x, top + 6), mix(s.mood.leaf, rock, 0.5))


def pavilion(s):
    """A four-post pavilion with lifted eaves; the origin is the middle of its floor."""
    ink = s.ink
    s.rect(-92, -12, 92, 4, ink.stone)
    for x in (-70, -26, 26, 70):
        s.rect(x - 5, -128, x + 5, -12, mix(ink.red, ink.wood, 0.55))
    s.rect(-76, -44, 76, -38, mix(ink.red, ink.wood, 0.6))
    s.rect(-80, -134, 80, -122, ink.wood)
    houses.roof(s.at(0, -128), houses.Roof(236, 58, 26, 0.52))
    houses.roof(s.at(0, -186), houses.Roof(150, 62, 22, 0.12))
    s.disc(0, -254, 7, ink.gold)
    if s.mood.night:
        s.glow(0, -80, 150, veil(ink.lamp, 130))
