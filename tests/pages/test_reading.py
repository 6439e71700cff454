"""长者模式, larger words and strong contrast: three cookies, kept without script and without an account."""

import pytest

from cms.pages.reading import Reading


def root_element(client, address="/") -> str:
    html = client.get(address).content.decode()
    return html[html.index("<html") : html.index("<head")]


def test_elder_mode_stays_on_every_page_until_it_is_left(city, client):
    answer = client.get("/reading/?elder=1&next=/cases/")
    assert (answer.status_code, answer.url) == (302, "/cases/")

    for address in ("/", "/cases/", "/yanxi/", "/desk/login/", "/nowhere/"):
        assert 'class="elder"' in root_element(client, address)
    assert "退出长者模式" in client.get("/").content.decode()

    client.get("/reading/?elder=0")
    assert "class" not in root_element(client)


def test_nothing_is_lost_in_elder_mode(city, client):
    usual = client.get("/places/").content.decode()
    client.cookies["elder"] = "1"
    elder = client.get("/places/").content.decode()

    assert usual.split("<main")[1].split("</main>")[0] == elder.split("<main")[1].split("</main>")[0]


def test_words_grow_and_shrink_step_by_step_and_stop_at_the_ends():
    assert [Reading(size=size).larger for size in ("s", "", "l", "x")] == ["", "l", "x", "x"]
    assert [Reading(size=size).smaller for size in ("s", "", "l", "x")] == ["s", "s", "", "l"]


def test_size_and_contrast_go_together(city, client):
    client.get("/reading/?size=l")
    client.get("/reading/?contrast=1")

    assert 'class="size-l contrast"' in root_element(client)


def test_the_usual_size_leaves_no_cookie(city, client):
    client.get("/reading/?size=l")

    assert client.get("/reading/?size=").cookies["size"]["max-age"] == 0


@pytest.mark.parametrize("wrong", ["https://example.com/", "//example.com", "javascript:alert(1)", ""])
def test_the_way_back_never_leads_to_another_site(city, client, wrong):
    assert client.get("/reading/", {"elder": "1", "next": wrong}).url == "/"


@pytest.mark.parametrize("cookie", ['"><script>', "enormous", "1 elder"])
def test_a_cookie_that_is_none_of_ours_counts_as_none(city, client, cookie):
    for name in ("elder", "size", "contrast"):
        client.cookies[name] = cookie

    assert "class" not in root_element(client)


def test_the_cookies_are_of_no_use_to_anybody_else(city, client):
    cookie = client.get("/reading/?elder=1").cookies["elder"]

    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
