"""`manage.py prepare`: everything between the installed packages and a running site."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Bring texts, database and static files up to date; safe to run again at any time."""

    help = "编译文字、更新数据库、收集静态文件；可以反复执行，已有的内容不动"

    def add_arguments(self, parser):
        parser.add_argument("--demo", action="store_true", help="数据库是空的，就建一座演示城市")
        parser.add_argument("--port", type=int, default=8000, help="演示城市的端口")

    def handle(self, *, demo: bool, port: int, verbosity: int, **options):
        self._say("更新界面文字和数据库（第一次半分钟左右）……")
        call_command("compile_text")
        call_command("migrate", interactive=False, verbosity=max(0, verbosity - 1))
        if demo:
            call_command("demo", port=port, if_empty=True, stdout=self.stdout)
        self._collect_static()

    def _say(self, sentence: str) -> None:
        self.stdout.write(sentence)
        self.stdout.flush()

    def _collect_static(self) -> None:
        """Collect only when a static file has changed: compressing Wagtail's takes a while."""
        stamp = Path(settings.STATIC_ROOT) / ".collected"
        now = static_fingerprint()
        if stamp.exists() and stamp.read_text() == now:
            return
        self._say("收集样式和图标……")
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        stamp.write_text(now)


def static_fingerprint() -> str:
    """Return a digest of the names, sizes and times of all static files, project's and packages'."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            stat = Path(storage.path(name)).stat()
            digest.update(f"{name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()
