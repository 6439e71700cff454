"""A drum and a story in rhyme: a big red drum, clappers under the old tree, pennants, listeners."""

from .. import land, people, setting, sky, things, trees
from ..colours import deepen, mix
from ..lines import smooth


def drum(s):
    """The open ground, the drums, the players, the crowd."""
    dice, c = s.dice, s.middle
    y = setting.backdrop(s, base=590, forms=("dune", "peak", "rolling", "karst"))
    land.ground(s, y - 8)
    setting.tufts(s, y + 60, 20)
    front = s.at(c, y + 60, s.roomy)
    setting.paving(front, 0, 84, (500, 130))
    trees.tree(front.at(dice.choice([-400, 400]), -26, dice.uniform(1.35, 1.6)))
    _pennants(front)
    s.in_turn([_great, _row, _clappers], 1)(front)
    setting.audience(front, 0, 116, dice.randint(9, 17))
    setting.frame(s, ("open", "grass", "branch", "blossom"))
    sky.weather(s)


def _pennants(s):
    tones = [s.ink.gold, s.ink.red, s.ink.jade, s.ink.rose, s.ink.blue]
    for i, x in enumerate((-300, -214, 214, 300)):
        things.flag(s.at(x, 6 + 20 * (i % 3)), s.dice.uniform(210, 270), tones[(i + s.seed) % 5])


def _drummer(s):
    """Somebody with both sticks up, a ribbon at the waist."""
    people.stand(
        s,
        people.look(
            s, coat=s.dice.choice(["ochre", "blue", "green", "white"]), style=s.dice.choice(["short", "bun", "cap"])
        ),
        "up",
    )
    s.rect(-15, -45, 15, -38, s.ink.red)
    for x in (-27, 27):
        s.stroke([(x, -99), (x * 0.5, -128)], 3.4, s.ink.bamboo)
        s.poly(smooth([(x, -99), (x * 1.4, -90), (x * 1.35, -70), (x * 1.2, -86)], closed=True, steps=3), s.ink.red)


def _great(s):
    """One great drum, its drummer beside it."""
    things.drum(s.at(0, 30, 1.15), 130)
    side = s.dice.choice([-1, 1])
    _drummer(s.at(side * 190, 52, 1.5))
    people.stand(s.at(-side * 196, 56, 1.35), people.look(s), "speak")


def _row(s):
    """Five drums in a row, the largest in the middle."""
    for i in (-2, 2, -1, 1, 0):
        r = 64 - abs(i) * 8
        things.drum(s.at(i * 148, 34 - abs(i) * 14), r)
        _drummer(s.at(i * 148 + 74 if i < 0 else i * 148 - 74, 24 - abs(i) * 12, 1.05)) if i else None
    _drummer(s.at(0, 4, 1.2)) if s.chance(0.4) else None


def _clappers(s):
    """An old storyteller with bamboo clappers beside a small drum."""
    who = people.look(s, coat=s.dice.choice(["blue", "grey", "plum"]), style=s.dice.choice(["bald", "cap", "short"]))
    spot = s.at(-30, 60, 1.75)
    people.stand(spot, who, "speak")
    for dx in (-4, 3):
        spot.poly(
            [(33 + dx - 3, -104), (33 + dx + 3, -106), (33 + dx + 4, -78), (33 + dx - 2, -78)],
            deepen(s.ink.bamboo, 0.1 * (dx > 0)),
        )
    things.drum(s.at(130, 66), 44)
    for x, colour in ((-170, "rose"), (-236, "jade")):
        people.sit_side(s.at(x, 66, 1.15), people.look(s, coat=colour))
        s.rect(x + 14, 14, x + 40, 22, mix(s.ink.wood, s.ink.red, 0.3))
