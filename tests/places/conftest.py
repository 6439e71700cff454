import pytest
from django.test import Client


@pytest.fixture
def client_of():
    """Make a browser of its own in which a person is signed in."""

    def sign_in(user):
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in
