"""Addresses that can be read out: pinyin, in small letters."""

from django.utils.text import slugify
from pypinyin import Style, lazy_pinyin

LONGEST = 60


def pinyin_slug(title: str) -> str:
    """Return an ASCII slug of a Chinese title, e.g. 小院党课 → `xiao-yuan-dang-ke`; at most 60 characters."""
    slug = slugify("-".join(lazy_pinyin(title, style=Style.NORMAL)))
    if len(slug) <= LONGEST:
        return slug
    return slug[:LONGEST].rsplit("-", 1)[0]
