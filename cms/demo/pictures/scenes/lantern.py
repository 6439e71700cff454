"""An evening of lanterns: strung over a lane or a river, carried by children, set afloat."""

from .. import houses, land, people, setting, sky
from ..colours import deepen, lighten, mix, veil
from ..lines import bow


def lantern(s):
    """A dusky valley with houses, then lanterns above and people below."""
    y = setting.backdrop(s, base=620, forms=("rolling", "dune", "peak", "karst"))
    s.in_turn([_river, _lane], 1)(s, y)
    _strings(s)
    setting.frame(s, ("open", "blossom", "open", "branch"))
    sky.weather(s)


def _strings(s):
    """Two or three hanging ropes with lanterns of many sizes."""
    for i in range(s.dice.randint(2, 3)):
        left, right = s.level(s.dice.uniform(20, 150) + i * 60), s.level(s.dice.uniform(20, 150) + i * 60)
        rope = bow((-20, left), (s.w + 20, right), s.dice.uniform(60, 130), 40)
        s.stroke(rope, 2, deepen(s.mood.near, 0.3))
        step = s.dice.choice([4, 5, 6])
        for x, y in rope[2 + i : -1 : step]:
            houses.lantern(s.at(x, y), s.dice.uniform(20, 38) * (1.1 if s.tall else 1.0))


def _house_row(s, y, size):
    x = 0
    while x < s.w + size:
        spot = s.at(x, y)
        w = size * s.dice.uniform(0.9, 1.2)
        houses.cottage(spot.lamplit(), w, size * 0.5)
        houses.lantern(spot.at(w * 0.5, -size * 0.44), 12)
        x += w * 1.3


def _river(s, y):
    """Houses on the far bank, lights set afloat, people on the near bank."""
    s.rect(-10, y - 6, s.w + 10, y + 20, mix(s.mood.ground, s.mood.near, 0.3))
    _house_row(s, y + 4, 210)
    land.water(s, y + 18, s.h)
    for _ in range(s.dice.randint(16, 30)):
        t = s.dice.random()
        float_light(s.at(s.dice.uniform(0, s.w), y + 50 + t * 190, 0.5 + t * 0.8))
    bank = s.level(905)
    s.blob(
        [
            (-90, s.h + 60),
            (-60, bank - 10),
            (s.w * 0.3, bank - 30),
            (s.w * 0.7, bank - 14),
            (s.w + 60, bank - 40),
            (s.w + 90, s.h + 60),
        ],
        deepen(s.mood.ground, 0.35),
    )
    for i, who in enumerate(people.crowd(s, 5)):
        people.stand(
            s.at(
                s.w / 2 + (i - 2) * 150 + s.dice.uniform(-40, 40), bank + 44, s.dice.choice([1.9, 1.9, 1.4])
            ).lamplit(),
            who,
            s.dice.choice(["hold", "speak", "down"]),
        )


def float_light(s):
    """A paper light on the water and its reflection."""
    s.glow(0, -8, 70, veil((255, 190, 100), 130))
    s.poly([(-3, 6), (3, 6), (9, 40), (-9, 40)], veil(s.ink.lamp, 50))
    s.poly([(-15, 2), (15, 2), (20, -8), (-20, -8)], mix(s.ink.red, s.ink.rose, 0.5))
    s.poly([(-11, -8), (11, -8), (8, -24), (-8, -24)], lighten(s.ink.lamp, 0.25))


def _lane(s, y):
    """A lane between lit houses; children carry lanterns."""
    _house_row(s, y + 14, 290)
    land.ground(s, y + 10, swell=3)
    s.glow(s.w / 2, y + 130, 520, veil((255, 190, 110), 70))
    count = 5 if s.w < s.h * 1.2 else 8
    for i, who in enumerate(people.crowd(s, count)):
        x, small = s.w * (i + 0.5) / count + s.dice.uniform(-30, 30), s.chance(0.45)
        spot = s.at(x, y + s.dice.uniform(150, 270), 1.35 if small else 1.95, flip=s.chance(0.45))
        people.stand(spot.lamplit(), who, "speak" if small else s.dice.choice(["down", "hold", "speak"]))
        if small:
            houses.lantern(spot.at(35, -78), 11)
