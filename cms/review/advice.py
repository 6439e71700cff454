"""What the checks say of a page, with the city's own list."""

from django.utils import timezone

from cms.review import checks, contents
from cms.review.models import terms


def findings(page) -> list[checks.Finding]:
    """Examine everything a page says; one query, for the list."""
    texts = page.texts()
    others = contents.facts(page, {text.field for text in texts})
    return checks.examine(texts, page.figures(), others=others, terms=terms(), today=timezone.localdate())


def in_words(tally: dict[str, int]) -> str:
    """Return e.g. 必改 0 处，建议 2 处，提示 1 处; a decision from before the checks says so."""
    if not tally:
        return "没有检查记录"
    return "，".join(f"{level.label} {tally.get(level.value, 0)} 处" for level in checks.Level)
