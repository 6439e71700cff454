"""What reviewers and checks read of a page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """One part of a page's text, for checks and comparison: the field, its label for people, and its plain words."""

    field: str
    label: str
    words: str
