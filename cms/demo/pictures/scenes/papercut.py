"""A paper-cut flower in vermilion, hung before the hills as a moon, a window pane or a string of pieces."""

from .. import land, medallion, people, setting, sky
from ..colours import deepen, lighten, mix, veil


def papercut(s):
    """Soft hills, then one of three ways to hang the paper."""
    dice = s.dice
    sky.sky(s, orb=(-300, -300))
    land.hills(s, s.level(380), s.level(860), dice.randint(4, 5), s.in_turn(("dune", "rolling", "peak", "karst"), 1))
    if s.mood.night:
        s.ink.paper, s.ink.red = mix(s.ink.paper, s.ink.lamp, 0.6), mix(s.ink.red, (190, 44, 40), 0.8)
    s.in_turn([_moon, _string, _maker], 1)(s, s.w / 2)
    setting.frame(s, ("open", "blossom", "hill", "grass"))


def _moon(s, c):
    """One great flower on a round of pale paper."""
    y, r = s.level(470), s.dice.uniform(330, 370)
    spot = s.at(c, y)
    spot.glow(0, 0, r * 1.7, veil(lighten(s.mood.orb, 0.5), 120))
    _disc(spot, r)
    medallion.medallion(spot.at(0, 0, r * 0.0086))


def _disc(s, r):
    """A round of paper with its shadow."""
    for grow, strength in ((16, 14), (10, 18), (5, 24)):
        s.disc(0, 8, r + grow, veil(deepen(s.mood.near, 0.4), strength))
    s.disc(0, 0, r, s.ink.paper)


def _string(s, c):
    """Three pieces that hang on threads, the middle one the largest."""
    wide = 300 if s.tall else 420
    for x, y, r in ((-wide, 400, 150), (wide, 360, 170), (0, 500, 250)):
        spot = s.at(c + x, s.level(y + s.dice.uniform(-30, 40)))
        s.stroke([(c + x, -10), (c + x, s.level(y))], 2.4, mix(s.ink.red, s.ink.dark, 0.3))
        _disc(spot, r)
        spot.seed += round(r)
        medallion.medallion(spot.at(0, 0, r * 0.0086))


def _maker(s, c):
    """A woman at her table with scissors and paper, her work on the round window behind her."""
    y = s.level(400)
    _disc(s.at(c, y), 300)
    medallion.medallion(s.at(c, y, 2.5))
    base = s.level(835)
    s.rect(-10, base, s.w + 10, s.h + 10, deepen(mix(s.ink.wood, s.mood.near, 0.35), 0.1))
    s.rect(-10, base, s.w + 10, base + 16, mix(s.ink.wood, s.mood.near, 0.15))
    for x, pose in ((-230, "hold"), (232, "clap")):
        who = people.look(
            s, style=s.dice.choice(["bun", "bob", "braid"]), coat=s.dice.choice(["blue", "green", "plum"])
        )
        people.stand(s.at(c + x, base + 150, 3.6), who, pose)
        s.rect(c + x - 130, base, c + x + 130, s.h + 10, deepen(mix(s.ink.wood, s.mood.near, 0.35), 0.1))
        s.rect(c + x - 130, base, c + x + 130, base + 16, mix(s.ink.wood, s.mood.near, 0.15))
    for _ in range(6):
        sheet = s.at(c + s.dice.uniform(-420, 420), base + s.dice.uniform(50, 110))
        medallion.scrap(sheet, s.dice.uniform(20, 42))
