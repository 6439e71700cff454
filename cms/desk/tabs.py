"""The tabs of the desk and the rows of 我的: rooms register their own, people see what their roles let them use."""

from collections.abc import Callable
from dataclasses import dataclass

from wagtail import hooks


def everybody(user) -> bool:
    return True


@dataclass(frozen=True)
class Tab:
    """One way into a room: a tab (hook `register_desk_tab`) or a row of 我的 (hook `register_desk_link`).

    The hook takes the user and returns one Tab. `icon` is a lucide name; `covers` are further addresses, besides those
    below `url`, on which the tab is the current one; `count` is a number shown on it (0 shows nothing).
    """

    label: str
    url: str
    icon: str
    order: int
    visible: Callable[[object], bool] = everybody
    covers: tuple[str, ...] = ()
    count: int = 0
    exact: bool = False  # current only on its very address
    hint: str = ""

    def is_current(self, path: str) -> bool:
        if self.exact:
            return path == self.url
        return any(path.startswith(prefix) for prefix in (self.url, *self.covers))


def tabs_for(user) -> list[Tab]:
    """Return the tabs this person may use, in order."""
    return _gather("register_desk_tab", user)


def links_for(user) -> list[Tab]:
    """Return the rows of 我的 this person may use, in order."""
    return _gather("register_desk_link", user)


def _gather(hook: str, user) -> list[Tab]:
    tabs = [make(user) for make in hooks.get_hooks(hook)]
    return sorted((tab for tab in tabs if tab.visible(user)), key=lambda tab: tab.order)
