"""字数 in templates."""

from django import template

from cms.core.han import count_words

register = template.Library()


@register.filter
def words(text) -> int:
    """Return the 字数 of a text, as Word counts it; nothing counts 0."""
    return count_words(str(text or ""))
