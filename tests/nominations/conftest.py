import pytest

from tests.nominations import making


@pytest.fixture
def call(city):
    """A call that is open now."""
    return making.call()
