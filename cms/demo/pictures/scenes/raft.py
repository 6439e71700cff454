"""A bamboo raft on a green river: the boatman and his passengers."""

from .. import land, people, plants, setting, sky, things, trees
from ..colours import mix, veil


def raft(s):
    """Peaks and their reflection, then the raft."""
    dice, c = s.dice, s.middle
    y = setting.backdrop(s, base=600, forms=("karst", "bluff", "peak", "rolling"), top=(110, 220))
    _bank(s, y)
    s.mist(y - 12, 70, veil(s.mood.mist, 150))
    land.water(s, y, s.h - y)
    if s.chance(0.5):
        far = s.at(c + dice.choice([-1, 1]) * dice.uniform(230, 340), y + 52, 0.55, flip=s.chance(0.5))
        _loaded(far, 1)
    _loaded(
        s.at(
            c + dice.uniform(-70, 50),
            y + dice.uniform(150, 180),
            dice.uniform(1.35, 1.5) * s.roomy,
            flip=s.chance(0.5),
        ),
        dice.randint(2, 4),
    )
    setting.frame(s, ("bamboo", "reeds", "branch", "rocks", "open"))
    sky.weather(s)


def _bank(s, y):
    """Bamboo and boulders along the far bank."""
    for _ in range(s.dice.randint(4, 7)):
        x = s.dice.uniform(0, s.w)
        trees.plumes(
            s.at(x, y + 6, s.dice.uniform(0.6, 1.1)), s.dice.randint(5, 12), mix(s.mood.near, s.mood.leaf, 0.25)
        )
        plants.boulder(s.at(x + s.dice.uniform(-90, 90), y + 4), s.dice.uniform(20, 46), 18)


def _loaded(s, passengers):
    """A raft with a boatman in the prow and guests on low chairs."""
    things.raft(s)
    for i, who in enumerate(people.crowd(s, passengers)):
        seat = s.at(-128 + i * 62, -8, 0.82)
        things.chair(seat.at(-6, 2))
        people.sit_side(seat, who)
    pole = [(176, -150), (206, 66)]
    s.stroke(pole, 4.4, s.ink.bamboo)
    man = people.look(s, red=s.chance(0.5), style="straw")
    people.stand(s.at(152, -14, 0.98), man, "speak")
    _wake(s)


def _wake(s):
    """The raft's quiet wake."""
    for i in range(4):
        land.ripple(s, s.dice.uniform(-60, 60), 18 + i * 7, 150 - i * 16)
