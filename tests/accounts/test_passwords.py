"""Passwords: one's own is chosen at the first sign-in, easy ones are refused, a new one ends other sessions."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.accounts.models import User
from cms.accounts.passwords import one_time_password
from tests import factories

NEW = "tu-lou-jia-li-3-ban-deng"
CHANGE = "/desk/me/password/"


@pytest.fixture
def person(db):
    return factories.person("陈秋生", username="chenqiusheng")


@pytest.fixture
def newcomer(person):
    person.one_time_password_at = timezone.now()
    person.save()
    return person


def sign_in(client, password=factories.PASSWORD):
    return client.post("/desk/login/", {"username": "chenqiusheng", "password": password})


def change(client, new=NEW, again=None, old=factories.PASSWORD):
    return client.post(CHANGE, {"old_password": old, "new_password1": new, "new_password2": again or new})


def test_a_one_time_password_leads_to_one_thing_only(newcomer, client):
    sign_in(client)

    for address in ("/desk/", "/desk/me/", "/desk/inbox/", "/desk/places/", "/admin/"):
        assert client.get(address)["Location"] == CHANGE, address
    assert client.get(CHANGE).status_code == 200


def test_after_choosing_ones_own_everything_is_open(newcomer, client):
    sign_in(client)
    change(client)

    assert client.get("/desk/").status_code == 200
    assert not User.objects.get(pk=newcomer.pk).must_change_password
    assert sign_in(Client(), NEW).status_code == 302


def test_an_old_one_time_password_is_refused_in_words(newcomer, client):
    newcomer.one_time_password_at = timezone.now() - dt.timedelta(hours=73)
    newcomer.save()

    answer = sign_in(client)

    assert "一次性密码已经过期" in answer.content.decode()
    assert client.get("/desk/")["Location"].startswith("/desk/login/")


def test_a_one_time_password_holds_for_three_days(newcomer, client):
    newcomer.one_time_password_at = timezone.now() - dt.timedelta(hours=71)
    newcomer.save()

    assert sign_in(client).status_code == 302


@pytest.mark.parametrize(
    "easy", ["short", "1234567890123", "password123", "chenqiusheng1", "xuanjiang2026", "Yunlu!!!!!"]
)
def test_easy_passwords_are_refused_in_words(person, client, easy):
    sign_in(client)

    answer = change(client, easy)

    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not User.objects.get(pk=person.pk).check_password(easy)


def test_the_old_password_and_the_same_new_one_twice_are_asked_for(person, client):
    sign_in(client)

    assert "原来的密码不对" in change(client, old="wrong").content.decode()
    assert "两次输入的新密码不一样" in change(client, again=NEW + "x").content.decode()
    assert User.objects.get(pk=person.pk).check_password(factories.PASSWORD)


def test_a_new_password_ends_the_sessions_elsewhere(person, client):
    elsewhere = Client()
    sign_in(client)
    sign_in(elsewhere)

    change(client)

    assert client.get(reverse("accounts:my_account")).status_code == 200
    assert elsewhere.get(reverse("accounts:my_account")).status_code == 302


def test_people_change_their_own_details_and_nothing_else(person, client):
    sign_in(client)

    client.post("/desk/me/", {"name": "陈秋声", "email": "c@example.cn", "is_superuser": "on", "username": "root"})

    person.refresh_from_db()
    assert (person.name, person.email) == ("陈秋声", "c@example.cn")
    assert (person.is_superuser, person.username) == (False, "chenqiusheng")


def test_one_time_passwords_are_easy_to_read_out_and_never_the_same():
    passwords = {one_time_password() for _ in range(200)}

    assert len(passwords) == 200
    assert all(len(password) == 14 and not set("il1o0") & set(password.replace("l", "")) for password in passwords)
