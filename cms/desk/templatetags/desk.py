"""What every page of the desk shows around its content; templates need no context of their own for it."""

from django import template

from cms.desk import tabs
from cms.desk.greeting import unit
from cms.notices.inbox import unread_count

register = template.Library()


@register.inclusion_tag("desk/includes/tabs.html", takes_context=True)
def desk_tabs(context):
    """Show the tabs of the person who is signed in; nothing for somebody who is not."""
    request = context["request"]
    if not request.user.is_authenticated:
        return {"tabs": []}
    found = tabs.tabs_for(request.user)
    return {"tabs": [(tab, tab.is_current(request.path)) for tab in found]}


@register.simple_tag(takes_context=True)
def desk_unread(context) -> int:
    """Return how many notices the person has not read yet; one query a request."""
    request = context["request"]
    return unread_count(request.user) if request.user.is_authenticated else 0


@register.simple_tag(takes_context=True)
def desk_unit(context) -> str:
    """Return where the person works, for the line under the heading."""
    user = context["request"].user
    return unit(user) if user.is_authenticated else ""
