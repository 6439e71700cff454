"""A courtyard lecture: an old house, a red banner, a speaker at a table, neighbours on stools."""

from .. import houses, land, people, setting, sky, things, trees


def yard(s):
    """The house and its trees, then the court and the people in it."""
    dice, c = s.dice, s.middle
    y = setting.backdrop(s, base=615, forms=("rolling", "peak", "dune"))
    land.ground(s, y - 10)
    setting.tufts(s, y + 40, 26)
    court = s.at(c, y + 34, s.roomy)
    setting.paving(court, 0, 110, (520, 122))
    _trees(court)
    s.in_turn([_three_wings, _gabled, _long_house], 1)(court)
    things.table(court.at(-52, 42, 1.05), 96, cloth=s.chance(0.4))
    people.stand(court.at(46, 46, 1.25), people.look(s), dice.choice(["speak", "speak", "hold"]))
    setting.audience(court, 0, 112, dice.randint(10, 18))
    setting.frame(s, ("open", "branch", "grass", "blossom", "bamboo"))
    sky.weather(s)


def _trees(s):
    """Two trees by the house, one of them perhaps in fruit."""
    trees.any_tree(s.at(-s.dice.uniform(360, 410), 4, s.dice.uniform(1.0, 1.2)))
    right = s.at(s.dice.uniform(360, 410), 4, s.dice.uniform(1.0, 1.2))
    if s.chance(0.4):
        trees.fruit_tree(right, (206, 106, 44) if s.mood.name == "autumn" else s.mood.bloom)
    else:
        trees.any_tree(right)


def _three_wings(s):
    """A hall between two lower wings."""
    for x in (-236, 236):
        side = s.at(x, 0)
        houses.wall(side, 200, 120)
        houses.window(side.at(0, -64), 52, 48)
        houses.roof(side.at(0, -118), houses.Roof(240, 74, 8, 0.84))
    _hall(s, 320)


def _gabled(s):
    """A hall between stepped gables."""
    _hall(s, 400)
    for x in (-226, 226):
        houses.gable(s.at(x, 0), 66, 196)


def _long_house(s):
    """One long low house under one roof."""
    _hall(s, 560)


def _hall(s, wide):
    houses.wall(s, wide, 168)
    houses.door(s, 92, 116, open_=True)
    for x in (-wide * 0.34, wide * 0.34):
        houses.window(s.at(x, -92), min(64, wide * 0.17), 62)
    houses.roof(s.at(0, -166), houses.Roof(wide + 96, 112, 14, 0.8))
    houses.banner(s.at(0, -143), min(wide * 0.8, 300))
    for x in (-wide * 0.46, wide * 0.46):
        houses.lantern(s.at(x, -164), 14)
