"""Every block shows its editor what it will look like."""

import pytest
from django.urls import reverse

from brands.models import BrandProjectPage, CasePage, StoryPage
from cms.news.models import ArticlePage

SEEN = {
    "paragraph": "傍晚收了工", "heading": "一张八仙桌", "picture": "上埔村古厝天井", "quote": "散了还不肯走",
    "figure": "截至2026年6月30日，签到簿", "coverage": "2026年3月2日", "author": "撰稿 陈秋生",
}  # fmt: skip


def every_block():
    """Return the blocks of every stream of every kind of page, by name."""
    streams = [
        (CasePage, ("figures_body", "pictures_body", "authors", "coverage")), (StoryPage, ("body",)),
        (BrandProjectPage, ("figures_body", "pictures_body")), (ArticlePage, ("body",)),
    ]  # fmt: skip
    blocks = {}
    for model, fields in streams:
        for field in fields:
            blocks |= model._meta.get_field(field).stream_block.child_blocks
    return blocks


def test_the_list_below_names_every_block():
    assert set(SEEN) == set(every_block())


@pytest.mark.parametrize("name", SEEN)
def test_a_block_is_shown_with_words_of_its_own(city, as_user, name):
    block = every_block()[name]
    assert block.is_previewable

    response = as_user(city.superuser).get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})

    assert response.status_code == 200
    html = response.content.decode()
    assert SEEN[name] in html
    assert "css/article.css" in html
    assert "style=" not in html
