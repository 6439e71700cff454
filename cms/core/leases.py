"""A lock that a process holds for as long as it lives, and that nobody needs to give back after kill -9.

The kernel frees a file lock with the process, so "is it free?" answers "is its holder gone?". It holds on one
host, or between containers that share the folder; several hosts want a queue of their own, such as Redis.
"""

import fcntl
import os
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def lease(folder: Path, name: str):
    """Hold the lock named `name` for the length of the block."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.lock"
    file = _locked(path)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        file.close()


def _locked(path: Path):
    """Open and lock the file, again if a sweep removed it in between: then the lock would guard nothing."""
    while True:
        file = path.open("w")
        fcntl.flock(file, fcntl.LOCK_EX)
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(file.fileno()), path.stat()):
                return file
        file.close()


def is_held(folder: Path, name: str) -> bool:
    """Say whether the lock's holder still lives."""
    try:
        file = (folder / f"{name}.lock").open()
    except FileNotFoundError:
        return False
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        return False


def sweep(folder: Path) -> None:
    """Remove the files that killed holders left behind."""
    for path in folder.glob("*.lock"):
        with suppress(FileNotFoundError), path.open() as file, suppress(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink(missing_ok=True)
