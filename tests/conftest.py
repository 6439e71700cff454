import pytest
from django.core.cache import cache

from tests import factories


@pytest.fixture(autouse=True)
def _nothing_kept():
    """Start every test with an empty cache: what a rolled-back test kept is not true any more."""
    cache.clear()


@pytest.fixture
def city(db):
    """The small city with its people."""
    return factories.small_city()


@pytest.fixture
def as_user(client):
    """Sign the test client in as a person."""

    def sign_in(user):
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in
