"""`python -m bench`: measure everything at --full, cached and uncached, and print the table."""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

VAR = Path("var/bench")
ENVIRONMENT = {
    "DJANGO_SETTINGS_MODULE": "cms.settings.development",
    "MEDIA_ROOT": str((VAR / "uploads").absolute()),
    "CACHE_URL": f"filecache://{(VAR / 'cache').absolute()}",
}


def main() -> None:
    parser = argparse.ArgumentParser(description="量一量网站的快慢，和什么都不做的 gunicorn 比。")
    parser.add_argument("--seconds", type=int, default=5, help="每个页面量几秒")
    arguments = parser.parse_args()
    if not shutil.which("wrk"):
        sys.exit("没有找到 wrk。请先安装：apt-get install wrk")
    VAR.mkdir(parents=True, exist_ok=True)
    os.environ.update(ENVIRONMENT)
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{(VAR / 'bench.sqlite3').absolute()}")
    _prepare()

    import django  # noqa: PLC0415 - after the environment is set

    django.setup()
    from bench import running  # noqa: PLC0415 - needs the models

    running.run(arguments.seconds)


def _prepare() -> None:
    """Build the full city once; a second run finds it standing."""
    for command in (["migrate", "-v0"], ["demo", "--full"], ["collectstatic", "--noinput", "-v0"]):
        subprocess.run([sys.executable, "manage.py", *command], check=True)  # noqa: S603


if __name__ == "__main__":
    main()
