"""The table is reviewed by people; these rules hold whatever somebody writes into it."""

import pytest

from tests.scope.filling import about_a_county
from tests.scope.test_every_address import EXPECTED, ROUTES
from tests.scope.walking import COLUMNS, MEANINGS

# What anybody may read without signing in, and why.
PUBLIC = {
    "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/": "for a page's password",
    "documents/authenticate_with_password/<int:restriction_id>/": "Wagtail's form for a collection's password",
    "admin/jsi18n/": "the words of Wagtail's scripts",
    "admin/sprite/": "Wagtail's icons",
    "corrections/": "更正记录",
    "desk/login/": "signing in",
    "gongshi/": "公示",
    "gongshi/<int:pk>/": "公示",
    "lectures/ask/": "点单",
    "lectures/wish/": "我想听",
    "lectures/calendar/": "宣讲日历",
    "lectures/sheets/<int:pk>/<int:year>/<int:month>/": "a month of it at one place, to print",
    "lectures/menu/": "宣讲菜单",
    "lectures/menu.xlsx": "宣讲菜单",
    "privacy/": "what the city says about privacy",
    "livez": "for the machine that watches",
    "robots.txt": "for search engines",
    "search/": "search",
    "sitemap.xml": "for search engines",
    "sitemap-<slug:section>.xml": "for search engines",
}
# What people of another county may open though the address names something of this one, and why.
SHARED = {
    **PUBLIC,
    "admin/choose-page/<int:parent_page_id>/": "the chooser offers what is published, to link to",
    "admin/choose-page/chosen-multiple/": "answers nothing about a page that is not offered",
    "admin/images/chooser/chosen-multiple/": "answers nothing about a picture that may not be chosen",
    "admin/documents/chooser/chosen-multiple/": "answers nothing about a document that may not be chosen",
    "admin/workflows/task_chooser/<int:task_id>/": "a step of review is the whole city's",
    "desk/places/<int:pk>/coverage/": "coverage is public",
    "desk/nominations/calls/<int:call_pk>/cases/": "the call is the city's; the cases are those of one's own county",
}
VOCABULARIES = "admin/snippets/"  # the city's own words, in the choosers of every editor
OURS = ("contributor", "checker", "editor", "reviewer", "nominator", "manager")


def cell(county: str, address: str, column: str) -> str:
    return EXPECTED[county][address].replace(" ", "")[COLUMNS.index(column)]


def admin_of(column: str) -> set[str]:
    """Return the addresses of /admin/ that somebody in this column opens, about either county."""
    rows = [(county, address) for county in EXPECTED for address in EXPECTED[county] if address.startswith("admin/")]
    return {address for county, address in rows if cell(county, address, column) == "a"}


def test_every_address_has_its_line_and_every_line_its_address():
    about = {route.address for route in ROUTES if about_a_county(route)}
    missing = {route.address for route in ROUTES} - EXPECTED["yanxi"].keys()
    missing |= about - EXPECTED["zhuling"].keys()
    left_over = (EXPECTED["yanxi"].keys() - {route.address for route in ROUTES}) | (EXPECTED["zhuling"].keys() - about)

    assert not missing, f"这些网址还没有写进 tests/scope/expected.toml：{sorted(missing)}"
    assert not left_over, f"tests/scope/expected.toml 里这些网址已经没有了，请删掉：{sorted(left_over)}"


def test_every_cell_has_a_meaning():
    for rows in EXPECTED.values():
        for address, letters in rows.items():
            plain = letters.replace(" ", "")
            assert len(plain) == len(COLUMNS) and set(plain) <= set(MEANINGS), address


def test_what_is_open_to_everybody_is_meant_to_be():
    open_to_all = {address for rows in EXPECTED.values() for address in rows if rows[address].startswith("a")}

    assert open_to_all == set(PUBLIC)


def test_another_county_opens_nothing():
    opened = {
        (county, address, column)
        for county, columns in (("yanxi", ("outsider",)), ("zhuling", OURS))
        for address in EXPECTED["zhuling"]  # the addresses that differ from county to county
        for column in columns
        if cell(county, address, column) == "a" and address not in SHARED and not address.startswith(VOCABULARIES)
    }

    assert not opened


def test_nothing_ends_in_an_error_but_the_page_that_wagtail_made_for_it():
    errors = {address for rows in EXPECTED.values() for address in rows if "e" in rows[address]}

    assert errors == {"admin/failwhale/"}


@pytest.mark.parametrize("column", ["contributor", "nominator", "manager"])
def test_who_edits_nothing_never_enters_the_admin(column):
    assert not admin_of(column) - set(PUBLIC)


@pytest.mark.parametrize("column", ["city_nominator", "city_manager"])
def test_who_keeps_the_calls_finds_nothing_else_there(column):
    """The signer has the right to enter and nothing more: what is left over is what that right alone opens."""
    calls = {address for address in admin_of("city_editor") if address.startswith("admin/calls/")}

    assert calls
    assert admin_of(column) == admin_of("signer") | calls
