from django import template

from cms.places import areas

register = template.Library()


@register.simple_tag
def counties() -> list[areas.Area]:
    """Return the city's counties with their villages as dots."""
    return areas.counties()
