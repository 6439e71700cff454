"""The news of the home page and of a place's page."""

from wagtail import hooks

from cms.news.models import ArticlePage
from cms.pages.models import HomePage
from cms.pages.sections import Section
from cms.places.made import at, made_here, newest
from cms.places.models import PlacePage


@hooks.register("register_home_section")
def news(home: HomePage) -> Section:
    return Section("sections/news.html", 90, "资讯", url="/news/", span=7, pages=newest(ArticlePage.objects), limit=6)


@hooks.register("register_place_section")
def news_here(place: PlacePage) -> Section:
    pages = ArticlePage.objects.filter(at(place))
    return made_here(place, pages, slug="news", order=60, title="资讯", template="sections/news.html", span=6, limit=6)
