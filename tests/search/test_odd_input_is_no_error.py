"""Whatever is typed, the answer is results or none."""

import pytest
from wagtail.models import Page

from media.models import CustomImage
from tests import factories

MARKS = """
" "" "党课 党"课" ' ''; -- \\ \\' * 党* ( {title} title:党 ^党 -党 +
& | 党|课 ! <-> :* 党:* % %s %党% _ ？ …… 😀 𬭎 ﬁ é <script>
"""
SYNTAX = [
    "党 AND",
    "NOT 党",
    "OR",
    "NEAR(党 课)",
    "党 -课",
    "{{ 7 }}",
    " ",
    "　",
    "\u200b",
    "\x00",
    "党\x00课",
    "𬭎 党课",
]
LONG = ["党课" * 1000, "a" * 2000, '"' * 2000, "党 课 " * 500]
ODD = [*MARKS.split(), *SYNTAX, *LONG]


def test_odd_input_finds_or_finds_not(articles):
    for query in ODD:
        for results in (Page.objects.live().search(query), Page.objects.live().autocomplete(query)):
            assert len(list(results)) == results.count(), query


def test_marks_around_a_word_do_not_matter(articles):
    expected = {page.title for page in Page.objects.search("党课")}

    assert expected
    for query in ('"党课"', "（党课）", "党课？", "·党课·", "《党课》"):
        assert {page.title for page in Page.objects.search(query)} == expected, query


@pytest.mark.parametrize(
    "address", ["/admin/pages/{pk}/", "/admin/pages/search/", "/admin/images/", "/admin/choose-page/"]
)
def test_the_lists_of_admin_search_without_error(articles, city, as_user, address):
    factories.image()
    client = as_user(city.superuser)

    for query in ('"', '党课"', "' OR 1=1", "党课"):
        assert client.get(address.format(pk=city.yanxi.pk), {"q": query}).status_code == 200, query


def test_the_explorer_and_the_pictures_find_chinese(articles, city, as_user):
    factories.image("古厝里的党课")
    client = as_user(city.superuser)

    assert "小院党课走进黎源村" in client.get(f"/admin/pages/{city.home.pk}/", {"q": "党课"}).content.decode()
    assert "古厝里的党课" in client.get("/admin/images/", {"q": "党课"}).content.decode()
    assert [image.title for image in CustomImage.objects.search("党课")] == ["古厝里的党课"]
