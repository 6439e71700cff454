from django import template

from brands.honours import honours_of

register = template.Library()


@register.simple_tag
def honours(page) -> list:
    """Return the honours that a page shows, its own and those of what belongs to it."""
    return list(honours_of(page)) if page.pk else []
