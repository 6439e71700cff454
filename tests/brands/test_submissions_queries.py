"""Lists cost the same however long they are."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from brands import submissions
from brands.models import CasePage
from tests import factories
from tests.brands.writing import full


def write(city, number: int):
    content = full(city, title=f"第 {number} 篇")
    return submissions.start_draft(user=city.contributor, key=uuid4(), content=content).page


def send_back(city, page):
    submissions.submit_case(page=page, user=city.contributor)
    factories.send_back(CasePage.objects.get(pk=page.pk), city.checker)


@pytest.mark.parametrize("address", ["/desk/", "/desk/submissions/", "/desk/submissions/?state=draft"])
def test_one_case_and_three_cost_the_same(city, as_user, address):
    client = as_user(city.contributor)
    counts = []
    for more in (1, 2):
        for number in range(more):
            write(city, number)
            send_back(city, write(city, number + 10))
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        counts.append(len(queries))

    assert counts[0] == counts[1]
    assert counts[0] <= 12
