"""The chart in the documentation is the one that the code declares."""

from django.conf import settings

from brands.nominations.chart import mermaid


def test_the_documentation_draws_the_declared_transitions():
    text = (settings.BASE_DIR / "docs" / "nominations.md").read_text()

    drawn = text.split("```mermaid\n")[1].split("\n```")[0]

    assert drawn == mermaid(), "Run `manage.py nomination_chart` and put what it prints into docs/nominations.md."
