import pytest

from tests import factories


@pytest.fixture
def draft(city):
    """A case that the county's editor wrote."""
    return factories.case(city.editor, city.shangpu)
