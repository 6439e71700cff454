"""The invariants of the house: each check yields one Chinese sentence per thing that is broken."""

from collections.abc import Callable, Iterator

CHECKS: dict[str, Callable[[], Iterator[str]]] = {}


def check(title: str):
    """Register a check; `manage.py doctor` runs them all and exits 1 if any yields."""

    def register(function):
        CHECKS[title] = function
        return function

    return register


def examine() -> dict[str, list[str]]:
    """Run every check; return what each found."""
    return {title: list(function()) for title, function in CHECKS.items()}
