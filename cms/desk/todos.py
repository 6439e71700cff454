"""What waits for a person: every room registers its own with the hook `register_desk_todo`."""

from dataclasses import dataclass
from datetime import datetime

from wagtail import hooks


@dataclass(frozen=True)
class Todo:
    """One thing to do: one card on the desk with one main button, and at most one quiet one."""

    title: str
    url: str
    action: str  # what the button says, in a neighbour's words
    tag: str = ""
    tone: str = ""  # "" red, "gold" sent back, "green" calm
    detail: str = ""
    due: datetime | None = None  # the most pressing comes first; those without come last
    other: tuple[str, str] | None = None  # (what the quiet button says, its address)


def todos_for(user) -> list[Todo]:
    """Return everything that waits for the person; each registered function takes the user and yields `Todo`s."""
    found = [todo for make in hooks.get_hooks("register_desk_todo") for todo in make(user)]
    return sorted(found, key=lambda todo: (todo.due is None, todo.due.timestamp() if todo.due else 0))
