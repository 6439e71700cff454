"""Accessibility by axe, by the rules of WCAG 2.2 AA; runs in the page and asks nobody."""

from axe_playwright_python.sync_playwright import Axe

TAGS = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
COLOURS = {"type": "rule", "values": ["color-contrast"]}
SCRIPT = Axe().axe_script


def violations(page, rules: dict = TAGS) -> list[str]:
    """Return one line for each rule broken by each element of the page."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT)
    answer = page.evaluate("options => axe.run(options)", {"runOnly": rules, "resultTypes": ["violations"]})
    return [
        f"{broken['id']} ({broken['impact']}) {node['target'][0]}: {node['failureSummary'].splitlines()[-1].strip()}"
        for broken in answer["violations"]
        for node in broken["nodes"]
    ]
