"""A piece of news, as its readers see it."""

from types import SimpleNamespace

import pytest

from tests import markup, readers


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker):
    with readers.for_a_module(django_db_blocker) as city:
        yield SimpleNamespace(city=city, pages={count: readers.full_article(city, count) for count in (1, 3)})


def test_everything_in_it_is_shown(made, db, client):
    html = client.get(made.pages[3].url).content.decode()

    for words in (
        "年货圩上的春联摊", "要闻", "来源 云麓市融媒体中心", "七点半开讲", "2026年2月，上埔村", "（上埔村实践站）",
        "我听不见，别人听得见。",
        "更正2。", "终审 市级终审", "接着看", "另一条3",
    ):  # fmt: skip
        assert words in html
    assert markup.faults(html) == []


def test_what_others_read_next_is_of_the_same_county(made, db, client):
    html = client.get(made.pages[1].url).content.decode()

    assert html.count('<li class="card">') == 3


@pytest.mark.parametrize("count", [1, 3])
def test_it_takes_the_same_few_queries_however_long_it_is(made, db, client, count, django_assert_num_queries):
    client.get(made.pages[count].url)

    with django_assert_num_queries(6):
        assert client.get(f"{made.pages[count].url}?again").status_code == 200
