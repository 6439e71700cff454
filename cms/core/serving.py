"""Keeping the processes of one site together: started together, a dead one started again, all ended together."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial

PR_SET_PDEATHSIG = 1
LONG_LIVED = 60  # seconds after which a death counts as the first
LONGEST_PAUSE = 30  # seconds
TICK = 0.2  # seconds

_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


def _end_with_parent(parent: int) -> None:
    """In the child: be told to stop when the parent is gone, even by kill -9, so that no orphan is left."""
    if _libc:
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:
        os._exit(1)


class Child:
    """One process that should be running, and how often it has died."""

    def __init__(self, name: str, command: list[str]):
        self.name = name
        self.command = command
        self.deaths = 0

    def start(self) -> None:
        """Start it in a session of its own, so that Ctrl+C in the terminal reaches it once, through us."""
        self.started = time.monotonic()
        self.due = None
        before = partial(_end_with_parent, os.getpid())  # safe here: we have one thread
        self.process = subprocess.Popen(self.command, start_new_session=True, preexec_fn=before)  # noqa: S603, PLW1509

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    def bury(self) -> int:
        """Count a death, clear what it left, and return the pause before the next start: 1, 2, 4 … 30 seconds."""
        self.kill()
        now = time.monotonic()
        self.deaths = 1 if now - self.started > LONG_LIVED else self.deaths + 1
        pause = min(2 ** (self.deaths - 1), LONGEST_PAUSE)
        self.due = now + pause
        return pause

    def kill(self) -> None:
        """Kill the process and everything that it started."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Supervisor:
    """Runs the children until it is told to stop; told twice, it does not wait for work in hand."""

    def __init__(self, children: list[Child], *, grace: float, say: Callable[[str], None]):
        self.children = children
        self.grace = grace
        self.say = say
        self.orders = 0

    def run(self, on_tick: Callable[[], None]) -> None:
        """Start everything and look after it; `on_tick` is called a few times a second."""
        for signum in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(signum, self._order_to_stop)
        for child in self.children:
            child.start()
        try:
            while not self.orders:
                self._look_after_all()
                on_tick()
                time.sleep(TICK)
        finally:
            self._end_all()

    def _order_to_stop(self, signum, frame) -> None:
        self.orders += 1

    def _look_after_all(self) -> None:
        for child in self.children:
            if child.due is None and not child.alive:
                self.say(f"{child.name}停了，{child.bury()} 秒后重新启动。")
            elif child.due is not None and time.monotonic() >= child.due:
                child.start()

    def _end_all(self) -> None:
        self.say(f"正在停下：等手上的请求和任务做完，最多 {self.grace:g} 秒……")
        living = [child for child in self.children if child.alive]
        for child in living:
            child.process.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + self.grace
        while any(child.alive for child in living) and self.orders <= 1 and time.monotonic() < deadline:
            time.sleep(TICK)
        for child in living:
            child.kill()
