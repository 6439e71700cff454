"""Running the tasks of a command inside the command, so that the city is whole when it says so."""

from contextlib import contextmanager

from django_tasks import task_backends
from django_tasks.backends.immediate import ImmediateBackend


@contextmanager
def tasks_at_once():
    """Run every task where it is enqueued (search and reference index, mail) instead of leaving it to the worker."""
    usual = task_backends["default"]
    task_backends["default"] = ImmediateBackend(alias="default", params={"QUEUES": [], "OPTIONS": {}})
    try:
        yield
    finally:
        task_backends["default"] = usual
