"""The charts in the documentation are those that the code declares."""

import pytest
from django.conf import settings

from cms.core.charts import mermaid
from lectures.models import LectureRequest, Offer, Session


@pytest.mark.parametrize(("number", "model"), [(0, Session), (1, LectureRequest), (2, Offer)])
def test_the_documentation_draws_the_declared_transitions(number, model):
    text = (settings.BASE_DIR / "docs" / "scheduling.md").read_text()

    drawn = [part.split("\n```")[0] for part in text.split("```mermaid\n")[1:]]

    assert drawn[number] == mermaid(model, "state")
