"""What the public templates ask for: the menu, the way back up, a picture, the card that is shared."""

from django import template
from django.templatetags.static import static

from cms.pages.pictures import Picture, picture_of
from cms.pages.sharing import Card, card_of

register = template.Library()


@register.inclusion_tag("includes/menu.html", takes_context=True)
def menu(context) -> dict:
    """Show the menu with the section that is being read marked."""
    request, page = context.get("request"), context.get("page")
    path = request.path if request else ""
    slugs = {*path.strip("/").split("/")[:2], getattr(page, "menu_slug", "")}
    items = context["site"].menu
    current = next((item for item in items if slugs.intersection(item.slugs)), None)
    return {"items": items, "current": current, "exactly": current and current.url == path, "at_home": path == "/"}


@register.simple_tag
def trail(page) -> list:
    """Return the pages above a page, the home page first; nothing for the home page or no page."""
    return page.trail if hasattr(page, "trail") else []


@register.simple_tag
def picture(image) -> Picture | None:
    """Return an image in the sizes of the site, or nothing where it may not be shown."""
    return picture_of(image)


@register.simple_tag(takes_context=True)
def share(context) -> Card:
    """Return what search engines and chat programs say of this page."""
    request, page = context.get("request"), context.get("page")
    return card_of(page, base=f"{request.scheme}://{request.get_host()}", path=request.path, seal=static("img/share.png"))
