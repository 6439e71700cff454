from wagtail import hooks

from cms.news.models import ArticleIndexPage
from cms.places.founding import SectionSpec


@hooks.register("register_section")
def news_section():
    return SectionSpec(ArticleIndexPage, "资讯", "news", 60)
