"""Many press 打包 at once: one package is made, and one job waits for it."""

import pytest
from django.db import connection
from django.db.models import QuerySet
from django_tasks_db.models import DBTaskResult

from brands.nominations.dossier import making
from brands.nominations.models import Nomination, Package
from tests import factories
from tests.nominations import making as made
from tests.races.starting import at_once

THREADS = 8

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def asking(settings):
    """Somebody of the county who has the same nomination packed, each from a window of its own."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
    city = factories.small_city()
    call = made.call()
    pk = made.sealed(city, call).pk
    windows = [Nomination.objects.get(pk=pk) for _ in range(THREADS)]
    return [lambda mine=mine: making.ask(call=call, nomination=mine, user=city.nominator) for mine in windows]


def test_one_package_is_begun_however_many_ask(asking):
    results = at_once(asking)

    assert {package.pk for package in results} == {Package.objects.get().pk}
    assert DBTaskResult.objects.filter(task_path=making.make.module_path).count() == 1


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer at a time, lock or no lock")
def test_without_the_lock_several_are_begun(asking, monkeypatch):
    monkeypatch.setattr(QuerySet, "select_for_update", lambda self, **options: self)

    at_once(asking)

    assert Package.objects.count() > 1
