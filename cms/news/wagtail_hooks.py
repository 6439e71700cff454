from wagtail import hooks

from cms.news import sections  # noqa: F401 - registers them
from cms.news.models import ArticleIndexPage, ArticlePage
from cms.news.retelling import article_of
from cms.places.founding import SectionSpec
from cms.review.listings import listing


@hooks.register("register_section")
def news_section():
    return SectionSpec(ArticleIndexPage, "资讯", "news", 60)


@hooks.register("register_admin_viewset")
def news_listing():
    return listing(ArticlePage, "资讯", "doc-empty", 170)


@hooks.register("register_draft_from_record")
def record_article():
    return {"slug": "article", "label": "写成一条资讯", "order": 20, "begin": article_of}
