"""人员: the screens of a manager."""

import pytest
from django.urls import reverse

from cms.accounts.models import User
from cms.places.models import Membership, Role
from tests import factories

NEW = {"name": "陈秋生", "place": "上埔村", "role": "contributor", "username": "", "email": ""}


def add(client, **changes):
    return client.post(reverse("places:person_add"), NEW | changes)


def test_the_password_is_on_the_answer_once(city, as_user):
    client = as_user(city.manager)
    answer = add(client)
    person = User.objects.get(name="陈秋生")

    password = answer.context["password"]
    assert person.check_password(password)
    assert password in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    for url in (reverse("places:person", args=[person.pk]), reverse("places:people")):
        assert password not in client.get(url).content.decode()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": ""}, "姓名"),
        ({"place": "火星村"}, "没有“火星村”"),
        ({"place": "筏运村"}, "没有“筏运村”"),
        ({"role": "signer"}, "只能设在市级"),
        ({"role": "king"}, "king"),
        ({"username": "有 空格"}, "登录名"),
        ({"username": "root"}, "已经有人用了"),
        ({"email": "不是邮箱"}, "邮箱"),
    ],
)
def test_bad_input_is_answered_in_words_and_stays(city, as_user, changes, words):
    answer = add(as_user(city.manager), **changes)

    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert not User.objects.filter(name="陈秋生").exists()
    if "name" not in changes:
        assert 'value="陈秋生"' in answer.content.decode()


def test_places_of_one_name_are_told_apart_by_the_place_above(city, as_user):
    other = factories.place(city.yanxi, "下埔镇", "xiapu-zhen", "institute")
    factories.place(other, "上埔村", "shangpu", "station")
    client = as_user(city.manager)

    assert "叫“上埔村”的有 2 个" in add(client).content.decode()
    add(client, place="下埔镇 / 上埔村")

    assert User.objects.get(name="陈秋生").memberships.get().place.get_parent().title == "下埔镇"


def test_nobody_makes_a_superuser_by_sending_more_than_the_form_has(city, as_user):
    add(as_user(city.manager), is_superuser="on", is_active="", groups="1", password="x", user_permissions="1")

    person = User.objects.get(name="陈秋生")
    assert (person.is_superuser, person.is_active, person.groups.count()) == (False, True, 0)
    assert not person.check_password("x")


def test_a_role_is_given_and_ended(city, as_user):
    client = as_user(city.manager)
    client.post(
        reverse("places:person_appoint", args=[city.contributor.pk]),
        {"place": "溪口村", "role": "lecturer", "until": ""},
    )
    given = city.contributor.memberships.get(role=Role.LECTURER)

    client.post(reverse("places:person_end", args=[city.contributor.pk, given.pk]), {"last_day": ""})

    assert not Membership.objects.current().filter(pk=given.pk).exists()


def test_a_closed_account_is_out_at_its_next_request(city, as_user, client_of):
    theirs = client_of(city.contributor)
    assert theirs.get("/desk/").status_code == 200

    as_user(city.manager).post(reverse("places:person_close", args=[city.contributor.pk]))

    assert theirs.get("/desk/").status_code == 302
    as_user(city.manager).post(reverse("places:person_reopen", args=[city.contributor.pk]))
    assert User.objects.get(pk=city.contributor.pk).is_active


def test_a_new_one_time_password_ends_every_session(city, as_user, client_of):
    theirs = client_of(city.contributor)

    answer = as_user(city.manager).post(reverse("places:person_password", args=[city.contributor.pk]))

    assert theirs.get("/desk/").status_code == 302
    assert User.objects.get(pk=city.contributor.pk).check_password(answer.context["password"])


def screens_about(person, membership=None):
    """Every address about one person, with the method that acts."""
    yield "get", reverse("places:person", args=[person.pk])
    yield "get", reverse("places:person_appoint", args=[person.pk])
    yield "post", reverse("places:person_appoint", args=[person.pk])
    if membership:
        yield "get", reverse("places:person_end", args=[person.pk, membership.pk])
        yield "post", reverse("places:person_end", args=[person.pk, membership.pk])
    for name in ("person_password", "person_close", "person_reopen"):
        yield "post", reverse(f"places:{name}", args=[person.pk])


def test_people_elsewhere_and_above_do_not_exist_here(city, as_user):
    client = as_user(city.manager)

    for person in (city.outsider, city.signer, city.city_manager, city.superuser):
        for method, url in screens_about(person, person.memberships.first()):
            assert getattr(client, method)(url).status_code == 404, url
        assert User.objects.get(pk=person.pk).password == person.password
    listed = client.get(reverse("places:people")).content.decode()
    assert "竹岭市编辑" not in listed
    assert "市级终审" not in listed
    assert "上埔村供稿员" in listed


def test_another_persons_role_cannot_be_ended_through_ones_own(city, as_user):
    theirs = city.outsider.memberships.first()
    url = reverse("places:person_end", args=[city.contributor.pk, theirs.pk])

    assert as_user(city.manager).post(url, {"last_day": ""}).status_code == 404
    assert Membership.objects.current().filter(pk=theirs.pk).exists()


def test_only_managers_have_these_screens(city, as_user, client):
    urls = [reverse("places:people"), reverse("places:person_add")]
    for user in (city.contributor, city.editor, city.signer):
        for url in [*urls, *(url for method, url in screens_about(city.contributor) if method == "get")]:
            assert as_user(user).get(url).status_code == 404, (user, url)
    client.logout()
    for url in urls:
        assert client.get(url)["Location"].startswith("/desk/login/")


def test_the_list_is_narrowed_to_a_place_of_ones_own(city, as_user):
    client, url = as_user(city.manager), reverse("places:people")

    assert [person.name for person in client.get(url, {"place": city.shangpu.pk}).context["page"]] == ["上埔村供稿员"]
    assert client.get(url, {"place": city.fayun.pk}).status_code == 404
    assert client.get(url, {"place": "x"}).status_code == 404
    assert [person.name for person in client.get(url, {"q": "看稿"}).context["page"]] == ["上埔镇看稿"]


def test_the_list_asks_as_much_for_many_as_for_few(city, as_user, django_assert_max_num_queries):
    client, url = as_user(city.manager), reverse("places:people")
    client.get(url)
    with django_assert_max_num_queries(16) as few:
        client.get(url)
    for number in range(6):
        factories.person(f"村民{number}", city.shangpu, Role.CONTRIBUTOR, Role.LECTURER)

    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(url)
