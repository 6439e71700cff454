"""What one window saved last, so that its own change is not taken for somebody else's when an answer was lost."""

import re
from uuid import uuid4

from django.core.cache import cache

LIFE = 24 * 60 * 60  # seconds


def window_of(sent: str) -> str:
    """Return the name of the window that sent a form, or a new one."""
    return sent if re.fullmatch(r"[0-9a-f]{32}", sent) else uuid4().hex


def remember(user, window: str, marks: dict[str, str]) -> None:
    cache.set(f"window:{user.pk}:{window}", marks, LIFE)


def recall(user, window: str) -> dict[str, str]:
    """Return the marks of what this window saved last; empty when it is not known."""
    return cache.get(f"window:{user.pk}:{window}") or {}
