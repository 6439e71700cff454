"""What a check says: advice with a reason. Nothing here ever rewrites a word."""

from dataclasses import dataclass

from django.db import models

AROUND = 12  # characters of context on each side of a quote


class Level(models.TextChoices):
    """How much a finding weighs."""

    MUST = "must", "必改"
    SHOULD = "should", "建议"
    HINT = "hint", "提示"


ORDER = {level: place for place, level in enumerate(Level)}


@dataclass(frozen=True)
class Finding:
    """One piece of advice: where, what, why, and the words it is about."""

    level: Level
    field: str
    label: str
    what: str
    why: str
    quote: str = ""

    @property
    def level_name(self) -> str:
        return Level(self.level).label

    @property
    def sentence(self) -> str:
        return f"{self.label}：{self.what}"


def excerpt(words: str, start: int, end: int) -> str:
    """Return the words found, with a little of what stands around them in the same paragraph."""
    before = words[max(0, start - AROUND) : start].rpartition("\n")[2]
    after = words[end : end + AROUND].partition("\n")[0]
    left = "…" if start - len(before) > 0 and words[start - len(before) - 1] != "\n" else ""
    right = "…" if end + len(after) < len(words) and words[end + len(after)] != "\n" else ""
    return f"{left}{before}{words[start:end]}{after}{right}"
