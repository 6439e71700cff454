"""High peaks over a sea of mist: a pavilion on a crag, an old pine, walkers on the steps."""

from .. import houses, land, people, setting, sky, trees
from ..colours import deepen, lighten, mix, veil
from ..lines import bumpy, move, smooth


def mountain(s):
    """Peaks first, then mist, then the crag where people arrive."""
    dice = s.dice
    sky.sky(s)
    land.hills(s, s.level(dice.uniform(90, 190)), s.level(800), 6, s.in_turn(("peak", "karst", "bluff"), 1))
    for y in (610, 700, 790):
        s.mist(s.level(y + dice.uniform(-30, 30)), 130, veil(s.mood.mist, 200))
    _village(s)
    flip = s.chance(0.5)
    _crag(s.at(s.w, 0, flip=True) if flip else s)
    setting.frame(s, ("open", "branch", "grass", "hill"))
    sky.weather(s)


def _village(s):
    """Roofs on a spur across the valley."""
    x = s.w / 2 + s.dice.uniform(-120, 120)
    colour = mix(s.mood.near, s.mood.mist, 0.4)
    y = s.level(770)
    s.blob(
        [
            (x - 330, y + 90),
            (x - 210, y + 14),
            (x - 60, y - 26),
            (x + 90, y - 14),
            (x + 240, y + 22),
            (x + 340, y + 90),
        ],
        colour,
    )
    houses.hamlet(s.at(x, y - 14), s.dice.randint(4, 8), 54)
    trees.plumes(s.at(x + s.dice.choice([-230, 220]), y + 20, 0.8), 8, colour)
    s.mist(y + 90, 90, veil(s.mood.mist, 190))


def _crag(s):
    """A ledge that comes in from the left, with steps, pavilion, pine and walkers."""
    dice = s.dice
    top = s.level(dice.uniform(600, 650))
    edge = dice.uniform(500, 590) if s.tall else dice.uniform(640, 780)
    _shoulder(s, edge + 120, top + 120)
    _rock(s, edge, top, mix(s.mood.near, s.mood.far, 0.06))
    trees.pine(s.at(edge - 70, top + 6, dice.uniform(1.0, 1.25), flip=True))
    pavilion(s.at(edge * 0.48, top - 4, dice.uniform(1.05, 1.25)))
    for x in (edge * 0.12, edge * 0.74, edge - 30):
        s.poly(move(bumpy(dice, (50, 24), 11), x, top + 6), mix(s.mood.leaf, s.mood.near, 0.45))
    for i, who in enumerate(people.crowd(s, dice.randint(1, 3))):
        people.walk(s.at(46 + i * 64, top + 4, 1.0), who, load=dice.choice(["pack", "pack", None]))
    _stairs(s, edge, top)


def _rock(s, edge, top, rock):
    """The cliff as leaves of cut paper, each behind a little paler."""
    for i, tone in ((2, 0.22), (1, 0.11), (0, 0.0)):
        x, y = edge - i * 64, top + i * 74
        side = [(x, y), (x - 24, y + 60), (x + 30, y + 130), (x - 6, y + 230), (x + 70, y + 330), (x + 60, s.h + 60)]
        crest = smooth([(-20, y - 22), (x * 0.3, y - 12), (x * 0.7, y - 6), *side], steps=5)
        colour = lighten(rock, 0.2 - tone * 0.9)
        s.poly([(px + 9, py - 6) for px, py in crest] + [(-20, s.h + 60)], veil(deepen(rock, 0.4), 36))
        s.fade([*crest, (-20, s.h + 60)], colour, deepen(colour, 0.16))
        s.poly(
            [(-20, y - 24), *[(px, py - 2) for px, py in crest[:11]], *[(px, py + 13) for px, py in crest[10::-1]]],
            mix(s.mood.leaf, colour, 0.3 + 0.2 * i),
        )


def _shoulder(s, edge, top):
    """A farther ledge that shows beyond the near one."""
    tone = mix(s.mood.near, s.mood.mist, 0.42)
    side = [(edge, top), (edge - 18, top + 70), (edge + 40, top + 160), (edge + 30, s.h + 40)]
    s.fill(
        [*smooth([(-20, top - 40), (edge * 0.6, top - 26), *side], steps=5), (-20, s.h + 40)],
        [tone, mix(tone, s.mood.mist, 0.5)],
    )


def _stairs(s, edge, top):
    """Stone steps that climb the cliff from below, with people on them."""
    stone = lighten(mix(s.ink.stone, s.mood.near, 0.25), 0.1)
    count, foot = 13, s.h - top
    spots = []
    for i in range(count, -1, -1):
        t = i / count
        x, y, w = edge * (0.62 - 0.34 * t + 0.1 * (t * 3.2 % 1)), top + 8 + foot * t, 26 + 46 * t
        s.poly(
            [(x - w, y), (x + w, y), (x + w * 1.06, y + foot / count * 0.8), (x - w * 1.06, y + foot / count * 0.8)],
            stone,
        )
        s.poly(
            [
                (x - w, y + foot / count * 0.5),
                (x + w, y + foot / count * 0.5),
                (x + w * 1.06, y + foot / count * 0.8),
                (x - w * 1.06, y + foot / count * 0.8),
            ],
            deepen(stone, 0.25),
        )
        spots.append((x, y, 0.9 + 0.6 * t))
    for i in s.dice.sample(range(2, count - 3), s.dice.randint(1, 3)):
        x, y, k = spots[i]
        people.walk(s.at(x, y + 10, k, flip=s.chance(0.5)), people.look(s), load=s.dice.choice(["pack", "pole", None]))


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
