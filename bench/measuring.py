"""One gunicorn at a time, one load at a time, and what they cost."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

HERE = Path(__file__).parent
PORT = 8190
CONNECTIONS = 16
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Measure:
    """What one address cost: requests a second, 95th percentile in ms, processor ms a request, requests that failed."""

    rate: float
    p95: float
    cpu: float
    errors: int


@contextmanager
def server(application: str, **environment: str):
    """Run an application as production does (deploy/gunicorn.conf.py), without recycling workers; yield its pid."""
    command = [sys.executable, "-m", "gunicorn", application, "-c", "deploy/gunicorn.conf.py", "--max-requests", "0"]
    environment = os.environ | {"BIND": f"127.0.0.1:{PORT}"} | environment
    process = subprocess.Popen(command, env=environment, start_new_session=True)  # noqa: S603
    try:
        _wait_for_port()
        yield process.pid
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(30)


def _wait_for_port() -> None:
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", PORT)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("gunicorn did not open its port within 30 s")


def load(pid: int, path: str, *, seconds: int, cookie: str = "") -> Measure:
    """Send one address as many requests as 16 connections can for some seconds, after a short warm-up."""
    header = ["-H", f"Cookie: {cookie}"] if cookie else []
    _wrk(path, 1, header)
    before = _processor_seconds(pid)
    told = _wrk(path, seconds, header)
    used = _processor_seconds(pid) - before
    requests = max(told["requests"], 1)
    return Measure(requests / told["seconds"], told["p95"], used * 1_000 / requests, told["errors"])


def _wrk(path: str, seconds: int, header: list[str]) -> dict:
    address = f"http://127.0.0.1:{PORT}{path}"
    command = [
        "wrk",
        "-t1",
        f"-c{CONNECTIONS}",
        f"-d{seconds}s",
        "--timeout",
        "20s",
        "-s",
        str(HERE / "report.lua"),
        *header,
        address,
    ]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603
    return json.loads(output.rsplit("JSON ", 1)[1])


def _processor_seconds(group: int) -> float:
    """Return the processor time of every process of gunicorn's group so far."""
    total = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue  # it ended meanwhile
        if int(fields[2]) == group:
            total += int(fields[11]) + int(fields[12])
    return total / TICKS


def weight(path: str) -> int:
    """Return the bytes of one answer."""
    with urlopen(f"http://127.0.0.1:{PORT}{path}") as answer:
        return len(answer.read())
