from uuid import uuid4

import pytest

from brands import submissions
from tests.brands.writing import full


@pytest.fixture
def draft(city):
    """A draft with everything in it, begun by 上埔村供稿员 on the desk."""
    return submissions.start_draft(user=city.contributor, key=uuid4(), content=full(city)).page
