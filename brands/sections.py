"""What the brands' room shows on the home page and on a place's page."""

from django.apps import apps
from django.db.models import Q
from wagtail import hooks
from wagtail.models import Page

from brands.models import BrandProjectPage, CasePage, Honour, StoryPage
from cms.pages import page_cache
from cms.pages.models import HomePage
from cms.pages.sections import Figure, Section
from cms.places.made import at, made_here, newest
from cms.places.models import PlacePage

BEST = 6  # honours on the home page


@hooks.register("register_home_section")
def lead(home: HomePage) -> Section | None:
    """The one story the page begins with: the city's choice, else the newest brand, story or case."""
    found = page_cache.kept(f"lead:{home.lead_id}", lambda: _lead(home.lead_id))
    if not found:
        return None
    kind, pk = found
    return Section("sections/lead.html", 10, span=7, limit=1, pages=apps.get_model(kind).objects.live().filter(pk=pk))


def _lead(chosen: int | None) -> tuple:
    page = Page.objects.live().filter(pk=chosen).first()
    if page and hasattr(page.specific_class, "card"):
        return page.specific_class._meta.label, page.pk
    for kind in (BrandProjectPage, StoryPage, CasePage):
        if page := newest(kind.objects).only("pk").first():
            return kind._meta.label, page.pk
    return ()


@hooks.register("register_home_section")
def brands(home: HomePage) -> Section:
    return Section(
        "sections/brands.html", 40, "品牌项目", "一县一特色", "/brands/", pages=newest(BrandProjectPage.objects), limit=8
    )


@hooks.register("register_home_section")
def cases(home: HomePage) -> Section:
    return Section("sections/rows.html", 60, "优秀案例", url="/cases/", span=6, pages=newest(CasePage.objects), limit=4)


@hooks.register("register_home_section")
def stories(home: HomePage) -> Section:
    return Section("sections/rows.html", 70, "身边故事", url="/stories/", span=6, pages=newest(StoryPage.objects), limit=4)


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
    through = BrandProjectPage.places.through.objects.filter(placepage__path__startswith=place.path)
    done = Q(pk__in=through.values("brandprojectpage"))
    pages = BrandProjectPage.objects.filter(at(place) | done)
    return made_here(place, pages, slug="brands", order=20, title="品牌项目", template="sections/grid.html", limit=4)


@hooks.register("register_place_section")
def cases_here(place: PlacePage) -> Section:
    return made_here(place, CasePage.objects.filter(at(place)), slug="cases", order=30, title="案例", span=6, limit=4)


@hooks.register("register_place_section")
def stories_here(place: PlacePage) -> Section:
    return made_here(place, StoryPage.objects.filter(at(place)), slug="stories", order=40, title="身边故事", span=6, limit=4)


@hooks.register("register_place_section")
def honours_here(place: PlacePage) -> Section | None:
    rows = list(Honour.objects.rows().filter(place__path__startswith=place.path)[:BEST])
    return Section("sections/honours.html", 70, "荣誉", span=6, context={"honours": rows}) if rows else None
