"""One dot a village: filled where a station works, hollow where none does yet. A row of dots is one dashed line."""

from collections.abc import Sequence
from dataclasses import dataclass

STEP = 9  # units from dot to dot


@dataclass(frozen=True)
class Dots:
    """A drawing: the view box's size and two paths, the rows of dots and the hollows over them."""

    width: int
    height: int
    rows: str
    hollows: str


def dots(working: Sequence[bool], columns: int = 24) -> Dots:
    """Return the drawing of these villages, `columns` to a row."""
    half = STEP / 2
    lengths = [min(columns, len(working) - start) for start in range(0, len(working), columns)]
    rows = (f"M{half:g} {row * STEP + half:g}h{(length - 1) * STEP + 0.1:g}" for row, length in enumerate(lengths))
    hollows = (
        f"M{place % columns * STEP + half:g} {place // columns * STEP + half:g}h.1"
        for place, works in enumerate(working)
        if not works
    )
    return Dots(columns * STEP, len(lengths) * STEP, "".join(rows), "".join(hollows))
