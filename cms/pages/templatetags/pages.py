"""What the public templates ask for: the menu, the way back up, a picture, the card that is shared."""

from django import template
from django.templatetags.static import static

from cms.pages import sharing
from cms.pages.addresses import address
from cms.pages.cards import Card
from cms.pages.pictures import Picture, picture_of

register = template.Library()


@register.inclusion_tag("includes/menu.html", takes_context=True)
def menu(context) -> dict:
    """Show the menu with the section that is being read marked."""
    request, page = context.get("request"), context.get("page")
    path = request.path if request else ""
    slugs = {*path.strip("/").split("/")[:2], getattr(page, "menu_slug", "")}
    items = context["chrome"].menu
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
def share(context) -> sharing.Card:
    """Return what search engines and chat programs say of this page."""
    request, page = context["request"], context.get("page")
    base, number = f"{request.scheme}://{request.get_host()}", request.GET.get("page", "")
    path = f"{request.path}?page={number}" if number.isdecimal() else request.path
    return sharing.card_of(page, base=base, path=path, seal=static("img/share.png"))


@register.simple_tag
def county(page) -> str:
    """Return the county whose section this is, "" for one of the city's."""
    above = page.trail
    return above[-1].title if len(above) > 1 else ""


@register.simple_tag(takes_context=True)
def where(context, card: Card) -> str:
    """Return where a card's page is from; on a county's own pages its name goes without saying."""
    page = context.get("page")
    local = hasattr(page, "tier") or len(getattr(page, "trail", ())) > 1
    return card.place or card.county if local else card.where


@register.simple_tag(takes_context=True)
def page_query(context, number: int) -> str:
    """Return the query string of another page of the same list."""
    query = context["request"].GET.copy()
    query["page"] = number
    return query.urlencode()


@register.filter(name="address")
def address_of(page) -> str:
    """Return the address of a page, of a dict with its `url_path`, or of a bare path in the tree."""
    if isinstance(page, dict):
        return address(page["url_path"])
    return address(getattr(page, "url_path", page))


@register.filter
def clock(seconds: int) -> str:
    """Return a length as people read it on a player: 161 → 2:41."""
    return f"{seconds // 60}:{seconds % 60:02d}"


@register.filter
def missing(cards: list, columns: int) -> int:
    """Return how many cards would have to be twice as wide for the last row of this many columns to be full."""
    return -len(cards) % columns
