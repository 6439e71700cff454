"""Accessibility by axe, by the rules of WCAG 2.2 AA; runs in the page and asks nobody."""

from axe_playwright_python.sync_playwright import Axe

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
AXE = Axe()


def violations(page, **options) -> list[str]:
    """Return one line for each rule broken by each element of the page."""
    answer = AXE.run(page, options=RULES | options)
    return [
        f"{broken['id']} ({broken['impact']}) {node['target'][0]}: {node['failureSummary'].splitlines()[-1].strip()}"
        for broken in answer.response["violations"]
        for node in broken["nodes"]
    ]
