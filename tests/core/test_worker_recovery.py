"""A task whose worker is killed is done all the same."""

import os
import signal
import threading

import pytest
from django.db import connections
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from cms.core.leases import is_held, lease, sweep
from cms.core.recovery import recover_abandoned


def abandoned(worker_ids: list[str]) -> DBTaskResult:
    return DBTaskResult.objects.create(
        task_path="tests.core.lean.tasks.keep_diary",
        args_kwargs={"args": [], "kwargs": {}},
        backend_name="default",
        status=TaskResultStatus.RUNNING,
        run_after=get_date_max(),
        worker_ids=worker_ids,
    )


def test_a_task_killed_half_way_runs_again(lean, wait_until):
    row = lean.enqueue(seconds=1.5)
    worker = lean.start("work", "--interval=0.1")
    wait_until(lambda: lean.entries() == ["开始"])
    worker.kill()
    worker.wait()
    row.refresh_from_db()
    assert row.status == TaskResultStatus.RUNNING

    assert lean.start("work", "--batch").wait(timeout=60) == 0

    row.refresh_from_db()
    assert row.status == TaskResultStatus.SUCCESSFUL
    assert len(row.worker_ids) == 2
    assert lean.entries() == ["开始", "开始", "做完"]
    assert not list((lean.folder / "workers").iterdir())


def test_a_living_workers_task_is_left_alone(lean, wait_until):
    row = lean.enqueue(seconds=4)
    first = lean.start("work", "--interval=0.1")
    wait_until(lambda: lean.entries() == ["开始"])

    assert lean.start("work", "--batch").wait(timeout=60) == 0

    row.refresh_from_db()
    assert len(row.worker_ids) == 1
    first.send_signal(signal.SIGTERM)
    assert first.wait(timeout=60) == 0
    assert lean.entries() == ["开始", "做完"]


def test_a_worker_told_to_stop_finishes_its_task(lean, wait_until):
    row = lean.enqueue(seconds=1)
    later = lean.enqueue(seconds=1)
    worker = lean.start("work", "--interval=0.1")
    wait_until(lambda: lean.entries() == ["开始"])

    worker.send_signal(signal.SIGTERM)

    assert worker.wait(timeout=60) == 0
    row.refresh_from_db()
    later.refresh_from_db()
    assert row.status == TaskResultStatus.SUCCESSFUL
    assert later.status == TaskResultStatus.READY


def test_a_worker_told_to_stop_twice_leaves_its_task_to_the_next(lean, wait_until):
    row = lean.enqueue(seconds=30)
    worker = lean.start("work", "--interval=0.1")
    wait_until(lambda: lean.entries() == ["开始"])

    worker.send_signal(signal.SIGTERM)
    wait_until(lambda: "正在收尾" in lean.said(worker))
    worker.send_signal(signal.SIGTERM)

    assert worker.wait(timeout=30) == 1
    row.refresh_from_db()
    assert row.status == TaskResultStatus.RUNNING


@pytest.mark.django_db
def test_a_task_that_lost_three_workers_fails_with_the_reason(tmp_path):
    row = abandoned(["甲", "乙", "丙"])

    assert recover_abandoned(tmp_path) == 0

    row.refresh_from_db()
    assert row.status == TaskResultStatus.FAILED
    assert "3 次" in row.traceback


@pytest.mark.django_db
def test_a_task_that_lost_two_workers_gets_its_third_chance(tmp_path):
    row = abandoned(["甲", "乙"])

    assert recover_abandoned(tmp_path) == 1

    row.refresh_from_db()
    assert row.status == TaskResultStatus.READY
    assert row.started_at is None


@pytest.mark.django_db
def test_a_held_lease_protects_its_task(tmp_path):
    row = abandoned(["甲"])

    with lease(tmp_path, "甲"):
        assert recover_abandoned(tmp_path) == 0

    row.refresh_from_db()
    assert row.status == TaskResultStatus.RUNNING


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_workers_starting_at_once_one_takes_the_task_up(tmp_path):
    for _ in range(5):
        abandoned(["甲"])
    barrier = threading.Barrier(4)
    taken = []

    def start():
        barrier.wait()
        taken.append(recover_abandoned(tmp_path))
        connections.close_all()

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sum(taken) == 5


def test_a_sweep_removes_what_the_dead_left_and_spares_the_living(tmp_path):
    (tmp_path / "dead.lock").touch()
    with lease(tmp_path, "alive"):
        sweep(tmp_path)
        assert os.listdir(tmp_path) == ["alive.lock"]
        assert is_held(tmp_path, "alive")
    assert not is_held(tmp_path, "alive")
