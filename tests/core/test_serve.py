"""One command runs the site: both processes start, live, and end together."""

import os
import re
import signal
import socket
import threading
import urllib.request
from contextlib import suppress

import pytest

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")


def children_of(pid: int) -> dict[str, int]:
    """Return the living children by what they do: 网站 (gunicorn's master) and 后台任务."""
    with open(f"/proc/{pid}/task/{pid}/children") as file:
        pids = [int(child) for child in file.read().split()]
    return {"网站" if "gunicorn" in command_of(child) else "后台任务": child for child in pids}


def command_of(pid: int) -> str:
    with suppress(FileNotFoundError), open(f"/proc/{pid}/cmdline") as file:
        return file.read()
    return ""


def is_alive(pid: int) -> bool:
    """A dead process that nobody has buried yet has no command any more."""
    return bool(command_of(pid))


@pytest.fixture
def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def site(lean, free_port, wait_until):
    """A running site that has said its address."""
    process = lean.start("serve", f"--port={free_port}", "--grace=20")
    wait_until(lambda: ADDRESS.search(lean.said(process)), seconds=60)
    process.address = ADDRESS.search(lean.said(process)).group()
    return process


def test_a_stop_lets_the_request_and_the_task_finish_and_leaves_no_orphan(lean, site, wait_until):
    lean.enqueue(seconds=2)
    family = [*children_of(site.pid).values(), *children_of(children_of(site.pid)["网站"]).values()]
    answers = []
    visit = threading.Thread(target=lambda: answers.append(urllib.request.urlopen(f"{site.address}?seconds=2")))
    visit.start()
    wait_until(lambda: lean.entries() == ["开始"])

    site.send_signal(signal.SIGTERM)

    assert site.wait(timeout=60) == 0
    visit.join()
    assert answers[0].read().decode() == "完整的一页"
    assert lean.entries() == ["开始", "做完"]
    assert not [pid for pid in family if is_alive(pid)]
    assert "没有留下别的进程" in lean.said(site)


@pytest.mark.parametrize("name", ["网站", "后台任务"])
def test_a_dead_process_is_started_again(lean, site, wait_until, name):
    before = children_of(site.pid)[name]

    os.kill(before, signal.SIGKILL)

    wait_until(lambda: children_of(site.pid).get(name, before) != before)
    lean.enqueue(seconds=0)
    wait_until(lambda: lean.entries() == ["开始", "做完"])
    wait_until(lambda: answers(site.address))
    assert f"{name}停了" in lean.said(site)


def answers(address: str) -> bool:
    try:
        return urllib.request.urlopen(address).status == 200
    except OSError:
        return False


def test_killing_the_command_itself_leaves_no_orphan(site, wait_until):
    family = children_of(site.pid).values()

    site.kill()

    wait_until(lambda: not any(is_alive(pid) for pid in family))


def test_a_task_longer_than_the_grace_is_left_to_the_next_start(lean, site, wait_until):
    row = lean.enqueue(seconds=60)
    wait_until(lambda: lean.entries() == ["开始"])

    site.send_signal(signal.SIGINT)
    wait_until(lambda: "正在停下" in lean.said(site))
    site.send_signal(signal.SIGINT)

    assert site.wait(timeout=30) == 0
    row.refresh_from_db()
    assert row.status == "RUNNING"


def test_a_busy_port_is_named_with_the_way_out(lean, free_port):
    with socket.socket() as other:
        other.bind(("127.0.0.1", free_port))
        other.listen()
        process = lean.start("serve", f"--port={free_port}")
        assert process.wait(timeout=60) == 1

    assert f"make run PORT={free_port + 1}" in lean.said(process)


def test_a_site_that_cannot_start_says_so_and_ends(lean, free_port):
    lean.environment["WEB_WORKERS"] = "许多"
    process = lean.start("serve", f"--port={free_port}")

    assert process.wait(timeout=60) == 1
    assert "网站没能启动" in lean.said(process)
    assert "许多" in lean.said(process)
