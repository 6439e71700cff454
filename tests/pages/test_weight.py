"""How much a public page weighs on its way to a phone in the hills."""

import gzip
import re

import pytest
from django.contrib.staticfiles import finders

from cms.places.dots import dots

PAGES = ("/", "/cases/", "/places/", "/yanxi/")


def asked_for(html: str) -> list[str]:
    """Return what the browser asks for before anybody scrolls."""
    eager = re.sub(r"<source[^>]*><img[^>]*loading=\"lazy\"[^>]*>", "", html)
    return re.findall(r'(?:<script[^>]* src|<img[^>]* src|<link rel="(?:stylesheet|icon)" href)="([^"]+)"', eager)


def file_of(address: str) -> bytes:
    with open(finders.find(address.removeprefix("/static/")), "rb") as file:
        return file.read()


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_light(told, client, address):
    told(3)
    html = client.get(address).content.decode()
    asked = asked_for(html)
    styles = [one for one in asked if one.endswith(".css")]
    scripts = [one for one in asked if one.endswith(".js")]

    assert len(asked) + 1 <= 12
    assert len(styles) <= 2
    assert sum(len(file_of(one)) for one in scripts) <= 10 * 2**10
    sent = [html.encode(), *(file_of(one) for one in styles + scripts)]
    assert sum(len(gzip.compress(part)) for part in sent) <= 60 * 2**10


@pytest.mark.parametrize("address", PAGES)
def test_a_page_asks_no_other_host_for_anything(told, client, address):
    told(1)
    html = client.get(address).content.decode()

    for found in re.findall(r'(?:src|srcset|action)="([^"]+)"', html) + asked_for(html):
        assert found.startswith("/") and not found.startswith("//")


def test_the_stylesheets_ask_no_other_host_for_anything():
    for bundle in ("css/public.css", "css/shared.css"):
        assert "//" not in file_of(f"/static/{bundle}").decode()


def test_a_hundred_villages_are_drawn_in_less_than_a_kilobyte():
    drawing = dots([n % 10 != 0 for n in range(100)])

    assert len(drawing.rows + drawing.hollows) < 1024
    assert drawing.hollows.count("h.1") == 10
