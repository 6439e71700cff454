"""Night: a ferry and the lamp at the landing, or a village with its windows lit."""

from .. import houses, land, people, plants, setting, sky, things, trees
from ..colours import deepen, lighten, mix, veil


def night(s):
    """Stars and dark hills, then one of three nights."""
    s.in_turn([_ferry, _windows, _threshing_floor], 1)(s)
    _fireflies(s)
    sky.weather(s)


def _fireflies(s):
    if s.chance(0.4):
        return
    for _ in range(s.dice.randint(14, 30)):
        spot = s.at(s.dice.uniform(0, s.w), s.level(s.dice.uniform(600, 960)))
        spot.glow(0, 0, 13, veil((236, 240, 150), 190))
        spot.disc(0, 0, 1.8, (250, 250, 200))


def _ferry(s):
    """A lamp tower at the landing, a boat on its way, the light on the water."""
    y = setting.backdrop(s, base=600, forms=("karst", "peak", "rolling", "bluff"), top=(150, 260))
    land.water(s, y, s.h - y)
    side = s.dice.choice([-1, 1])
    x = s.w / 2 + side * (300 if s.tall else 400)
    _lamp_tower(s.at(x, y + 40, 1.15))
    boat = s.at(
        s.w / 2 - side * s.dice.uniform(40, 150), y + s.dice.uniform(130, 190), s.dice.uniform(1.3, 1.6), flip=side > 0
    )
    _reflection(boat.at(60, 10), 46)
    things.sampan(boat, lamp=True)
    boat.glow(46, -40, 150, veil(s.ink.lamp, 150))
    people.stand(boat.at(118, -16, 0.95), people.look(s, style="straw"), "speak")
    boat.stroke([(149, -112), (178, 40)], 4, s.ink.bamboo)
    people.sit_side(boat.at(-98, -14, 0.85), people.look(s, red=True))
    houses.lantern(boat.at(84, -98), 9)
    setting.frame(s, ("reeds", "open", "bamboo", "branch"))


def _lamp_tower(s):
    """A stone tower with a lamp room, on a rock in the shallows."""
    for dx, rx in ((-70, 90), (60, 110), (0, 130)):
        plants.boulder(s.at(dx, 6), rx, 52)
    stone = lighten(s.ink.stone, 0.12)
    s.glow(0, -300, 330, veil(s.ink.lamp, 170))
    s.fade([(-34, -20), (-24, -262), (24, -262), (34, -20)], stone, deepen(stone, 0.25))
    for y in (-90, -170):
        s.rect(-7, y - 20, 7, y, s.ink.lamp)
    s.rect(-36, -268, 36, -258, s.ink.wood)
    s.rect(-22, -312, 22, -268, s.ink.lamp)
    for x in (-22, 0, 22):
        s.stroke([(x, -312), (x, -268)], 3.4, s.ink.dark)
    houses.roof(s.at(0, -310), houses.Roof(96, 44, 12, 0.1))
    _reflection(s.at(0, 46), 70)
    people.stand(s.at(74, -34, 0.85), people.look(s), "up")
    s.stroke([(-140, 24), (-60, -6)], 10, s.ink.wood)


def _reflection(s, half):
    """The broken light of a lamp on the water."""
    for i in range(9):
        w = half * (1 - i * 0.06) * s.dice.uniform(0.4, 1.0)
        dx = s.dice.uniform(-9, 9)
        s.poly([(dx - w, i * 17), (dx, i * 17 - 3), (dx + w, i * 17), (dx, i * 17 + 3)], veil(s.ink.lamp, 150 - i * 13))


def _windows(s):
    """A hillside village: every window that is lit is somebody at home."""
    y = setting.backdrop(s, base=540, forms=("peak", "rolling", "bluff", "karst"), top=(120, 230))
    land.ground(s, y, swell=20)
    for row in range(3):
        _terrace(s, y + 46 + row * 112, 0.72 + row * 0.24)
    path = s.level(930)
    s.blob(
        [(-60, s.h + 60), (-40, path), (s.w * 0.5, path - 24), (s.w + 40, path + 6), (s.w + 60, s.h + 60)],
        deepen(s.mood.ground, 0.3),
    )
    lead = s.at(s.w / 2 + s.dice.uniform(-160, 160), path + 40, 1.9).lamplit()
    people.walk(lead, people.look(lead, red=True))
    lead.stroke([(17, -46), (30, -60)], 2.4, s.ink.bamboo)
    houses.lantern(lead.at(31, -60), 9)
    people.walk(lead.at(-58, 4, 0.78), people.look(s))
    setting.frame(s, ("open", "branch", "bamboo", "hill"))


def _terrace(s, y, scale):
    """One row of houses on the slope."""
    x = s.dice.uniform(-60, 120) * scale
    while x < s.w + 60:
        wide = s.dice.uniform(190, 260)
        spot = s.at(x, y + s.dice.uniform(-14, 14), scale)
        s.dice.choice([_home, _home, _loft])(spot, wide)
        if s.chance(0.4):
            trees.tree(spot.at(wide * 0.82, 6, 0.62))
        x += wide * scale * s.dice.uniform(1.35, 1.75)


def _home(s, wide):
    houses.cottage(s.lamplit(), wide, 110)


def _loft(s, wide):
    """A two-storey wooden house with a lit loft."""
    houses.wall(s, wide * 0.8, 190, mix(s.ink.wood, s.ink.clay, 0.4))
    for dx in (-0.22, 0.0, 0.22):
        houses.window(s.at(wide * dx, -142), wide * 0.13, 40)
    s.rect(-wide * 0.44, -104, wide * 0.44, -94, s.ink.wood)
    houses.door(s, 44, 76)
    houses.roof(s.at(0, -188), houses.Roof(wide, 66, 9, 0.84))


def _threshing_floor(s):
    """The threshing floor under the moon: a lamp, a storyteller, a ring of listeners."""
    y = setting.backdrop(s, base=600, forms=("rolling", "dune", "peak"), top=(200, 300))
    land.ground(s, y - 10)
    front = s.at(s.w / 2, y + 50, s.roomy)
    for x in (-390, 380):
        houses.cottage(front.at(x, -6).lamplit(), 300, 136)
    trees.tree(front.at(s.dice.choice([-190, 190]), -20, 1.2))
    setting.paving(front, 0, 100, (480, 120))
    front.glow(0, -30, 400, veil(s.ink.lamp, 120))
    front.stroke([(-76, 64), (-76, -120)], 5, s.ink.wood)
    front.stroke([(-76, -118), (-40, -118)], 4, s.ink.wood)
    houses.lantern(front.at(-40, -118), 15)
    lit = front.lamplit()
    things.table(lit.at(-20, 62), 88)
    people.sit_side(lit.at(64, 66, 1.2, flip=True), people.look(lit, red=True))
    setting.audience(lit, 0, 118, s.dice.randint(9, 15))
    setting.frame(s, ("open", "branch", "grass"))
