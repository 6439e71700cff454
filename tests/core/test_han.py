"""字数, as Word counts it."""

import pytest

from cms.core.han import count_words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("  \n\u3000\t ", 0),
        ("小院党课", 4),
        ("小院党课。", 5),
        ("三年讲了 36 堂，课后办结 21 件实事。", 16),
        ("三年讲了36堂", 6),
        ("growth rate 3.5%", 3),
        ("“两中心一平台”", 8),
        ("他说——好！", 6),
        ("等等……", 4),
        ("COVID-19期间", 3),
        ("第一段\n\n第二段", 6),
        ("２０２６年", 5),
        ("朱熹·诗", 4),
        ("𠮷野家", 3),
        ("a,b c", 2),
        ("don’t worry", 2),
    ],
)
def test_words_are_counted_as_word_counts_them(text, count):
    assert count_words(text) == count
