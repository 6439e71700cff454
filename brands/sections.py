"""What the brands' room shows on the home page and on a place's page."""

from django.apps import apps
from django.db.models import Q
from wagtail import hooks
from wagtail.models import Page

from brands.models import BrandProjectPage, CasePage, Honour, StoryPage
from cms.pages import page_cache
from cms.pages.models import HomePage
from cms.pages.sections import Figure, Section
from cms.places.made import at, below, made_here, newest
from cms.places.models import PlacePage

BEST = 6  # honours on the home page


@hooks.register("register_home_section")
def lead(home: HomePage) -> Section | None:
    """The one story the page begins with: the city's choice, else the newest brand, story or case."""
    if not (found := _lead_of(home)):
        return None
    kind, pk = found
    return Section("sections/lead.html", 10, span=7, limit=1, pages=apps.get_model(kind).objects.live().filter(pk=pk))


def _lead_of(home: HomePage) -> tuple:
    """Return the kind and pk of the lead, () while there is none."""
    return page_cache.kept(f"lead:{home.lead_id}", lambda: _find_lead(home.lead_id))


def _find_lead(chosen: int | None) -> tuple:
    page = Page.objects.live().filter(pk=chosen).first()
    if page and hasattr(page.specific_class, "card"):
        return page.specific_class._meta.label, page.pk
    for kind in (BrandProjectPage, StoryPage, CasePage):
        if page := newest(kind.objects).only("pk").first():
            return kind._meta.label, page.pk
    return ()


@hooks.register("register_home_section")
def brands(home: HomePage) -> Section:
    """Every brand but the one that leads the page."""
    others = newest(BrandProjectPage.objects).exclude(pk__in=_lead_of(home)[1:])
    return Section("sections/brands.html", 40, "品牌项目", "一县一特色", "/brands/", pages=others, limit=8)


@hooks.register("register_home_section")
def cases(home: HomePage) -> Section:
    return Section("sections/list.html", 60, "优秀案例", url="/cases/", span=6, pages=newest(CasePage.objects), limit=4)


@hooks.register("register_home_section")
def stories(home: HomePage) -> Section:
    pages = newest(StoryPage.objects)
    return Section("sections/list.html", 70, "身边故事", url="/stories/", span=6, pages=pages, limit=4)


@hooks.register("register_home_section")
def honours(home: HomePage) -> Section | None:
    rows = Honour.objects.rows()[:BEST]
    context = {"honours": list(rows)}
    return Section("sections/honours.html", 100, "荣誉", url="/honours/", span=5, context=context) if rows else None


@hooks.register("register_home_figure")
def brand_count(home: HomePage) -> Figure:
    return Figure(f"{BrandProjectPage.objects.live().count():,}", "个", "品牌项目", "按本站公布的篇目数")


@hooks.register("register_home_figure")
def case_count(home: HomePage) -> Figure:
    return Figure(f"{CasePage.objects.live().count():,}", "个", "案例经过三审公布", "按本站公布的篇目数")


@hooks.register("register_place_section")
def brands_here(place: PlacePage) -> Section:
    through = BrandProjectPage.places.through.objects.filter(placepage__path__range=below(place))
    done = Q(pk__in=through.values("brandprojectpage"))
    pages = BrandProjectPage.objects.filter(at(place) | done)
    shown = {"layout": "features", "item": "pages/items/brand.html", "limit": 2}
    return made_here(place, pages, slug="brands", order=20, title="品牌项目", **shown)


@hooks.register("register_place_section")
def cases_here(place: PlacePage) -> Section:
    return made_here(place, CasePage.objects.filter(at(place)), slug="cases", order=30, title="案例", span=6, limit=4)


@hooks.register("register_place_section")
def stories_here(place: PlacePage) -> Section:
    pages = StoryPage.objects.filter(at(place))
    return made_here(place, pages, slug="stories", order=40, title="身边故事", span=6, limit=4)


@hooks.register("register_place_section")
def honours_here(place: PlacePage) -> Section | None:
    rows = list(Honour.objects.rows().filter(place__path__range=below(place))[:BEST])
    return Section("sections/honours.html", 70, "荣誉", span=6, context={"honours": rows}) if rows else None
