"""A real browser, a real server on 127.0.0.1, one city a module; whoever watches sees every mistake of every page."""

import os
import shutil

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from pytest_django.live_server_helper import LiveServer

from tests import factories
from tests.browser.people import People

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's own loop runs in this thread


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    assert chromium, "没有找到 chromium：先运行 tests/system-packages.sh，它会说怎么装。"
    switches = ["--no-sandbox", "--disable-background-networking"]
    return browser_type_launch_args | {"executable_path": chromium, "args": switches}


@pytest.fixture(scope="session")
def migrated(django_db_setup, django_db_blocker) -> str:
    """What the migrations put into the database."""
    with django_db_blocker.unblock():
        return connection.creation.serialize_db_to_string()


@pytest.fixture(scope="module")
def db(migrated, django_db_blocker):
    """The database as the migrations left it, in place of pytest-django's `db`.

    The server's threads see it, and a module keeps it.
    """

    def begin_anew():
        call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
        connection.creation.deserialize_db_from_string(migrated)
        cache.clear()

    with django_db_blocker.unblock():
        begin_anew()
        yield
        begin_anew()


@pytest.fixture(scope="module")
def city(db):
    """The small city with its people, shared by the tests of a module."""
    return factories.small_city()


@pytest.fixture(scope="module")
def server(db):
    server = LiveServer("127.0.0.1")
    yield server
    server.stop()


@pytest.fixture
def people(browser, server, django_db_blocker):
    """Opens a browser for a person, on a phone unless told otherwise; at the end nothing may have gone wrong in any."""
    people = People(browser, server.url)
    yield people
    people.leave()
    assert not people.troubles(), "\n".join(people.troubles())
