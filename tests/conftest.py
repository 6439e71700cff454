import pytest

from tests import factories


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
