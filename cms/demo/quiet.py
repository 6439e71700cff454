"""Running the tasks of a command inside the command, so that the city is whole when it says so."""

from contextlib import contextmanager

from django_tasks import task_backends
from django_tasks.backends.immediate import ImmediateBackend

LATER = {"prepare_pictures"}  # a minute's work that nobody waits for: the worker does it while people look around


class AtOnce(ImmediateBackend):
    """Runs every task where it is enqueued, and leaves those of LATER to the worker."""

    def __init__(self, usual):
        super().__init__(alias="default", params={"QUEUES": [], "OPTIONS": {}})
        self.usual = usual

    def enqueue(self, task, args, kwargs):
        if task.name in LATER:
            return self.usual.enqueue(task, args, kwargs)
        return super().enqueue(task, args, kwargs)


@contextmanager
def tasks_at_once():
    """Run every task where it is enqueued (search and reference index, mail) instead of leaving it to the worker."""
    usual = task_backends["default"]
    task_backends["default"] = AtOnce(usual)
    try:
        yield
    finally:
        task_backends["default"] = usual
