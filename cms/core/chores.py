"""What is to be done again and again: rooms register a chore, the worker sees that each is always waiting in the queue.

A chore queues its next turn when it ends, well or badly; a worker that starts queues those that are missing.
"""

import functools
import logging
from datetime import timedelta

from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

logger = logging.getLogger(__name__)

CHORES: dict[str, tuple] = {}  # task path → (task, how often)


def chore(*, every: timedelta):
    """Make a task of a function and have it run again that long after each turn; twice at once must do no harm."""

    def register(function):
        @functools.wraps(function)
        def turn():
            try:
                return function()
            finally:
                queue(made, timezone.now() + every)

        made = task()(turn)
        CHORES[made.module_path] = (made, every)
        return made

    return register


def queue(made, run_after=None) -> None:
    """Put a chore's next turn into the queue, unless one waits there or the queue cannot wait (as in tests)."""
    if not made.get_backend().supports_defer:
        return
    waiting = DBTaskResult.objects.filter(task_path=made.module_path, status=TaskResultStatus.READY)
    if not waiting.exists():
        made.using(run_after=run_after).enqueue()


def queue_missing() -> None:
    """Queue every chore that does not wait for its turn yet."""
    for made, _ in CHORES.values():
        queue(made)
