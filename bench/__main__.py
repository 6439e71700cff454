"""`python -m bench`: measure everything at --full, cached and uncached, and print the table.

`python -m bench scheduling` measures lectures alone, `python -m bench dossier` packing alone, in a city of their own.
"""

import argparse
import os
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

VAR = Path("var/bench")
PARTS = ("scheduling", "dossier")  # what is measured alone as well
ENVIRONMENT = {
    "DJANGO_SETTINGS_MODULE": "cms.settings.development",
    "MEDIA_ROOT": str((VAR / "uploads").absolute()),
    "CACHE_URL": f"filecache://{(VAR / 'cache').absolute()}",
}


def main() -> None:
    parser = argparse.ArgumentParser(description="量一量网站的快慢，和什么都不做的 gunicorn 比。")
    parser.add_argument(
        "part", nargs="?", default="all", choices=["all", *PARTS], help="只量排期就写 scheduling，只量打包就写 dossier"
    )
    parser.add_argument("--seconds", type=int, default=5, help="每个页面量几秒")
    arguments = parser.parse_args()
    VAR.mkdir(parents=True, exist_ok=True)
    os.environ.update(ENVIRONMENT)
    if arguments.part in PARTS:
        return _alone(arguments.part)
    if not shutil.which("wrk"):
        sys.exit("没有找到 wrk。请先安装：apt-get install wrk")
    # Build the full city once; a second run finds it standing.
    _prepare("bench", ["migrate", "-v0"], ["demo", "--full"], ["collectstatic", "--noinput", "-v0"])
    from bench import running  # noqa: PLC0415 - needs the models

    return running.run(arguments.seconds)


def _alone(part: str) -> None:
    _prepare(part, ["migrate", "-v0"], ["collectstatic", "--noinput", "-v0"])
    from bench import plain_city  # noqa: PLC0415 - needs the models

    plain_city.build()
    import_module(f"bench.{part}").run()


def _prepare(name: str, *commands: list[str]) -> None:
    """Make the database ready, and Django."""
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{(VAR / f'{name}.sqlite3').absolute()}")
    for command in commands:
        subprocess.run([sys.executable, "manage.py", *command], check=True)  # noqa: S603

    import django  # noqa: PLC0415 - after the environment is set

    django.setup()


if __name__ == "__main__":
    main()
