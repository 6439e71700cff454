"""`manage.py work`: the task worker that takes up what a killed one left."""

import logging
import os
from types import FrameType

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from cms.core.chores import queue_missing
from cms.core.leases import lease, sweep
from cms.core.recovery import recover_abandoned

logger = logging.getLogger(__name__)


class LeasedWorker(Worker):
    """django-tasks-db's worker; told to stop twice, it leaves its task for the next one instead of failing it."""

    def shutdown(self, signum: int, frame: FrameType | None) -> None:
        if not self.running:
            os._exit(1)
        logger.info("后台任务正在收尾：做完手上的就停")
        super().shutdown(signum, frame)


class Command(BaseCommand):
    """Run one worker until it is told to stop."""

    help = "做后台任务（检索、图片、视频、通知等）；上一个工人没做完的，接着做"

    def add_arguments(self, parser):
        parser.add_argument("--interval", type=float, default=1, help="没有任务时，隔几秒再看一次")
        parser.add_argument("--batch", action="store_true", help="把现有任务做完就退出")

    def handle(self, *, interval: float, batch: bool, **options):
        logging.getLogger("django_tasks_db").setLevel(logging.ERROR)  # its news is ours, in English
        worker_id = get_random_string(32)
        leases = settings.VAR_DIR / "workers"
        with lease(leases, worker_id):
            recover_abandoned(leases)
            sweep(leases)
            queue_missing()
            worker = self._worker(worker_id, interval, batch)
            worker.configure_signals()
            worker.run()

    def _worker(self, worker_id: str, interval: float, batch: bool) -> LeasedWorker:
        return LeasedWorker(
            worker_id=worker_id,
            queue_names=["*"],
            excluded_queue_names=[],
            backend_name="default",
            interval=interval,
            batch=batch,
            startup_delay=False,
            max_tasks=None,
        )
