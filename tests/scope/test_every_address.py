"""Every address × everybody: who reads what, as the table in expected.toml says."""

import tomllib
from collections import defaultdict
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.scope.filling import about_a_county, address_of
from tests.scope.routes import every_route
from tests.scope.town import SECRETS
from tests.scope.walking import COLUMNS, asked, client_of, leaked, letter

pytestmark = pytest.mark.django_db

TABLE = Path(__file__).with_name("expected.toml")
EXPECTED = tomllib.loads(TABLE.read_text())
ROUTES = every_route()


def area_of(route) -> str:
    """Return the part of the site that a route is listed under."""
    parts = [part for part in route.address.split("/") if part]
    if parts[:1] == ["admin"]:
        return "admin " + (parts[1] if len(parts) > 1 and "<" not in parts[1] else "home")
    return parts[0] if parts[:1] in (["desk"], ["documents"], ["gongshi"], ["lectures"]) else "public"


AREAS = defaultdict(list)
for _route in ROUTES:
    AREAS[area_of(_route)].append(_route)


@pytest.fixture(scope="module")
def clients(town):
    return {name: client_of(user) for name, user in town.people.items()}


@pytest.mark.parametrize("county", ["yanxi", "zhuling"])
@pytest.mark.parametrize("area", sorted(AREAS))
def test_everybody_reads_what_the_table_says(town, clients, area, county):
    wrong, leaks = [], []
    for route in AREAS[area]:
        if county == "zhuling" and not about_a_county(route):
            continue
        address = address_of(route, getattr(town, county))
        answers = {name: asked(clients[name], "GET", address) for name in COLUMNS}
        found = "".join(letter(answer) for answer in answers.values())
        expected = EXPECTED.get(county, {}).get(route.address, "")
        if found != expected.replace(" ", ""):
            wrong.append(f'"{route.address}" = "{found}"  # 表里是 {expected or "（没有这一行）"}')
        leaks += [f"{name} {address}：{words}" for name, answer in answers.items() for words in leaked(answer, name)]
    assert not leaks, "有人读到了别的县没有公开的东西：\n" + "\n".join(leaks)
    assert not wrong, f"[{county}] 有 {len(wrong)} 行和 tests/scope/expected.toml 不一样：\n" + "\n".join(wrong)


@pytest.mark.parametrize("column", ["contributor", "editor", "outsider"])
def test_searching_for_it_does_not_find_it_either(town, clients, column):
    leaks = []
    for route in ROUTES:
        if about_a_county(route):
            continue
        for secret in SECRETS.values():
            address = address_of(route, town.yanxi) + "?" + urlencode({"q": secret[:4], "search": secret[:4]})
            leaks += [f"{address}：{words}" for words in leaked(asked(clients[column], "GET", address), column)]
    assert not leaks, f"{column} 搜到了别的县没有公开的东西：\n" + "\n".join(leaks)
