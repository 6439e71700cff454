"""Market day: umbrellas and stalls in a row, neighbours with baskets, a banner between two poles."""

from .. import houses, land, people, setting, sky, things, trees


def market(s):
    """A lane of houses behind, stalls in two rows, people between them."""
    c = s.middle
    y = setting.backdrop(s, base=610, forms=("rolling", "bluff", "peak", "dune"))
    land.ground(s, y - 10)
    _behind(s, y)
    if s.chance(0.5):
        things.bunting(s, (c - 460, y - 190), (c + 460, y - 200), 90)
    _stalls(s, y + 66, 0.98 if s.tall else 1.05)
    _people(s, y + 128, 1.22)
    if s.chance(0.5) or s.tall:
        _stalls(s, y + 318, 1.4)
    else:
        _people(s, y + 262, 1.6)
    setting.frame(s, ("open", "branch", "open", "blossom"))
    sky.weather(s)


def _behind(s, y):
    """An old tree and a gallery or a few cottages."""
    trees.tree(s.at(s.w * s.dice.choice([0.2, 0.5, 0.8]), y + 20, s.dice.uniform(1.3, 1.6)))
    for x in (s.w / 2 - 360, s.w / 2 + 360) if s.w > s.h else (s.w / 2,):
        houses.cottage(s.at(x, y + 24, s.dice.uniform(1.0, 1.25)), 300, 140)


def _cloths(s):
    ink = s.ink
    pairs = [
        (ink.red, ink.paper),
        (ink.gold, ink.paper),
        (ink.jade, ink.paper),
        (ink.blue, ink.sky),
        (ink.rose, ink.blush),
        (ink.green, ink.jade),
        (ink.ochre, ink.straw),
    ]
    s.dice.shuffle(pairs)
    return pairs


def _stalls(s, y, scale):
    """A row of stalls across the middle of the sheet."""
    room = min(s.w, 1500) / (250 * scale)
    for i in range(round(room)):
        u = i - (round(room) - 1) / 2
        things.stall(
            s.at(s.w / 2 + u * 258 * scale + s.dice.uniform(-14, 14), y + s.dice.uniform(-8, 8), scale), _cloths(s)[0]
        )


def _people(s, y, scale):
    """Buyers going both ways."""
    count = s.dice.randint(5, 7) if s.tall else s.dice.randint(7, 11)
    for i, who in enumerate(people.crowd(s, count)):
        x = s.w * (i + 0.5) / count + s.dice.uniform(-34, 34)
        spot = s.at(x, y + s.dice.uniform(-10, 26), scale * s.dice.choice([1, 1, 0.97, 0.7]), flip=s.chance(0.5))
        if s.chance(0.5):
            people.walk(spot, who, load=s.dice.choice([None, "pole", "pack"]))
        else:
            people.stand(spot, who, s.dice.choice(["hold", "down", "speak"]))
            things.basket(spot.at(30, -4, 0.9))
