"""An ancestral hall: a gate with a swallow-tailed ridge, stepped gables, flag stones, a half-moon pond."""

from .. import houses, land, people, setting, sky, things, trees
from ..colours import deepen, lighten, mix
from ..lines import arc, smooth


def ancestralhall(s):
    """The hall between its trees, what lies before it, and the people who meet there."""
    dice, c = s.dice, s.middle
    y = setting.backdrop(s, base=610, forms=("rolling", "bluff", "peak", "dune"))
    land.ground(s, y - 12)
    front = s.at(c, y + 40, s.roomy)
    for side in (-1, 1):
        trees.any_tree(front.at(side * dice.uniform(420, 470), 0, dice.uniform(1.0, 1.35)))
    for side in (-1, 1):
        wing = front.at(side * 258, 0)
        houses.wall(wing, 190, 150)
        houses.window(wing.at(0, -84), 46, 46)
        houses.roof(wing.at(0, -148), houses.Roof(206, 66, 8, 0.92))
        houses.gable(front.at(side * 356, 0), 54, 176)
    _gate(front)
    s.in_turn([_pond, _court, _banquet], 1)(front)
    setting.frame(s, ("open", "branch", "blossom", "grass"))
    sky.weather(s)


def _gate(s):
    """Three bays, the middle one raised, on steps."""
    ink = s.ink
    s.rect(-190, -10, 190, 8, ink.stone)
    houses.wall(s.at(0, -8), 350, 206)
    s.rect(-170, -200, 170, -8, mix(ink.wall, ink.clay, 0.45))
    for x in (-150, -62, 62, 150):
        s.rect(x - 8, -204, x + 8, -8, mix(ink.red, ink.wood, 0.6))
        s.rect(x - 12, -20, x + 12, -8, ink.stone)
    houses.door(s.at(0, -8), 92, 128, open_=s.chance(0.6))
    for x in (-106, 106):
        houses.window(s.at(x, -104), 50, 62)
    s.rect(-66, -186, 66, -152, deepen(ink.blue, 0.3))
    for i in range(4):
        s.rect(-50 + i * 27, -178, -34 + i * 27, -160, ink.gold)
    s.rect(-178, -212, 178, -198, mix(ink.wood, ink.gold, 0.3))
    houses.roof(s.at(0, -204), houses.Roof(430, 86, 26, 0.82))
    s.rect(-86, -312, 86, -282, mix(ink.wood, ink.clay, 0.4))
    houses.roof(s.at(0, -304), houses.Roof(260, 66, 30, 0.8))
    for side in (-1, 1):
        s.stroke(smooth([(side * 96, -376), (side * 124, -384), (side * 146, -408)], steps=4), 6, deepen(ink.tile, 0.3))
        houses.lantern(s.at(side * 62, -196), 17)
        _drum_stone(s.at(side * 76, 0))


def _drum_stone(s):
    """A round stone by the door."""
    s.rect(-20, -16, 20, 0, deepen(s.ink.stone, 0.1))
    s.disc(0, -34, 21, lighten(s.ink.stone, 0.1))
    s.disc(0, -34, 13, deepen(s.ink.stone, 0.12))


def _flag_stones(s):
    for side in (-1, 1):
        spot = s.at(side * 300, 66)
        for x in (-13, 13):
            spot.rect(x - 6, -92, x + 6, 0, s.ink.stone)
            spot.poly(arc((x, -92), (6, 8), 180, 360, 8), s.ink.stone)
        spot.stroke([(0, -8), (0, -300)], 6, s.ink.wood)
        spot.rect(-18, -212, 18, -200, s.ink.gold)


def _pond(s):
    """A half-moon pond with lotus, elders on its rim."""
    rim = arc((0, 86), (400, 132), 0, 180, 40)
    s.poly([(x * 1.04, (v - 86) * 1.08 + 82) for x, v in rim], mix(s.ink.stone, s.mood.mist, 0.2))
    s.fill(rim, [mix(s.mood.water, s.mood.sky_low, 0.4), s.mood.water])
    for side in (-1, 1):
        for _ in range(0 if s.mood.weather == "snow" else 5):
            things.lotus(s.at(side * s.dice.uniform(120, 330), 120 + s.dice.uniform(0, 50), s.dice.uniform(0.5, 0.85)))
    for x in (-250, -190, 210):
        people.stand(s.at(x, 80, 1.1), people.look(s), s.dice.choice(["down", "hold", "speak"]))
    _flag_stones(s)


def _court(s):
    """A lecture before the steps."""
    setting.paving(s, 0, 128, (470, 104))
    _flag_stones(s)
    people.stand(s.at(0, 58, 1.25), people.look(s, red=s.chance(0.3)), "speak")
    setting.audience(s, 0, 124, s.dice.randint(9, 16))


def _banquet(s):
    """Round tables for a shared meal, lanterns on a rope."""
    things.bunting(s, (-330, -130), (330, -130), 40)
    for x, y in ((-250, 120), (0, 96), (250, 126), (-120, 190), (130, 196)):
        spot = s.at(x, y)
        for i, dx in enumerate((-62, -22, 22, 62)):
            people.stand(spot.at(dx, -18 - 6 * (i % 2), 0.85), people.look(s), "hold")
        people.shadow(spot, 78)
        spot.rect(-5, -34, 5, 0, s.ink.wood)
        spot.oval(0, -36, 72, 20, deepen(s.ink.red, 0.2))
        spot.oval(0, -40, 72, 20, s.ink.red)
        for dx in (-40, -14, 14, 40):
            spot.oval(dx, -42 + abs(dx) * 0.08, 11, 4.4, s.ink.white)
