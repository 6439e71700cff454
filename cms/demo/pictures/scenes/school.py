"""A village school: two storeys round a yard, children with their teacher, a tree, a flag."""

from .. import houses, land, people, setting, sky, things, trees
from ..colours import deepen, lighten, mix


def school(s):
    """The building and its tree, then the children in the yard."""
    dice, c = s.dice, s.middle
    y = setting.backdrop(s, base=610, forms=("dune", "rolling", "peak"))
    land.ground(s, y - 6)
    setting.tufts(s, y + 60, 22)
    front = s.at(c, y + 34, s.roomy)
    setting.paving(front, 0, 120, (540, 120))
    side = dice.choice([-1, 1])
    trees.tree(front.at(side * dice.uniform(390, 440), 6, dice.uniform(1.1, 1.35)))
    trees.any_tree(front.at(-side * dice.uniform(400, 450), 0, dice.uniform(0.8, 1.1)))
    s.in_turn([_two_floors, _old_hall], 1)(front)
    _flagpole(front.at(dice.choice([-306, 306]), 40))
    s.in_turn([_ring, _lesson, _play], 1)(front)
    setting.frame(s, ("open", "blossom", "grass", "branch"))
    sky.weather(s)


def _two_floors(s):
    """Two floors of classrooms with an open gallery and a clock."""
    face = s.in_turn([s.ink.wall, mix(s.ink.wall, s.ink.clay, 0.4), mix(s.ink.wall, s.ink.jade, 0.25)], 1)
    houses.wall(s, 600, 230, face)
    for floor in (-214, -104):
        for i in range(6):
            x = (i - 2.5) * 96
            pane = s.ink.lamp if s.mood.night else mix(s.ink.sky, s.ink.blue, 0.35)
            s.rect(x - 34, floor, x + 34, floor + 56, lighten(s.ink.wood, 0.35))
            s.rect(x - 30, floor + 4, x - 2, floor + 52, pane)
            s.rect(x + 2, floor + 4, x + 30, floor + 52, pane)
    s.rect(-306, -132, 306, -120, mix(s.ink.jade, s.ink.green, 0.4))
    s.rect(-54, -104, 54, 0, deepen(face, 0.12))
    houses.door(s, 74, 92, open_=True)
    s.fade([(-74, -230), (-74, -300), (0, -330), (74, -300), (74, -230)], deepen(face, 0.05), face)
    s.disc(0, -272, 25, s.ink.wood)
    s.disc(0, -272, 21, s.ink.white)
    s.stroke([(0, -272), (0, -286)], 3, s.ink.dark)
    s.stroke([(0, -272), (10, -266)], 3, s.ink.dark)
    for x in (-190, 190):
        houses.roof(s.at(x, -228), houses.Roof(250, 54, 6, 0.9))


def _old_hall(s):
    """A long single-storey classroom with tall windows."""
    houses.wall(s, 560, 150)
    for i in range(4):
        houses.window(s.at((i - 1.5) * 134 + (22 if i > 1 else -22), -80), 62, 74)
    houses.door(s, 70, 106, open_=True)
    houses.roof(s.at(0, -148), houses.Roof(640, 104, 10, 0.86))
    s.rect(-74, -146, 74, -122, mix(s.ink.dark, s.ink.wood, 0.3))
    for i in range(4):
        s.rect(-48 + i * 27, -141, -32 + i * 27, -127, s.ink.gold)


def _flagpole(s):
    s.rect(-20, -8, 20, 0, s.ink.stone)
    s.stroke([(0, 0), (0, -390)], 5, lighten(s.ink.grey, 0.4))
    s.poly([(3, -386), (40, -392), (78, -382), (78, -332), (40, -342), (3, -336)], s.ink.red)


def _child(s):
    return people.look(
        s,
        style=s.dice.choice(["short", "bob", "braid", "bun", "cap"]),
        coat=s.dice.choice(["sky", "rose", "jade", "ochre", "white", "blue"]),
        young=True,
    )


def _teacher(s):
    return people.look(s, style=s.dice.choice(["bun", "bob", "short"]), coat=s.dice.choice(["blue", "green", "plum"]))


def _ring(s):
    """Children in a ring round their teacher."""
    people.stand(s.at(0, 104, 1.2), _teacher(s), "speak")
    for i in range(9):
        u = i / 8 * 2 - 1
        people.stand(
            s.at(u * 260, 112 + 76 * (1 - u * u) ** 0.5, 0.86 + 0.12 * (1 - u * u)),
            _child(s),
            s.dice.choice(["down", "clap", "up"]),
        )


def _lesson(s):
    """A lesson outdoors: a board on an easel, children on benches."""
    s.stroke([(-150, 96), (-112, -40)], 6, s.ink.wood)
    s.stroke([(-22, 96), (-60, -40)], 6, s.ink.wood)
    s.rect(-166, -38, -6, 58, s.ink.wood)
    s.rect(-159, -31, -13, 51, mix(s.ink.green, s.ink.dark, 0.45))
    for i in range(3):
        s.stroke([(-142, -10 + i * 20), (-60 + 18 * (i % 2), -10 + i * 20)], 2.4, s.ink.white)
    people.stand(s.at(44, 92, 1.22), _teacher(s), "speak")
    setting.audience(s, 0, 142, s.dice.randint(7, 12))


def _play(s):
    """Break: a ball, a skipping rope, a kite."""
    for x in (-210, -96):
        people.stand(s.at(x, 150, 0.96), _child(s), "speak" if x < -100 else "up")
    s.stroke([(-184, 74), (-170, 160), (-130, 168), (-122, 60)], 2.4, s.ink.straw)
    for i in range(5):
        people.walk(s.at(10 + i * 62, 130 + (i % 3) * 34, 0.9, flip=i % 2 > 0), _child(s))
    s.disc(120, 196, 12, s.ink.gold)
    people.stand(s.at(-320, 120, 1.15), _teacher(s), "clap")
    things.bunting(s, (-300, -140), (300, -140), 26)
