"""A broad river at ease: far hills, boats, a ferry landing, egrets on the sand."""

from .. import houses, land, people, plants, setting, sky, things, trees
from ..colours import deepen, lighten, mix, veil
from ..lines import smooth


def river(s):
    """Low hills and a wide stretch of water, a sandbank, boats, a landing."""
    dice, c = s.dice, s.middle
    y = setting.backdrop(s, base=520, forms=("dune", "rolling", "karst", "peak"), top=(220, 320))
    _pagoda(s.at(c + dice.choice([-1, 1]) * dice.uniform(170, 330), y - 70, dice.uniform(0.7, 1.0)))
    s.mist(y - 8, 60, veil(s.mood.mist, 150))
    land.water(s, y, s.h - y)
    land.light_path(s, c + dice.uniform(-240, 240), y + 14, 300)
    _sand(s, s.level(dice.uniform(580, 605)), dice.choice([0.2, 0.75]))
    for i in range(dice.randint(2, 4)):
        k = 0.45 + 0.33 * i
        boat = s.at(c + dice.uniform(-420, 420) * (0.8 if s.tall else 1), y + 26 + i * 128, k, flip=s.chance(0.5))
        dice.choice([_fishing, _sail, _mat_boat])(boat)
    s.in_turn([_landing, _reed_bank, _landing], 1)(s)
    setting.frame(s, ("branch", "open", "blossom", "reeds"))
    sky.weather(s)


def _pagoda(s):
    """A pagoda on the far shore."""
    tone = mix(s.mood.near, s.mood.far, 0.3)
    s.blob([(-190, 90), (-110, 20), (0, -4), (120, 22), (210, 90)], mix(tone, s.mood.far, 0.2))
    for i in range(7):
        w, y = 30 - i * 3, -i * 22
        s.rect(-w, y - 22, w, y, tone)
        s.poly(
            [(-w - 11, y - 19), (-w, y - 27), (w, y - 27), (w + 11, y - 19), (w, y - 22), (-w, y - 22)],
            deepen(tone, 0.2),
        )
    s.poly([(-3, -154), (0, -186), (3, -154)], deepen(tone, 0.2))


def _sand(s, y, share):
    """A sandbank with egrets."""
    x, sand = s.w * share, mix(s.mood.ground, s.mood.mist, 0.4)
    s.blob(
        [(x - 260, y + 4), (x - 120, y - 12), (x + 40, y - 16), (x + 250, y + 2), (x + 60, y + 14), (x - 120, y + 13)],
        sand,
    )
    for i in range(s.dice.randint(2, 5)):
        things.egret(
            s.at(x - 140 + i * 74 + s.dice.uniform(-20, 20), y - 2, s.dice.uniform(0.5, 0.7), flip=s.chance(0.5))
        )
    plants.grass(s.at(x + 130, y), 8, mix(s.mood.leaf, s.mood.near, 0.2))


def _mat_boat(s):
    things.sampan(s, lamp=s.mood.night)
    people.stand(s.at(112, -16, 0.95), people.look(s, style="straw"), "speak")
    s.stroke([(142, -110), (176, 40)], 4, s.ink.bamboo)


def _fishing(s):
    """A fisher standing in a slim boat, net spread."""
    s.poly([*smooth([(-130, -16), (0, 4), (130, -18)], steps=6), (96, 12), (-98, 12)], deepen(s.ink.wood, 0.4))
    people.stand(s.at(-20, -2, 1.0), people.look(s, style="straw", red=s.chance(0.25)), "up")
    s.poly([(8, -100), (150, -70), (176, 8), (90, 8)], veil(s.ink.white, 70))
    for t in (0.2, 0.45, 0.7, 0.95):
        s.stroke([(8 + 142 * t, -100 + 30 * t), (90 + 86 * t, 8)], 1.6, mix(s.ink.white, s.mood.water, 0.4))


def _sail(s):
    """A boat under one ribbed sail."""
    s.poly([*smooth([(-150, -28), (0, 2), (150, -34)], steps=6), (112, 12), (-108, 12)], deepen(s.ink.wood, 0.35))
    s.stroke([(6, -6), (6, -290)], 5, s.ink.wood)
    cloth = s.dice.choice([s.ink.straw, s.ink.paper, s.ink.rose, s.ink.ochre])
    s.poly(smooth([(-66, -60), (-74, -170), (-40, -278), (60, -250), (88, -150), (76, -50)], steps=5), cloth)
    for i in range(5):
        y = -82 - i * 40
        s.stroke([(-70 + i * 5, y), (82 - i * 5, y + 10)], 2.6, deepen(cloth, 0.25))
    people.sit_side(s.at(-88, -16, 0.8), people.look(s))


def _landing(s):
    """Stone steps down to the water, people waiting for the ferry, an old tree."""
    right = s.chance(0.5)
    bank = s.at(s.w if right else 0, s.level(880), flip=right)
    stone = mix(s.ink.stone, s.mood.ground, 0.3)
    earth = mix(s.mood.ground, s.mood.near, 0.3)
    edge = smooth([(-20, -104), (120, -96), (262, -84), (322, -40), (372, 60), (470, 180)])
    bank.fill([*edge, (520, s.h), (-20, s.h)], [lighten(earth, 0.12), earth, deepen(earth, 0.2)])
    for i in range(6):
        bank.rect(250 + i * 34, -70 + i * 20, 330 + i * 34, -50 + i * 20, lighten(stone, 0.12 - i * 0.02))
        bank.rect(250 + i * 34, -54 + i * 20, 330 + i * 34, -50 + i * 20, deepen(stone, 0.25))
    trees.tree(bank.at(96, -70, 1.35))
    for i, who in enumerate(people.crowd(s, s.dice.randint(2, 4))):
        people.stand(bank.at(196 + i * 54, -58 + 9 * (i % 2), 1.15), who, s.dice.choice(["down", "hold", "speak"]))
    houses.lantern(bank.at(170, -230), 12)


def _reed_bank(s):
    """Reeds in two clumps."""
    for share in (0.08, 0.9):
        for _ in range(2):
            plants.reeds(
                s.at(s.w * share + s.dice.uniform(-60, 60), s.h + 10, s.dice.uniform(1.2, 1.7)),
                mix(s.mood.near, s.mood.leaf, 0.4),
            )
