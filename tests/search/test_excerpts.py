"""The words of a search, marked where they stand; no markup of anybody else gets through."""

import pytest

from cms.search.excerpts import BEFORE, LENGTH, Words
from cms.search.spelling import spelled, spelled_query, unspelled


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("党课", "小院党课", "小院<mark>党课</mark>"),
        ("党课 小院", "小院里的党课", "<mark>小院</mark>里的<mark>党课</mark>"),
        ("小院党课", "小院“党课”开讲", "<mark>小院“党课</mark>”开讲"),
        ("5g", "5G基站和15G", "<mark>5G</mark>基站和15G"),
        ("５Ｇ", "修到山顶的5G", "修到山顶的<mark>5G</mark>"),
        ("5G", "修到山顶的５Ｇ", "修到山顶的<mark>５Ｇ</mark>"),
        ("党课", "<b>党课</b> & 茶", "&lt;b&gt;<mark>党课</mark>&lt;/b&gt; &amp; 茶"),
        ("<script>", "<script>党课", "&lt;<mark>script</mark>&gt;党课"),
        ("党", "没有", "没有"),
        ('"', "没有", "没有"),
        (".*", "没有", "没有"),
    ],
)
def test_words_are_marked_and_everything_else_is_text(query, text, marked):
    assert Words(query).marked(text) == marked


def test_an_excerpt_begins_with_the_sentence_of_the_first_word():
    text = "第一句不相干。" * 10 + "傍晚时分党课开讲，来了三十个人。" + "后面还有很多话。" * 30

    assert Words("党课").excerpt(text).startswith("…傍晚时分<mark>党课</mark>开讲")
    assert Words("党课").excerpt(text).endswith("…")


def test_in_a_sentence_without_end_an_excerpt_begins_a_few_characters_before():
    excerpt = Words("党课").excerpt("甲" * 500 + "党课" + "乙" * 500)

    assert excerpt.startswith("…" + "甲" * BEFORE + "<mark>党课</mark>")
    assert len(excerpt.replace("<mark>", "").replace("</mark>", "")) == LENGTH + 2


def test_without_the_word_an_excerpt_is_the_beginning():
    assert Words("党课").excerpt("从头说起。") == "从头说起。"
    assert Words("党课").excerpt("") == ""


@pytest.mark.parametrize("text", ["党课", "5G基站", "Wi-Fi 覆盖，3.5%", "a_b", "", " 空 格 ", "《书名》·“引”"])
def test_what_was_written_is_read_back_from_the_index(text):
    assert unspelled(spelled(text)) == text


def test_spelling_parts_every_character_of_chinese_and_every_mark():
    assert spelled("5G基站") == "5G|基|站"
    assert spelled("36-38堂") == "36|-|38|堂"
    assert spelled("微党课|乡音") == spelled("微党课｜乡音")
    assert spelled_query("“党课” 5G！") == "党|课 5G"
    assert spelled_query("……，") == ""
