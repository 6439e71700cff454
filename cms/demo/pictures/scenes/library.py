"""A village reading room: shelves of books round a window on the hills, readers at a table under a lamp."""

from PIL import Image, ImageDraw

from .. import land, people, setting, sky, things
from ..colours import deepen, lighten, mix, veil
from ..lines import arc, leaf, move, turn


def library(s):
    """The view outside, the wall cut open on it, then shelves, table and readers."""
    dice, c = s.dice, s.middle
    sky.sky(s, orb=(c + dice.uniform(-130, 130), s.level(dice.uniform(250, 330))))
    land.hills(s, s.level(250), s.level(610), 5, s.in_turn(("peak", "karst", "rolling", "bluff"), 1))
    view = s.image.copy()
    floor = s.level(735)
    _wall(s, floor)
    s.in_turn([_moon_window, _wide_window, _leaf_window], 1)(s, view, c)
    for side in (-1, 1):
        _shelf(s.at(c + side * (395 if s.tall else 560), floor), 200 if s.tall else 380)
    _lamp(s.at(c + dice.uniform(-20, 20), 0))
    _readers(s, c, floor)
    setting.frame(s, ("open",))


def _wall(s, floor):
    """The room: a plain wall and a wooden floor."""
    tone = s.in_turn(
        [
            mix(s.ink.wall, s.mood.ground, 0.3),
            mix(s.ink.jade, s.ink.wall, 0.5),
            mix(s.ink.clay, s.ink.wall, 0.4),
            mix(s.ink.sky, s.ink.wall, 0.5),
        ],
        3,
    )
    s.fill([(-5, -5), (s.w + 5, -5), (s.w + 5, floor), (-5, floor)], [deepen(tone, 0.14), tone])
    wood = mix(s.ink.wood, s.mood.ground, 0.35)
    s.fill(
        [(-5, floor), (s.w + 5, floor), (s.w + 5, s.h + 5), (-5, s.h + 5)],
        [deepen(wood, 0.12), wood, deepen(wood, 0.2)],
    )
    s.rect(-5, floor - 14, s.w + 5, floor, deepen(wood, 0.25))
    for i in range(-12, 13):
        s.stroke([(s.w / 2 + i * 70, floor), (s.w / 2 + i * 190, s.h)], 2, deepen(wood, 0.2))


def _open(s, view, shape, bars):
    """Cut a window of some shape and show the view behind it."""
    for grow, tone in ((1.09, deepen(s.ink.wood, 0.25)), (1.05, s.ink.wood)):
        s.poly(_grown(shape, grow), tone)
    spots = s.px(shape)
    box = tuple(int(f(p[i] for p in spots)) + (f is max) for f in (min, max) for i in (0, 1))
    mask = Image.new("L", (box[2] - box[0], box[3] - box[1]))
    ImageDraw.Draw(mask).polygon([(x - box[0], y - box[1]) for x, y in spots], fill=255)
    s.image.paste(view.crop(box), box[:2], mask)
    for start, stop in bars:
        s.stroke([start, stop], 6, s.ink.wood)


def _grown(shape, share):
    x = sum(p[0] for p in shape) / len(shape)
    y = sum(p[1] for p in shape) / len(shape)
    return [(x + (a - x) * share, y + (b - y) * share) for a, b in shape]


def _moon_window(s, view, c):
    """A round window."""
    y, r = s.level(400), 245
    _open(s, view, arc((c, y), (r, r), 0, 357, 90), [])
    s.rect(c - 150, y + r + 6, c + 150, y + r + 18, s.ink.wood)


def _wide_window(s, view, c):
    """A wide window with three lights."""
    y, half, high = s.level(390), 300 if s.tall else 330, 200
    shape = [(c - half, y - high), (c + half, y - high), (c + half, y + high), (c - half, y + high)]
    _open(s, view, shape, [((c + dx * half, y - high), (c + dx * half, y + high)) for dx in (-0.34, 0.34)])
    s.rect(c - half - 30, y + high + 8, c + half + 30, y + high + 24, lighten(s.ink.wood, 0.1))
    _pot(s.at(c + half * 0.7, y + high + 8))


def _leaf_window(s, view, c):
    """A window with a pointed arch, as in an old garden wall."""
    y, half = s.level(400), 250
    shape = arc((c - half * 0.42, y - 30), (half * 0.62, 210), 180, 268, 14) + arc(
        (c + half * 0.42, y - 30), (half * 0.62, 210), 272, 360, 14
    )
    _open(
        s,
        view,
        [*shape, (c + half, y + 220), (c - half, y + 220)],
        [((c, y - 232), (c, y + 220)), ((c - half, y + 60), (c + half, y + 60))],
    )
    _pot(s.at(c - half * 0.6, y + 222))


def _pot(s):
    """A plant in a pot on the sill."""
    for angle in (-150, -120, -95, -70, -40):
        s.poly(move(turn(leaf(62, 17, 8), angle), 0, -36), mix(s.mood.leaf, s.ink.green, 0.4))
    s.poly([(-24, -40), (24, -40), (17, 0), (-17, 0)], s.ink.rose)


def _shelf(s, w):
    """A tall case of books; the origin is the middle of its foot."""
    ink, rows = s.ink, 5
    high = rows * 108 + 20
    s.rect(-w / 2, -high, w / 2, 0, deepen(ink.wood, 0.35))
    spines = [
        ink.red,
        ink.blue,
        ink.green,
        ink.ochre,
        ink.plum,
        ink.jade,
        ink.straw,
        ink.rose,
        ink.sky,
        ink.paper,
        ink.blue,
        ink.green,
    ]
    for row in range(rows):
        y, x = -12 - row * 108, -w / 2 + 14
        while x < w / 2 - 26:
            wide, tall = s.dice.uniform(11, 24), s.dice.uniform(62, 90)
            if s.chance(0.1):
                x += wide * 2
                continue
            colour = mix(s.dice.choice(spines), ink.wood, 0.12)
            s.rect(x, y - tall, x + wide - 2, y, colour)
            s.rect(x + 2, y - tall + 12, x + wide - 4, y - tall + 17, lighten(colour, 0.45))
            x += wide
        s.rect(-w / 2, y, w / 2, y + 12, ink.wood)
    for x in (-w / 2, w / 2 - 10):
        s.rect(x, -high, x + 10, 0, ink.wood)
    s.rect(-w / 2 - 8, -high - 12, w / 2 + 8, -high, ink.wood)


def _lamp(s):
    """A hanging lamp."""
    s.stroke([(0, 0), (0, 92)], 3, s.ink.dark)
    s.glow(0, 130, 270, veil(s.ink.lamp, 110 if s.mood.night else 60))
    s.poly(
        [(-14, 88), (14, 88), (62, 132), (-62, 132)], s.in_turn([s.ink.green, s.ink.red, s.ink.ochre, s.ink.blue], 1)
    )
    s.oval(0, 133, 26, 9, s.ink.lamp)


def _reader(s):
    """Somebody without a hat."""
    return people.look(s, style=s.dice.choice(["short", "bun", "bob", "braid", "bald", "short"]), red=s.chance(0.1))


def _readers(s, c, floor):
    """A long table with readers behind it, and someone who looks for a book."""
    y, half = floor + 130, 330 if s.tall else 400
    crowd = [_reader(s) for _ in range(s.dice.randint(4, 5))]
    for i, who in enumerate(crowd):
        spot = s.at(
            c + (i - (len(crowd) - 1) / 2) * half * 2 / (len(crowd) + 0.4), y + 6, s.dice.choice([2.5, 2.5, 2.1])
        )
        people.stand(spot, who, "hold")
        _book(spot.at(0, -54))
    s.rect(c - half, y - 64, c + half, y - 44, lighten(s.ink.wood, 0.12))
    s.fade(
        [(c - half + 14, y - 44), (c + half - 14, y - 44), (c + half - 14, y + 6), (c - half + 14, y + 6)],
        deepen(s.ink.wood, 0.3),
        deepen(s.ink.wood, 0.12),
    )
    for x in (-half + 40, half - 40):
        s.rect(c + x - 14, y - 44, c + x + 14, s.level(985), deepen(s.ink.wood, 0.3))
    for i in range(s.dice.randint(2, 4)):
        s.rect(
            c - 250 + i * 150, y - 76, c - 190 + i * 150, y - 64, s.dice.choice([s.ink.blue, s.ink.ochre, s.ink.jade])
        )
    people.walk(
        s.at(c + s.dice.choice([-1, 1]) * (330 if s.tall else 520), s.level(950), 2.75, flip=s.chance(0.5)),
        _reader(s),
    )
    things.bench(s.at(c, s.level(975), 1.7), 250)


def _book(s):
    """An open book held up."""
    s.poly([(0, 2), (-17, -3), (-17, -22), (0, -16)], s.ink.paper)
    s.poly([(0, 2), (17, -3), (17, -22), (0, -16)], mix(s.ink.paper, s.ink.clay, 0.25))
