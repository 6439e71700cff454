"""`manage.py serve`: the web server and the task worker under one command."""

import socket
import sys

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cms.core.serving import Child, Supervisor


class Command(BaseCommand):
    """Start both, keep both running, stop both."""

    help = "启动网站和后台任务：一起开，一起停，哪个停了就重新启动哪个"
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1", help="在哪个地址上听（默认只有本机能打开）")
        parser.add_argument("--port", type=int, default=8000, help="端口（默认 8000）")
        parser.add_argument("--grace", type=float, default=30, help="停下时，最多等手上的事几秒")

    def handle(self, *, host: str, port: int, grace: float, **options):
        self.address = (host, port)
        self.opened = False
        self._refuse_a_busy_port()
        self.site = Child("网站", self._gunicorn())
        worker = Child("后台任务", [sys.executable, str(settings.BASE_DIR / "manage.py"), "work"])
        self._say("正在启动网站和后台任务……")
        Supervisor([self.site, worker], grace=grace, say=self._say).run(self._announce)
        self._say("已经停下，没有留下别的进程。")

    def _say(self, sentence: str) -> None:
        self.stdout.write(sentence)
        self.stdout.flush()

    def _gunicorn(self) -> list[str]:
        host, port = self.address
        config = settings.BASE_DIR / "deploy" / "gunicorn.conf.py"
        return [sys.executable, "-m", "gunicorn", "-c", str(config), "-b", f"{host}:{port}", "cms.wsgi:application"]

    def _refuse_a_busy_port(self) -> None:
        host, port = self.address
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(self.address)
            except OSError as error:
                raise CommandError(
                    f"{host}:{port} 打不开（{error.strerror}）。"
                    f"多半是别的程序正在用，换一个端口：make run PORT={port + 1}"
                ) from error

    def _announce(self) -> None:
        """Say the address as soon as the site answers; give up if it dies before it ever did."""
        if self.opened:
            return
        if self.site.deaths:
            raise CommandError("网站没能启动，原因在上面。")
        with socket.socket() as visitor:
            visitor.settimeout(1)
            self.opened = visitor.connect_ex(self.address) == 0
        if self.opened:
            self._say("网站已经打开：http://{}:{}/\n要停下，按 Ctrl+C。".format(*self.address))
