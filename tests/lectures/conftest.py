import pytest
import time_machine

from tests.lectures.making import NOW


@pytest.fixture(autouse=True)
def _autumn(holidays_of_2026):
    """Some months before the sessions that the tests make."""
    with time_machine.travel(NOW, tick=True):
        yield
