"""Title hits first, then the newest; the same on both databases."""

import datetime as dt

import pytest
from django.utils import timezone
from wagtail.models import Page

from cms.news.models import ArticleIndexPage, ArticlePage
from cms.places.founding import index_of
from tests import factories


@pytest.fixture
def news(city):
    """Three pieces: one with the word in its title, two with it in the text, published one day after another."""
    index = index_of(city.yanxi, ArticleIndexPage)

    def article(title, text, days_ago):
        published = timezone.now() - dt.timedelta(days=days_ago)
        body = [("paragraph", text)]
        return index.add_child(instance=ArticlePage(title=title, body=body, first_published_at=published))

    return [article("新近的一课", "说竹筏", 1), article("竹筏下水", "热闹", 9), article("早先的一课", "也说竹筏", 5)]


def titles(results):
    return [page.title for page in results]


def test_title_hits_come_first_then_the_newest(news):
    assert titles(Page.objects.search("竹筏")) == ["竹筏下水", "新近的一课", "早先的一课"]


def test_unpublished_pages_come_last(news):
    Page.objects.filter(title="新近的一课").update(first_published_at=None)

    assert titles(Page.objects.search("竹筏")) == ["竹筏下水", "早先的一课", "新近的一课"]


def test_a_list_keeps_its_own_order_where_relevance_is_not_asked_for(news):
    by_title = Page.objects.order_by("first_published_at").search("竹筏", order_by_relevance=False)

    assert titles(by_title) == ["竹筏下水", "早先的一课", "新近的一课"]


def test_the_score_tells_title_hits_from_the_others(news):
    scores = {page.title: page.score for page in Page.objects.search("竹筏").annotate_score("score")}

    assert scores == {"竹筏下水": 1.0, "新近的一课": 0.0, "早先的一课": 0.0}


def test_slices_and_counts_agree(news):
    results = Page.objects.search("竹筏")

    assert results.count() == 3
    assert titles(results[1:3]) == ["新近的一课", "早先的一课"]


def test_pictures_are_ordered_by_the_day_they_came(city):
    first, second = factories.image("竹筏一"), factories.image("竹筏二")

    assert [image.pk for image in type(first).objects.search("竹筏")] == [second.pk, first.pk]
