"""Colours as (red, green, blue), and how to mix them."""


def rgb(text):
    """Read a colour written as #rrggbb."""
    return tuple(int(text[i : i + 2], 16) for i in (1, 3, 5))


def mix(a, b, share):
    """A colour on the way from a to b."""
    return tuple(round(x + (y - x) * share) for x, y in zip(a[:3], b[:3], strict=True))


def veil(colour, strength):
    """The same colour, seen through: strength 0 (nothing) to 255 (solid)."""
    return (*colour[:3], int(strength))


def deepen(colour, share):
    """Towards ink."""
    return mix(colour, (30, 26, 24), share)


def lighten(colour, share):
    """Towards paper."""
    return mix(colour, (255, 250, 240), share)
