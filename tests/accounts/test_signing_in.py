"""One way in: name and password at /desk/login/, locked after five failures."""

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories

SIGN_IN = "/desk/login/"


@pytest.fixture
def person(db):
    return factories.person("陈秋生", username="chenqiusheng")


def sign_in(client, username="chenqiusheng", password=factories.PASSWORD, address="10.0.0.1", **more):
    return client.post(SIGN_IN, {"username": username, "password": password} | more, REMOTE_ADDR=address)


def signed_in(client) -> bool:
    return client.get(reverse("accounts:my_account")).status_code == 200


def test_name_and_password_open_the_desk(person, client):
    answer = sign_in(client)

    assert answer["Location"] == "/desk/"
    assert signed_in(client)


def test_people_come_to_where_they_wanted_to_go(person, client):
    assert client.get("/desk/me/")["Location"] == "/desk/login/?next=/desk/me/"
    assert sign_in(client, next="/desk/me/")["Location"] == "/desk/me/"


def test_nobody_is_sent_to_another_site(person, client):
    for there in ("https://evil.example/", "//evil.example/", "javascript:alert(1)"):
        assert sign_in(Client(), next=there)["Location"] == "/desk/"


def test_a_wrong_password_is_answered_in_words(person, client):
    answer = sign_in(client, password="wrong")

    assert answer.status_code == 200
    assert "登录名或密码不对" in answer.content.decode()
    assert 'value="chenqiusheng"' in answer.content.decode()
    assert not signed_in(client)


def test_a_name_that_does_not_exist_gets_the_same_answer(person, client):
    assert "登录名或密码不对" in sign_in(client, username="nobody", password="wrong").content.decode()


def test_the_fifth_failure_locks_the_door_even_for_the_right_password(person, client):
    answers = [sign_in(client, password="wrong").status_code for _ in range(5)]
    last = sign_in(client)

    assert answers == [200, 200, 200, 200, 429]
    assert last.status_code == 429
    assert last["Retry-After"] == "1800"
    assert "半" in last.content.decode()
    assert "<html" in last.content.decode()
    assert not signed_in(client)


def test_a_locked_door_is_locked_for_one_name_at_one_address(person, client):
    factories.person("林月", username="linyue")
    for _ in range(5):
        sign_in(client, password="wrong")

    assert sign_in(Client(), username="linyue").status_code == 302
    assert sign_in(Client(), address="10.0.0.2").status_code == 302


def test_the_right_password_in_time_begins_a_new_count(person, client):
    for _ in range(4):
        sign_in(client, password="wrong")
    sign_in(client)
    client.post(reverse("accounts:sign_out"))

    assert [sign_in(client, password="wrong").status_code for _ in range(4)] == [200] * 4


def test_an_address_is_believed_only_from_our_own_proxy(person, client):
    for number in range(5):
        client.post(
            SIGN_IN, {"username": "chenqiusheng", "password": "wrong"},
            REMOTE_ADDR="10.0.0.9", HTTP_X_FORWARDED_FOR=f"1.2.3.{number}",
        )  # fmt: skip

    assert sign_in(client, address="10.0.0.9").status_code == 429


def test_every_other_way_in_leads_to_the_one(db, client):
    for address in ("/admin/login/", "/_util/login/"):
        assert client.get(address)["Location"] == SIGN_IN
        assert client.post(address, {"username": "x", "password": "y"}).status_code in (302, 405)
    assert client.get("/admin/")["Location"].startswith(SIGN_IN)
    for address in ("/admin/password_reset/", "/admin/password_reset/done/", "/_util/login/x/"):
        assert client.get(address).status_code == 404 or client.get(address)["Location"].startswith(SIGN_IN)


def test_who_has_no_business_in_admin_is_not_let_in(city, as_user):
    answer = as_user(city.contributor).get("/admin/", follow=True)

    assert answer.redirect_chain[-1][0].startswith("/desk/")


def test_a_closed_account_is_told_so_and_stays_out(person, client):
    person.is_active = False
    person.save()

    assert "已经停用" in sign_in(client).content.decode()
    assert "已经停用" not in sign_in(client, password="wrong").content.decode()
    assert not signed_in(client)


def test_signing_out_takes_a_post(person, client):
    sign_in(client)

    assert client.get(reverse("accounts:sign_out")).status_code == 405
    client.post(reverse("accounts:sign_out"))
    assert not signed_in(client)


def test_the_sign_in_page_is_never_kept(db, client):
    assert "no-cache" in client.get(SIGN_IN)["Cache-Control"]
