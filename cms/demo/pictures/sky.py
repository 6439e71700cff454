"""The sky: its colour, sun or moon, clouds, stars, birds, and what falls from it."""

from .colours import lighten, mix, veil
from .lines import arc, leaf, move, smooth, turn


def sky(s, *, orb=None):
    """Paint the whole sky; `orb` fixes where the sun or moon stands."""
    m, dice = s.mood, s.dice
    low = s.level(620)
    s.drape([(-9, 0), (s.w + 9, 0)], [m.sky_top, mix(m.sky_top, m.sky_low, 0.55), m.sky_low], (low, low))
    s.rect(0, low, s.w, s.h, m.sky_low)
    if m.night:
        stars(s)
    x = s.w * dice.choice([dice.uniform(0.16, 0.36), dice.uniform(0.62, 0.84)])
    sun_or_moon(s, *(orb or (x, s.level(dice.uniform(110, 260)))))
    if m.weather != "rain":
        clouds(s, dice.randint(1, 4))
    if not m.night and s.chance(0.6):
        birds(s, s.w * dice.uniform(0.25, 0.75), s.level(dice.uniform(120, 300)), dice.randint(3, 9))


def sun_or_moon(s, x, y):
    """A paper sun with haloes, a full moon or a crescent."""
    m, dice, r = s.mood, s.dice, s.dice.uniform(38, 78)
    s.glow(x, y, r * 3.8, veil(lighten(m.orb, 0.4), 120 if m.night else 150))
    style = dice.randint(0, 3)
    for i in range(style):
        s.disc(x, y, r * (1.3 + 0.34 * (style - i)), veil(lighten(m.orb, 0.55), 26))
    if m.weather == "rain":
        return
    if m.night and s.chance(0.4):
        s.poly(arc((x, y), (r, r), 40, 250) + arc((x + r * 0.42, y - r * 0.22), (r * 0.86, r * 0.86), 236, 58), m.orb)
    else:
        s.disc(x, y, r, m.orb)


def clouds(s, count):
    """Long flat paper clouds with round ends."""
    for _ in range(count):
        x, y = s.dice.uniform(0, s.w), s.level(s.dice.uniform(70, 330))
        cloud(s.at(x, y, s.dice.uniform(0.7, 1.5)))


def cloud(s):
    """One cloud: a few flat bars, heaped."""
    m, dice = s.mood, s.dice
    colour = veil(lighten(m.sky_low, 0.15 if m.night else 0.7), 60 if m.night else 150)
    wide = dice.uniform(110, 190)
    for i, (dx, share) in enumerate([(0, 1), (dice.uniform(-30, 30), 0.62), (dice.uniform(-40, 40), 0.34)]):
        bar(s, dx, -i * 19, wide * share, colour)


def bar(s, x, y, half, colour):
    """A flat bar with round ends, as one shape, so that it may be seen through."""
    r = 10
    s.poly(arc((x + half - r, y), (r, r), -90, 90, 8) + arc((x - half + r, y), (r, r), 90, 270, 8), colour)


def stars(s):
    """Small stars, fewer towards the hills."""
    for _ in range(s.dice.randint(50, 110)):
        x, y = s.dice.uniform(0, s.w), s.level(470) * s.dice.random() ** 1.5
        s.disc(x, y, s.dice.choice([1.2, 1.4, 1.8, 2.6]), veil((255, 246, 220), s.dice.uniform(90, 220)))


def birds(s, x, y, count):
    """A loose line of birds on the wing."""
    colour = mix(s.mood.near, s.mood.sky_low, 0.25)
    for i in range(count):
        dx, dy = i * s.dice.uniform(34, 46), (i % 2) * 8 - i * s.dice.uniform(4, 12)
        bird(s.at(x + dx, y + dy, s.dice.uniform(0.7, 1.1)), colour)


def bird(s, colour):
    """Two curved wings."""
    for side in (-1, 1):
        wing = smooth([(0, 0), (side * 9, -8), (side * 20, -5), (side * 10, -4.5), (0, 3)], steps=4)
        s.poly(wing, colour)


def weather(s):
    """Rain, snow, or a few petals and leaves on the wind, drawn last."""
    kind = s.mood.weather or s.dice.choice(["", "", "petals"])
    if kind == "rain":
        _rain(s)
    elif kind == "snow":
        _snow(s)
    elif kind == "petals" and not s.mood.night:
        _petals(s)


def _rain(s):
    slant = s.dice.uniform(-22, 22)
    for _ in range(round(s.w * s.h / 9000)):
        x, y, long = s.dice.uniform(0, s.w), s.dice.uniform(0, s.h), s.dice.uniform(22, 60)
        s.poly(
            [(x, y), (x + 1.6, y), (x + 1.6 + slant * long / 60, y + long), (x + slant * long / 60, y + long)],
            veil((255, 255, 250), 80),
        )


def _snow(s):
    for _ in range(round(s.w * s.h / 6500)):
        size = s.dice.choice([2, 2.5, 3, 4, 5.5])
        s.disc(s.dice.uniform(0, s.w), s.dice.uniform(0, s.h), size, veil((255, 255, 252), 215))


def _petals(s):
    for _ in range(s.dice.randint(9, 20)):
        shape = turn(leaf(s.dice.uniform(9, 15), 7, 6), s.dice.uniform(0, 180))
        s.poly(move(shape, s.dice.uniform(0, s.w), s.dice.uniform(s.level(150), s.level(900))), veil(s.mood.bloom, 190))
