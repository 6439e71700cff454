"""What somebody asks of a case's writers besides its review: rooms above register it with `register_case_request`."""

from dataclasses import dataclass

from wagtail import hooks


@dataclass(frozen=True)
class Asked:
    """One request: what it is about, the words, what for, and who asked when."""

    title: str
    words: str
    purpose: str
    who: str


def asked_of(case) -> list[Asked]:
    """Return what is asked of the case's writers; each registered function takes the case and returns a list."""
    return [asked for find in hooks.get_hooks("register_case_request") for asked in find(case)]
