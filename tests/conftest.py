import pytest
from django.core.cache import cache

from cms.core import workdays
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
def holidays_of_2026(monkeypatch):
    """The holidays as far as they are announced in the autumn of 2026: the later ones still uncertain."""
    monkeypatch.setattr(workdays, "_announced", lambda year: year <= 2026)


@pytest.fixture
def as_user(client):
    """Sign the test client in as a person."""

    def sign_in(user):
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in
