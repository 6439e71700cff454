"""Eight windows that send the same new case at once make one case."""

from uuid import uuid4

import pytest

from brands import submissions
from brands.models import CasePage
from tests import factories
from tests.brands.writing import full
from tests.races.starting import at_once

THREADS = 8


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_one_key_makes_one_case():
    city = factories.small_city()
    key, content = uuid4(), full(city)

    results = at_once(
        [lambda: submissions.start_draft(user=city.contributor, key=key, content=content).page.pk] * THREADS
    )

    assert len(set(results)) == 1, results
    assert CasePage.objects.get().draft_key == key


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_eight_keys_make_eight_cases_each_at_its_own_place_in_the_tree():
    city = factories.small_city()
    content = full(city)

    results = at_once(
        [lambda: submissions.start_draft(user=city.contributor, key=uuid4(), content=content).page.pk] * THREADS
    )

    assert len(set(results)) == THREADS, results
    assert CasePage.objects.values("path").distinct().count() == THREADS
    assert CasePage.objects.values("slug").distinct().count() == THREADS


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_eight_hands_submit_once():
    city = factories.small_city()
    page = submissions.start_draft(user=city.contributor, key=uuid4(), content=full(city)).page

    results = at_once([lambda: submissions.submit_case(page=page, user=city.contributor).pk] * THREADS)

    assert len(set(results)) == 1, results
    assert page.workflow_states.count() == 1
