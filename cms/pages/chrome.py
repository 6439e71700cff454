"""What stands around every public page: the site's names, the menu and the foot. Kept until something changes."""

from dataclasses import dataclass, field

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from wagtail.models import Page, Site

from cms.pages import page_cache
from cms.pages.models import SiteSettings

UNITS = (("host", "主办"), ("operator", "承办"), ("support", "技术支持"))
CONTACTS = (("address", "地址"), ("hotline", "值班电话"), ("email", "邮箱"))
NUMBERS = (("icp_number", ""), ("police_number", ""), ("site_code", "网站标识码"))
REGISTERS = {
    "icp_number": "https://beian.miit.gov.cn/",
    "police_number": "https://beian.mps.gov.cn/",
}  # to be linked by rule


@dataclass(frozen=True)
class MenuItem:
    """One word of the menu; sections that share a label (宣讲课程, 宣讲师) are one item."""

    label: str
    url: str
    slugs: tuple[str, ...]


@dataclass(frozen=True)
class Chrome:
    """The site as every page needs it; lists hold (label, text) pairs, blank ones left out."""

    name: str = "讲好"
    motto: str = ""
    city: str = ""
    menu: list[MenuItem] = field(default_factory=list)
    units: list[tuple[str, str]] = field(default_factory=list)
    contacts: list[tuple[str, str]] = field(default_factory=list)
    numbers: list[tuple[str, str, str]] = field(default_factory=list)  # label, number, address of the register
    has_privacy: bool = False

    @property
    def host(self) -> str:
        return dict(self.units).get("主办", "")

    @property
    def hotline(self) -> str:
        return dict(self.contacts).get("值班电话", "")


def chrome_of(request: HttpRequest) -> Chrome:
    """Return the chrome of the request's site."""
    site = Site.find_for_request(request)
    if site is None:
        return Chrome()
    return page_cache.kept(f"chrome:{site.pk}", lambda: _make(site))


def chrome(request: HttpRequest) -> dict:
    """Give every template the chrome as `chrome` (a context processor); it is made when first used."""
    return {"chrome": SimpleLazyObject(lambda: chrome_of(request))}


def _make(site: Site) -> Chrome:
    settings = SiteSettings.for_site(site)

    def filled(pairs):
        return [(label, getattr(settings, name)) for name, label in pairs if getattr(settings, name)]

    return Chrome(
        name=site.site_name or site.root_page.title,
        motto=settings.motto,
        city=site.root_page.title,
        menu=_menu(site.root_page),
        units=filled(UNITS),
        contacts=filled(CONTACTS),
        numbers=[
            (label, getattr(settings, name), REGISTERS.get(name, ""))
            for name, label in NUMBERS
            if getattr(settings, name)
        ],
        has_privacy=bool(settings.privacy),
    )


def _menu(home: Page) -> list[MenuItem]:
    sections = Page.objects.child_of(home).live().in_menu().order_by("path")
    items: dict[str, MenuItem] = {}
    for section in sections:
        label = getattr(section.specific_class, "menu_label", "") or section.title
        first = items.get(label)
        url = first.url if first else f"/{section.slug}/"
        items[label] = MenuItem(label, url, (*(first.slugs if first else ()), section.slug))
    return list(items.values())
