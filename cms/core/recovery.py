"""Tasks whose worker was killed: run again, at most three times in all, then marked as failed with the reason.

django-tasks-db leaves such a row RUNNING for ever. Handlers are idempotent, so running one again is safe.
"""

import logging
from pathlib import Path

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from cms.core.leases import is_held

logger = logging.getLogger(__name__)

ATTEMPTS = 3


class WorkerKilled(Exception):
    """Every attempt at a task ended with its worker killed."""


def recover_abandoned(leases: Path) -> int:
    """Take up every RUNNING task whose worker's lease is free; return how many will run again."""
    running = DBTaskResult.objects.running().order_by("started_at")
    abandoned = [row for row in running if not is_held(leases, row.worker_ids[-1])]
    return sum(_recover(row) for row in abandoned)


def _recover(row: DBTaskResult) -> bool:
    if len(row.worker_ids) >= ATTEMPTS:
        _give_up(row)
        return False
    if not _move(row, status=TaskResultStatus.READY, started_at=None):
        return False
    logger.warning("任务 %s 的上一个工人中途停了，现在重做（第 %d 次）", row.task_path, len(row.worker_ids) + 1)
    return True


def _give_up(row: DBTaskResult) -> None:
    if _move(row, status=TaskResultStatus.FAILED):
        row.set_failed(WorkerKilled(f"做了 {len(row.worker_ids)} 次，每次工人都中途被停掉，不再重试。"))
        logger.error("任务 %s（%s）做了 %d 次都没做完，不再重试", row.task_path, row.pk, len(row.worker_ids))


def _move(row: DBTaskResult, **changes) -> bool:
    """Change the row only as it was read, so that of two starting workers exactly one takes it up."""
    as_read = DBTaskResult.objects.running().filter(pk=row.pk, started_at=row.started_at)
    return as_read.update(**changes) == 1
