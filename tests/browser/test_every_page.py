"""Every kind of public page and every page of the desk, on a phone, for everybody's eyes: accessible, and quiet.

The desk's pages are those of tests/scope/expected.toml, so a new one is looked at as soon as it has its line there.
That no script fails, nothing is against the policy and no other host is asked is what `people` watches for everywhere.
"""

import pytest
from wagtail.models import Page, PageViewRestriction, get_page_models

from brands.models import CasePage
from brands.nominations.models import Publicity
from cms.places.models import PlacePage, Tier
from tests import readers
from tests.browser.axe import COLOURS, violations
from tests.scope import town as towns
from tests.scope.filling import address_of
from tests.scope.test_every_address import EXPECTED, ROUTES
from tests.scope.walking import COLUMNS

FILES = (
    ".xlsx", "/scans/<int:scan_pk>/", "/attachments/<int:paper_pk>/", "/papers/<slug:name>/", "/packages/<int:pk>/",
    "/objections/<int:pk>/letter/",
)  # fmt: skip
GUIDES = {"desk/nominations/calls/<int:pk>/": "city_nominator"}  # who does something there, rather than only look
EMPTY = ("", "mine/", "inbox/", "review/", "review/log/", "submissions/", "nominations/")
SEARCHES = ("/search/", "/search/?q=党课", "/search/?q=没有这样的东西")
LISTS = ("/cases/?category=policy", "/cases/?category=customs", "/courses/?theme=1", "/honours/?year=2026")
FIXED = ("/gongshi/", "/corrections/", "/privacy/", "/desk/login/")


@pytest.fixture(scope="module")
def town(db):
    """A city with everything in it; 溪口村 alone asks for a password."""
    town = towns.build()
    PageViewRestriction.objects.update(page=town.city.xikou)
    for make in (readers.full_brand, readers.full_case, readers.full_story, readers.full_article, readers.full_course):
        make(town.city)
    return town


def reader_of(route) -> str:
    """Return the column of the first person who may open a page of the desk."""
    letters = EXPECTED["yanxi"][route.address].replace(" ", "")
    return GUIDES.get(route.address) or COLUMNS[letters.index("a")]


DESK = [
    route
    for route in ROUTES
    if route.address.startswith("desk/") and "a" in EXPECTED["yanxi"].get(route.address, "")[1:]
    and not route.address.endswith(FILES)
]  # fmt: skip


def looked_at(page, address: str, status: int = 200) -> list[str]:
    """Open a page and return what is wrong with it: as it is, in 高对比度, and in 长者模式 on a phone set to dark."""
    answer = page.goto(address)
    found = [] if answer.status == status else [f"answered {answer.status}"]
    found += violations(page) + wider(page)
    page.emulate_media(color_scheme="dark")  # the site has one look by day and by night; half of another is a mistake
    with_class(page, "elder")
    found += [f"长者模式: {one}" for one in violations(page) + wider(page)]
    with_class(page, "contrast")
    found += [f"高对比度: {one}" for one in violations(page, COLOURS)]
    page.emulate_media(color_scheme="light")
    return [f"{address}: {one}" for one in found]


def wider(page) -> list[str]:
    pixels = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"is {pixels} px wider than the screen"] if pixels else []


def with_class(page, name: str) -> None:
    """Show a page as a reader with this preference sees it."""
    page.evaluate("name => document.documentElement.className = name", name)


def test_every_page_of_the_desk(people, town):
    screens, wrong = {}, []
    for route in DESK:
        column = reader_of(route)
        if column not in screens:
            screens[column] = people.open(town.people[column])
        wrong += looked_at(screens[column], address_of(route, town.yanxi))

    assert len(DESK) > 30
    assert not wrong, "\n".join(wrong)


def test_the_desk_of_somebody_for_whom_nothing_waits(people, town):
    screen = people.open(town.people["superuser"])

    wrong = [line for address in EMPTY for line in looked_at(screen, f"/desk/{address}")]

    assert not wrong, "\n".join(wrong)


def one_of_each_kind() -> list[str]:
    """Return the address of one published page of every kind that there is, and of a place of every tier."""
    kinds = {model: model.objects.all() for model in get_page_models() if model is not Page}
    kinds[CasePage] = CasePage.objects.filter(honours__isnull=False)
    kinds |= {tier: PlacePage.objects.filter(tier=tier) for tier in (Tier.CENTRE, Tier.INSTITUTE, Tier.STATION)}
    found = {kind: pages.live().public().exclude(url_path="/").last() for kind, pages in kinds.items()}
    missing = [str(kind) for kind, page in found.items() if page is None]
    assert not missing, f"这些页面还没有样子可看：{missing}，请加到 tests/readers.py。"
    return [page.get_url() for page in found.values()]


def test_every_kind_of_public_page(people, town):
    screen = people.open()
    notice, county = f"/gongshi/{Publicity.objects.get().pk}/", town.yanxi.centre.get_url()
    addresses = [*one_of_each_kind(), notice, f"{county}cases/", town.city.xikou.get_url(), *SEARCHES, *LISTS, *FIXED]

    wrong = [line for address in addresses for line in looked_at(screen, address)]

    assert not wrong, "\n".join(wrong)


def test_what_the_elder_mode_says_otherwise(people, town):
    screen, person = people.open(elder=True), people.open(town.people["contributor"], elder=True)

    wrong = [*looked_at(screen, "/"), *looked_at(person, "/desk/")]

    assert not wrong, "\n".join(wrong)


def test_pages_for_when_something_goes_wrong(people, town):
    people.expect("status of 40[34]")
    screen = people.open()
    person = people.open(town.people["contributor"])

    wrong = [*looked_at(screen, "/no/such/page/", 404), *looked_at(person, "/desk/people/", 404)]

    assert not wrong, "\n".join(wrong)
