"""What a case could be sent in for, and what it still lacks for that, while it is being written; other apps know."""

from dataclasses import dataclass

from wagtail import hooks


@dataclass(frozen=True)
class Outlook:
    """One call that is open, and what the case lacks for it: [(address or "", sentence)]."""

    title: str
    until: str
    gaps: list[tuple[str, str]]


def of(page, user) -> list[Outlook]:
    """Ask every app that registered itself; each answers with what is open now."""
    return [one for ask in hooks.get_hooks("register_outlook") for one in ask(page, user)]
