"""Where a person goes on from a page besides handing it in: rooms above register theirs, and review knows no more.

The hook `register_page_way` takes the newest text of a page that the person may change; it returns a Way, or None.
"""

from dataclasses import dataclass

from wagtail import hooks


@dataclass(frozen=True)
class Way:
    """A row that leads on; `icon` is a lucide name."""

    label: str
    hint: str
    url: str
    icon: str


def ways_from(page) -> list[Way]:
    """Return the ways that lead on from this page."""
    return [way for make in hooks.get_hooks("register_page_way") if (way := make(page))]
