"""The chart of the steps; docs/nominations.md holds it, and a test holds it to the code."""

from brands.nominations.models import Nomination
from cms.core import charts


def mermaid() -> str:
    return charts.mermaid(Nomination, "step")
