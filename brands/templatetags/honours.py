from django import template

from brands.honours import honours_of

register = template.Library()


@register.simple_tag
def honours(page) -> list:
    """Return the honours that a page shows, its own and those of what belongs to it; read once a page."""
    if not hasattr(page, "_won"):
        page._won = list(honours_of(page)) if page.pk else []
    return page._won
