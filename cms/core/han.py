"""Counting Chinese text the way people here count it: 字数 as Word and WPS show it."""

import re
import unicodedata

# One each: Han characters, kana, Korean syllables and all full-width or CJK punctuation. 〇 and 々 are Han too.
# Curly quotes, dashes, ellipsis and middle dot are one each between Chinese, as East Asian fonts set them.
WIDE = (
    "\u1100-\u11ff\u2e80-\u2fdf\u3001-\u312f\u3130-\u318f\u31a0-\u31bf\u31c0-\u33ff\u3400-\u4dbf\u4e00-\u9fff"
    "\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uffef\U00020000-\U0003ffff"
    "\u2014\u2018\u2019\u201c\u201d\u2026\u00b7"
)
COUNTED = re.compile(rf"(?:[A-Za-z]\u2019(?=[A-Za-z])|[^\s{WIDE}])+|[{WIDE}]")


def count_words(text: str) -> int:
    """Return the 字数 of a text: one for every Han character, Chinese punctuation mark, Latin word and number.

    Spaces and line breaks count nothing. A run such as `3.5%`, `COVID-19` or `don’t` is one.
    """
    return len(COUNTED.findall(unicodedata.normalize("NFC", text)))
