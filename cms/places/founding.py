"""Laying the tree: a city with its sections, counties with theirs, and the places below."""

from dataclasses import dataclass

from django.db import transaction
from wagtail import hooks
from wagtail.models import Page, Site

from cms.pages.models import HomePage, IndexPage
from cms.places import groups
from cms.places.models import PlacePage, Tier


@dataclass(frozen=True)
class SectionSpec:
    """A section that the city and, with `counties`, every county has (hook `register_section`)."""

    model: type[Page]
    title: str
    slug: str
    order: int
    counties: bool = True
    menu: bool = True


def section_specs() -> list[SectionSpec]:
    """Return every registered section, in the order of the menu."""
    return sorted((spec() for spec in hooks.get_hooks("register_section")), key=lambda spec: spec.order)


@transaction.atomic
def found_city(name: str, *, hostname: str = "127.0.0.1", port: int = 8000, site_name: str = "") -> HomePage:
    """Make the home page of a new site with every section, in place of Wagtail's welcome page."""
    Page.objects.filter(depth=2).delete()
    root = Page.get_first_root_node()
    home = root.add_child(instance=HomePage(title=name, slug="home"))
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": hostname, "port": port, "root_page": home, "site_name": site_name or name},
    )
    for spec in section_specs():
        home.add_child(instance=spec.model(title=spec.title, slug=spec.slug, show_in_menus=spec.menu))
    groups.access_for(home)
    for after in hooks.get_hooks("after_found_city"):
        after(home)
    return home


@transaction.atomic
def found_county(home: HomePage, name: str, slug: str, **fields) -> PlacePage:
    """Make a county centre with the sections that counties have, its group and its collection."""
    county = home.add_child(instance=PlacePage(title=name, slug=slug, tier=Tier.CENTRE, **fields))
    for spec in section_specs():
        if spec.counties:
            county.add_child(instance=spec.model(title=spec.title, slug=spec.slug))
    groups.access_for(county)
    return county


def index_of(owner: Page, model: type[IndexPage]) -> IndexPage:
    """Return the section of a kind directly below its owner (the city or a county)."""
    return model.objects.child_of(owner).get()
