"""Real processes of the lean site, on a database of their own of the same kind as the suite's."""

import json
import os
import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, connections
from django_tasks_db.models import DBTaskResult, get_date_max


class Lean:
    """Starts processes of the lean site, puts tasks into its queue and reads them."""

    def __init__(self, folder: Path, database: dict):
        self.folder = folder
        self.diary = folder / "diary"
        shared = {key: database[key] for key in ("ENGINE", "NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")}
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.core.lean.settings",
            "LEAN_DATABASE": json.dumps(shared, default=str),
            "LEAN_VAR": str(folder),
            "WEB_WORKERS": "1",
        }
        self.started = []

    def start(self, *command: str) -> subprocess.Popen:
        output = (self.folder / f"output-{len(self.started)}").open("w+")
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, str(settings.BASE_DIR / "manage.py"), *command],
            env=self.environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        process.output = output
        self.started.append(process)
        return process

    def said(self, process: subprocess.Popen) -> str:
        return Path(process.output.name).read_text()

    def enqueue(self, *, seconds: float, worker_ids: tuple[str, ...] = ()) -> DBTaskResult:
        return DBTaskResult.objects.using("lean").create(
            task_path="tests.core.lean.tasks.keep_diary",
            args_kwargs={"args": [str(self.diary), seconds], "kwargs": {}},
            backend_name="default",
            run_after=get_date_max(),
            worker_ids=worker_ids,
        )

    def entries(self) -> list[str]:
        return self.diary.read_text().split() if self.diary.exists() else []

    def end_all(self) -> None:
        for process in self.started:
            process.kill()
            process.wait()
            process.output.close()


@pytest.fixture
def lean(tmp_path, django_db_blocker):
    with django_db_blocker.unblock():
        database = connection.settings_dict | {"NAME": str(tmp_path / "lean.sqlite3")}
        if connection.vendor == "postgresql":
            database["NAME"] = f"lean_{uuid.uuid4().hex}"
            _on_the_server(f"CREATE DATABASE {database['NAME']}")
        connections.databases["lean"] = database
        with connections["lean"].schema_editor() as editor:
            editor.create_model(DBTaskResult)
        site = Lean(tmp_path, database)
        yield site
        site.end_all()
        connections["lean"].close()
        del connections["lean"], connections.databases["lean"]
        if connection.vendor == "postgresql":
            _on_the_server(f"DROP DATABASE {database['NAME']} WITH (FORCE)")


def _on_the_server(statement: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture
def wait_until():
    """Wait for something to become true, and fail if it does not in time."""

    def wait(happens, seconds: float = 60):
        deadline = time.monotonic() + seconds
        while not happens():
            assert time.monotonic() < deadline, "等了很久也没等到"
            time.sleep(0.05)

    return wait
