"""宣讲菜单, to read, to print and to take away."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cms.core import sheets
from cms.places.models import PlacePage, Tier
from lectures import menu as menus
from lectures.reading import Reading


@require_safe
def menu(request):
    """Show the menu of the city, or of the county that is asked for, as a page to print."""
    county = _county(request)
    title = f"{county.title if county else ''}宣讲菜单"
    themes = menus.by_theme(menus.dishes(county))
    context = {"page": Reading(title), "county": county, "themes": themes}
    return render(request, "lectures/menu.html", context)


@require_safe
def menu_xlsx(request):
    """Give the menu as a sheet."""
    data = menus.write(menus.dishes(_county(request)))
    return HttpResponse(
        data, content_type=sheets.TYPE, headers={"Content-Disposition": 'attachment; filename="menu.xlsx"'}
    )


def _county(request) -> PlacePage | None:
    """Return the county that the address asks for; 404 for one that there is not."""
    slug = request.GET.get("county", "")
    if not slug:
        return None
    county = PlacePage.objects.live().filter(tier=Tier.CENTRE, slug=slug).first()
    if county is None:
        raise Http404
    return county
