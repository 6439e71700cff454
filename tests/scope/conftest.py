import pytest
from django.core.cache import cache
from django.db import transaction

from tests.scope import town as towns


@pytest.fixture(scope="module")
def town(django_db_setup, django_db_blocker):
    """Two counties with work in every state, built once a module and never written to disk."""
    with django_db_blocker.unblock(), transaction.atomic():
        cache.clear()
        yield towns.build()
        transaction.set_rollback(True)
    cache.clear()
