"""Everything that stands in the text is found, and nothing else: the recall of docs/search.md, on either database."""

from wagtail.models import Page

from cms.news.models import ArticlePage
from tests.search.conftest import TEXTS

WORDS = """
党课 小院党课 微党课 党 诗 课 林志强 林 黎源村 燕子窠 高苏坂 九曲溪 文明实践站 志愿服务 乡村振兴 筏工 竹排 夜校 生态茶园
5G基站 5g Wi-Fi覆盖 wi-fi 3.5% np.gov.cn gov 38堂 36-38堂 办酒不比排场 说：“办酒 一首诗，一支歌
"""
QUERIES = [*WORDS.split(), "党课 林志强", "志愿服务 乡村", "5G 山顶"]


def containing(query: str) -> set[str]:
    words = query.casefold().split()
    return {title for title, text in TEXTS.items() if all(word in f"{title} {text}".casefold() for word in words)}


def found(pages) -> set[str]:
    return {page.title for page in pages} & set(TEXTS)


def test_a_word_is_found_wherever_it_stands(articles):
    assert all(containing(query) for query in QUERIES), "the corpus should hold every word that we look for"

    assert {query: found(ArticlePage.objects.search(query)) for query in QUERIES} == {q: containing(q) for q in QUERIES}
    assert {query: found(Page.objects.search(query)) for query in QUERIES} == {q: containing(q) for q in QUERIES}


def test_characters_in_another_order_are_another_word(articles):
    for query in ("课党", "强志林", "源黎", "基站5G", "党课 燕子岩", "村黎源"):
        assert not ArticlePage.objects.search(query).results(), query


def test_full_width_letters_and_figures_are_the_same_letters_and_figures(articles):
    assert [page.title for page in ArticlePage.objects.search("５Ｇ基站")] == ["5G基站修到山顶"]


def test_titles_are_found_by_any_part_of_them(articles):
    for query in ("党课", "夜校", "高苏坂夜", "5G基", "茶山课", "上的"):
        assert found(Page.objects.autocomplete(query)) == {title for title in TEXTS if query in title}, query


def test_an_edited_page_is_found_by_its_new_words_only(articles):
    page = articles["建党百年诗会"]
    page.title = "百年歌会"
    page.save()

    assert page.pk in {hit.pk for hit in ArticlePage.objects.search("歌会")}
    assert page.pk not in {hit.pk for hit in ArticlePage.objects.search("建党")}


def test_a_deleted_page_is_no_longer_found(articles):
    articles["建党百年诗会"].delete()

    assert not ArticlePage.objects.search("建党").results()
