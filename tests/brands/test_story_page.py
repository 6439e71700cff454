"""A story, as its readers see it."""

from types import SimpleNamespace

import pytest

from brands.models import StoryPage
from tests import markup, readers


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker):
    with readers.for_a_module(django_db_blocker) as city:
        alias = readers.full_story(city, 1, "冰箱上的值班表", person="叶家五口", is_alias=True)
        yield SimpleNamespace(
            city=city, alias=alias, pages={count: readers.full_story(city, count) for count in (1, 3)}
        )


@pytest.fixture
def html(made, db, client):
    return client.get(made.pages[3].url).content.decode()


def test_everything_in_it_is_shown(html):
    for words in (
        "搬凳子的人", "身边好人", "腿酸了，人就走了。", "郑友福", "七点半开讲", "<h2>小标题</h2>",
        "我听不见，别人听得见。", "2026年3月，上埔村",
        "（上埔村实践站）", "更正3。", "终审 市级终审", "接着看",
    ):  # fmt: skip
        assert words in html


def test_the_markup_is_sound(html):
    assert markup.faults(html) == []


@pytest.mark.parametrize("count", [1, 3])
def test_it_takes_the_same_few_queries_however_long_it_is(made, db, client, count, django_assert_num_queries):
    client.get(made.pages[count].url)

    with django_assert_num_queries(6):
        assert client.get(f"{made.pages[count].url}?again").status_code == 200


def test_an_alias_is_said_to_be_one(made, db, client, html):
    assert "“叶家五口”是化名" in client.get(made.alias.url).content.decode()
    assert "化名" not in html


def test_how_consent_was_given_is_nobody_s_business(made, db, client):
    story = StoryPage.objects.get(pk=made.pages[1].pk)
    story.consent_note = "2026年2月登门口头同意"
    story.save()

    assert "登门" not in client.get(story.url).content.decode()


def test_a_cover_that_stands_in_the_text_is_not_shown_twice(made, db, client):
    story = StoryPage.objects.get(pk=made.pages[1].pk)
    story.cover = next(block.value["image"] for block in story.body if block.block_type == "picture")
    story.save()

    html = client.get(story.url).content.decode()

    assert html[html.index("<article") : html.index("</article>")].count("<figure") == 1
