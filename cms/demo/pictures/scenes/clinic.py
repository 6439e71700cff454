"""A village clinic: a doctor at a table under a tree, neighbours who wait their turn on the bench."""

from .. import houses, land, people, setting, sky, things, trees
from ..colours import deepen, lighten, mix


def clinic(s):
    """The small house, the doctor and the patient, those who wait."""
    dice, c = s.dice, s.middle
    y = setting.backdrop(s, base=600, forms=("bluff", "rolling", "dune", "peak"))
    land.ground(s, y - 8)
    setting.tufts(s, y + 50, 22)
    flip = s.chance(0.5)
    front = s.at(c, y + 44, s.roomy, flip=flip)
    setting.paving(front, 0, 110, (500, 100))
    trees.tree(front.at(-360, 10, dice.uniform(1.3, 1.5)))
    trees.any_tree(front.at(400, 0))
    s.in_turn([_house, _open_shop], 1)(front.at(60, 0))
    s.in_turn([_consult, _visit], 2)(front)
    _waiting(front.at(190, 96, 1.15))
    setting.frame(s, ("open", "branch", "grass", "blossom"))
    sky.weather(s)


def _sign(s):
    """A round green sign with a leaf."""
    s.disc(0, 0, 30, s.ink.white)
    s.disc(0, 0, 26, s.ink.green)
    s.rect(-5, -16, 5, 16, s.ink.white)
    s.rect(-16, -5, 16, 5, s.ink.white)


def _house(s):
    """A white house with a green band."""
    houses.wall(s, 430, 168, mix(s.ink.white, s.ink.wall, 0.4))
    s.rect(-215, -60, 215, -14, mix(s.ink.jade, s.ink.white, 0.2))
    houses.door(s, 84, 122, open_=True)
    for x in (-142, 142):
        houses.window(s.at(x, -100), 62, 54)
    houses.roof(s.at(0, -166), houses.Roof(500, 96, 10, 0.84))
    _sign(s.at(-92, -190))


def _open_shop(s):
    """An open front with a wall of medicine drawers."""
    houses.wall(s, 450, 190)
    s.rect(-196, -160, 196, 0, mix(s.ink.dark, s.ink.lamp, 0.5) if s.mood.night else mix(s.ink.dark, s.ink.wood, 0.4))
    for row in range(4):
        for i in range(9):
            x, v = -172 + i * 39, -148 + row * 27
            s.rect(x, v, x + 34, v + 22, mix(s.ink.wood, s.ink.ochre, 0.3 + 0.1 * ((i + row) % 2)))
            s.disc(x + 17, v + 13, 2.6, s.ink.gold)
    people.stand(s.at(96, -16, 1.1), people.look(s, coat="white", style="bun"), "hold")
    s.rect(-196, -44, 196, -34, lighten(s.ink.wood, 0.2))
    s.rect(-190, -34, 190, 0, s.ink.wood)
    houses.roof(s.at(0, -186), houses.Roof(520, 92, 12, 0.84))
    _sign(s.at(0, -212))


def _doctor(s):
    return people.look(s, coat="white", style=s.dice.choice(["short", "bob", "bun"]))


def _consult(s):
    """The doctor takes a pulse across a small table."""
    people.sit_side(s.at(-250, 100, 1.5), people.look(s, red=s.chance(0.5)))
    people.sit_side(s.at(-74, 100, 1.5, flip=True), _doctor(s))
    things.table(s.at(-162, 106, 1.15), 92)
    s.rect(-192, 33, -164, 42, mix(s.ink.sky, s.ink.white, 0.3))


def _visit(s):
    """The doctor on the round, bag in hand, greets an elder at the door."""
    people.stand(s.at(-176, 100, 1.55), _doctor(s), "speak")
    s.rect(-236, 50, -198, 80, s.ink.ochre)
    s.rect(-226, 43, -208, 50, deepen(s.ink.ochre, 0.3))
    people.sit_side(s.at(-54, 100, 1.5, flip=True), people.look(s, style="bun"))


def _waiting(s):
    """A bench of neighbours who chat while they wait."""
    things.bench(s, 250)
    for i, who in enumerate(people.crowd(s, s.dice.randint(2, 4))):
        people.sit_side(s.at(-86 + i * 58, -2, 1.18, flip=i % 2 > 0), who)
    people.stand(s.at(-160, 50, 1.3), people.look(s), s.dice.choice(["hold", "down", "speak"]))
