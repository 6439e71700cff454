"""Nothing changes without a token, and nothing of one county by the hand of another."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.scope.filling import address_of
from tests.scope.routes import every_route
from tests.scope.walking import asked, client_of, leaked, letter

pytestmark = pytest.mark.django_db

ROUTES = every_route()
WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")
OWN = ("django_session", "SAVEPOINT")


def written(queries) -> list[str]:
    """Return the statements that changed something other than the visitor's own session."""
    return [
        query["sql"][:120]
        for query in queries
        if query["sql"].lstrip().upper().startswith(WRITES) and not any(own in query["sql"] for own in OWN)
    ]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("who", ["anonymous", "superuser"])
def test_without_a_token_nothing_is_done(town, who, method):
    client = client_of(town.people[who], enforce_csrf_checks=True)
    wrong = []
    for route in ROUTES:
        address = address_of(route, town.yanxi)
        with CaptureQueriesContext(connection) as queries:
            answer = asked(client, method, address)
        refused = answer.status_code == 403 or letter(answer) == "s"
        if not refused or written(queries):
            wrong.append(f"{address}: {answer.status_code} {written(queries)}")

    assert not wrong, "\n".join(wrong)


# What somebody changes of their own with an empty form.
OWN_AFFAIRS = {
    "accounts:sign_out",
    "notices:read_all",
    "reading",
    "wagtailadmin_account",
    "wagtailadmin_dismissibles",
    "wagtailadmin_editing_sessions:release",  # ends one's own sessions only
}


@pytest.mark.parametrize("who", ["anonymous", "outsider"])
@pytest.mark.parametrize("data", [{}, {"next": "/"}], ids=["nothing", "something"])
def test_another_county_changes_nothing(town, who, data):
    client = client_of(town.people[who])
    wrong = []
    for route in ROUTES:
        if route.name in OWN_AFFAIRS:
            continue
        address = address_of(route, town.yanxi)
        with CaptureQueriesContext(connection) as queries:
            answer = asked(client, "POST", address, data)
        if written(queries) or leaked(answer, who):
            wrong.append(f"{address}: {answer.status_code} {written(queries)} {leaked(answer, who)}")

    assert not wrong, "\n".join(wrong)
