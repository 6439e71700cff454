"""Chores: always one turn waiting in the queue, never two."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from cms.core import chores

TURNS = []


@chores.chore(every=timedelta(minutes=10))
def sweep_the_yard():
    TURNS.append(timezone.now())
    raise OSError("no broom")


@pytest.fixture
def queued(db, settings, monkeypatch):
    """A database queue, and no chore but ours."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
    monkeypatch.setattr(chores, "CHORES", {sweep_the_yard.module_path: (sweep_the_yard, timedelta(minutes=10))})
    return DBTaskResult.objects.filter(task_path="tests.core.test_chores.sweep_the_yard")


def test_a_worker_that_starts_queues_what_is_missing_once(queued):
    chores.queue_missing()
    chores.queue_missing()

    assert queued.get().status == TaskResultStatus.READY


def test_a_turn_queues_the_next_one_even_when_it_goes_wrong(queued):
    with pytest.raises(OSError, match="no broom"):
        sweep_the_yard.func()

    assert queued.get().run_after > timezone.now() + timedelta(minutes=9)


def test_where_the_queue_cannot_wait_nothing_is_queued(db):
    chores.queue(sweep_the_yard)

    assert not DBTaskResult.objects.exists()
