"""What a room shows on the home page or on a place's page."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Section:
    """One block of a composed page: a template, its context and its place in the order (small numbers first)."""

    template: str
    order: int
    context: dict = field(default_factory=dict)
