"""A piece of news that begins from the record of a lecture."""

from django.db import transaction

from cms.news.models import ArticleIndexPage, ArticlePage, Column
from cms.review.beginning import begin


@transaction.atomic
def article_of(*, told, place, user) -> ArticlePage:
    """Begin an article of the place from what was told (title, summary, body)."""
    page = ArticlePage(title=told.title, summary=told.summary, place=place, column=Column.ACTIVITY, body=told.body)
    return begin(page, index_class=ArticleIndexPage, user=user)
