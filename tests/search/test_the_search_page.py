"""/search/: results of every kind with the words marked, narrowed, counted and paged."""

import pytest
from django.utils import timezone
from wagtail.search.index import insert_or_update_object as index_object

from cms.news.models import ArticleIndexPage, ArticlePage
from cms.places.founding import index_of
from tests import factories


def ask(client, **query):
    response = client.get("/search/", query)
    assert response.status_code == 200
    return response


def found(response) -> list[str]:
    results = response.context["page_of_results"]
    return [result.title.replace("<mark>", "").replace("</mark>", "") for result in results]


@pytest.fixture
def case(city):
    return factories.publish(factories.case(city.contributor, city.shangpu), city)


def test_results_of_every_kind_are_listed_with_their_words_marked(articles, case, client):
    response = ask(client, q="党课")

    assert found(response)[:2] == ["一座古厝的三十六堂党课", "小院党课走进黎源村"]
    page = response.content.decode()
    assert "三十六堂<mark>党课</mark>" in page
    assert "听微<mark>党课</mark>" in page
    assert f'href="{case.url}"' in page


def test_a_village_finds_its_page_and_what_happened_there(case, client):
    assert found(ask(client, q="上埔村")) == ["上埔村", "一座古厝的三十六堂党课"]


def test_a_keyword_finds_the_pages_that_carry_it(articles, client):
    page = articles["移风易俗说理会"]
    page.tags.add("零彩礼")
    page.save()
    index_object(page)  # as the worker does once the keywords are stored

    assert found(ask(client, q="零彩礼")) == ["移风易俗说理会"]


def test_only_what_is_published_is_found(city, client):
    factories.case(city.contributor, city.shangpu, title="还没写完的一课")

    assert found(ask(client, q="还没写完")) == []


def test_a_private_page_is_not_found(articles, client):
    articles["小院党课走进黎源村"].view_restrictions.create(restriction_type="login")

    assert "小院党课走进黎源村" not in found(ask(client, q="党课"))


def test_the_answer_can_be_narrowed_and_every_choice_says_how_many(articles, case, client, city):
    cases = ask(client, q="党课", kind="cases")
    assert found(cases) == ["一座古厝的三十六堂党课"]
    assert [(choice.label, choice.count) for choice in cases.context["answer"].kind_choices()] == [
        ("全部", 3),
        ("优秀案例", 1),
        ("资讯", 2),
    ]

    assert found(ask(client, q="党课", county="zhuling")) == []
    assert len(found(ask(client, q="党课", county="yanxi"))) == 3
    assert found(ask(client, q="党课", year=str(timezone.localdate().year))) == ["一座古厝的三十六堂党课"]


def test_an_unknown_kind_county_or_year_narrows_nothing(case, client):
    assert found(ask(client, q="党课", kind="x", county="'", year="1e9", page="-7")) == ["一座古厝的三十六堂党课"]


def test_long_answers_are_paged(city, client):
    index = index_of(city.yanxi, ArticleIndexPage)
    for number in range(23):
        index.add_child(instance=ArticlePage(title=f"宣讲进村第{number}场"))

    first, second, beyond = (ask(client, q="宣讲进村", page=page) for page in ("", "2", "99"))

    assert (len(found(first)), len(found(second)), len(found(beyond))) == (20, 3, 3)
    assert not set(found(first)) & set(found(second))
    assert "共 2 页" in first.content.decode()


def test_what_is_typed_stays_in_the_box_and_is_never_markup(articles, client):
    page = ask(client, q='"><script>alert(1)</script> 党课').content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; 党课" in page


@pytest.mark.parametrize("words", ['"', "' OR 1=1 --", "%", "党" * 2000, "a" * 2000, "\u200b", "😀", "(", "党课*"])
def test_no_words_are_an_error(articles, client, words):
    ask(client, q=words)


def test_a_nul_byte_is_answered_politely(client, db):
    response = client.get("/search/?q=%00")

    assert response.status_code == 400
    assert "<html" in response.content.decode()


@pytest.mark.parametrize(
    ("words", "suggestion"),
    [("上铺村", "上埔村"), ("shangpu", "上埔村"), ("古错的党课", "一座古厝的三十六堂党课"), ("九曲西镇", "九曲溪镇")],
)
def test_when_nothing_is_found_the_nearest_names_are_suggested(case, client, words, suggestion):
    response = ask(client, q=words)

    assert found(response) == []
    assert suggestion in [one.label for one in response.context["near"]]
    assert suggestion in response.content.decode()


def test_several_words_that_found_nothing_are_offered_one_by_one(case, client):
    response = ask(client, q="党课 火箭")

    assert response.context["shorter"] == ["党课", "火箭"]


def test_an_unpublished_title_is_not_suggested(city, client):
    factories.case(city.contributor, city.shangpu, title="还没写完的党课")

    assert ask(client, q="没写完的党克").context["near"] == []


def test_without_words_the_page_says_how_to_ask(city, client):
    for words in ("", "   ", "……"):
        assert "怎么找" in ask(client, q=words).content.decode()


def test_the_answer_is_never_kept(case, client):
    assert "no-store" in ask(client, q="党课")["Cache-Control"]


@pytest.mark.parametrize("words", ["", "党课", "上铺村"])
def test_a_search_asks_the_database_at_most_eight_times(articles, client, words, django_assert_max_num_queries):
    ask(client, q="党课")  # what is kept is kept by now

    with django_assert_max_num_queries(8):
        ask(client, q=words)


def test_more_results_need_no_more_queries(articles, client, django_assert_num_queries):
    ask(client, q="夜校")
    with django_assert_num_queries(4):
        ask(client, q="夜校")  # one result
    with django_assert_num_queries(4):
        ask(client, q="说")  # three
