"""Several people at one moment: threads that start together."""

import threading
from collections.abc import Callable, Sequence

from django.db import connections


def at_once(acts: Sequence[Callable]) -> list:
    """Run the acts in threads that start together; return what each came to, an exception included."""
    barrier, results = threading.Barrier(len(acts)), []

    def run(act):
        try:
            barrier.wait()
            results.append(act())
        except Exception as error:
            results.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
