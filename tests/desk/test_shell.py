"""The shell of the desk: greeting, tabs, 我的."""

import pytest
from django.urls import reverse

from cms.desk.tabs import tabs_for


def test_the_desk_greets_by_name_and_place(city, as_user):
    page = as_user(city.contributor).get("/desk/").content.decode()

    assert "上埔村供稿员，" in page
    assert "上埔村 · 今天没有要办的事" in page


def test_a_stranger_is_asked_to_sign_in(client):
    assert client.get("/desk/").url == reverse("accounts:sign_in") + "?next=/desk/"


@pytest.mark.parametrize(("address", "label"), [("/desk/", "待办"), ("/desk/mine/", "我的"), ("/desk/inbox/", "我的")])
def test_exactly_the_tab_one_is_on_is_marked(city, as_user, address, label):
    page = as_user(city.contributor).get(address).content.decode()

    assert page.count('aria-current="page"') == 1
    marked = page.split('aria-current="page"')[1].split("</a>")[0]
    assert f"<span>{label}</span>" in marked


def test_only_people_with_access_see_the_way_to_the_admin(city, as_user):
    assert reverse("wagtailadmin_home") in as_user(city.editor).get("/desk/mine/").content.decode()
    assert reverse("wagtailadmin_home") not in as_user(city.contributor).get("/desk/mine/").content.decode()


def test_tabs_come_in_their_order(city):
    orders = [tab.order for tab in tabs_for(city.contributor)]

    assert orders == sorted(orders)
    assert len(orders) >= 2
