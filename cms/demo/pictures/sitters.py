"""Who sits for a portrait: decided by the seed alone, so that a picture's words can agree with it."""

from dataclasses import dataclass
from random import Random

from .turns import in_turn

AGES = ("young", "middle", "elder")
HAIR = {
    (True, "young"): ("ponytail", "bob", "long", "braids"),
    (True, "middle"): ("bun", "bob", "perm", "side"),
    (True, "elder"): ("perm", "bun", "kerchief", "side"),
    (False, "young"): ("parted", "crew", "quiff"),
    (False, "middle"): ("parted", "crew", "straw", "back"),
    (False, "elder"): ("back", "fringe", "cap", "straw", "crew"),
}
CLOTHES = {
    True: ("shirt", "knots", "apron", "vest", "jacket", "white_coat", "knit"),
    False: ("shirt", "tunic", "knots", "jacket", "vest", "white_coat", "knit"),
}


@dataclass(frozen=True)
class Sitter:
    """A person to be painted: a woman or a man, an age, hair or hat, clothes, glasses or none."""

    woman: bool
    age: str
    hair: str
    clothes: str
    glasses: bool
    tan: float


def sitter(seed):
    """The person with this seed: women have even seeds, men odd ones; each second pair is a step older."""
    dice = Random(f"sitter/{seed}")  # noqa: S311 - a drawing, not a secret
    woman, age = seed % 2 == 0, AGES[seed // 2 % 3]
    hair = in_turn(seed // 6, HAIR[woman, age], f"hair/{woman}/{age}")
    clothes = dice.choice([c for c in CLOTHES[woman] if c != "white_coat" or hair not in HATS])
    return Sitter(woman, age, hair, clothes, dice.random() < GLASSES[age], dice.random())


HATS = ("straw", "cap", "kerchief")
GLASSES = {"young": 0.3, "middle": 0.4, "elder": 0.45}
