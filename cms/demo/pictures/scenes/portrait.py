"""A portrait: head and shoulders before a soft landscape, a pale sun behind the head."""

from .. import clothes, faces, hair, land, setting, sky
from ..colours import deepen, lighten, mix, veil
from ..sitters import sitter


def portrait(s):
    """The land, the round of light, then the person."""
    who, c = sitter(s.seed), s.w / 2
    sky.sky(s, orb=(-400, -400))
    place = s.at(c, s.level(480 if s.tall else 445), 1.16 if s.tall else 0.98)
    _halo(place)
    land.hills(
        s, s.level(430), s.level(880), s.dice.randint(3, 5), s.in_turn(("rolling", "peak", "dune", "karst", "bluff"), 1)
    )
    s.mist(s.level(700), 200, veil(s.mood.mist, 170))
    setting.frame(s, ("open", "branch", "bamboo", "blossom", "open"), foot=False)
    person = place.at(s.dice.uniform(-14, 14), 0)
    hair.behind(person, who)
    clothes.dress(person.at(0, 6), who)
    faces.face(person, who)
    hair.on_top(person, who)
    if who.glasses:
        faces.glasses(person, who.tan > 0.5)


def _halo(s):
    """A paper sun behind the head."""
    r, tone = s.dice.uniform(275, 335), mix(s.mood.orb, s.mood.sky_low, s.dice.uniform(0.2, 0.6))
    s = s.at(s.dice.uniform(-46, 46), s.dice.uniform(-30, 20))
    for grow, strength in ((26, 12), (14, 16)):
        s.disc(0, -10, r + grow, veil(lighten(tone, 0.5), strength + 20))
    s.disc(0, -6, r + 3, veil(deepen(s.mood.near, 0.3), 20))
    s.disc(0, -10, r, tone)
