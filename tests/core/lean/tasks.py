"""One task that writes down when it began and when it was done."""

import time
from pathlib import Path

from django_tasks import task


@task()
def keep_diary(diary: str, seconds: float) -> None:
    """Write 开始, work for some seconds, write 做完."""
    with Path(diary).open("a") as file:
        file.write("开始\n")
        file.flush()
        time.sleep(seconds)
        file.write("做完\n")
