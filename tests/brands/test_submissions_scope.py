"""Who reaches whose cases on the desk: the writer and those of the place do, another county does not."""

import pytest
from django.urls import reverse

from brands.models import CasePage
from cms.desk.tabs import tabs_for
from tests.brands.test_submissions_screen import filled
from tests.brands.writing import jpeg

READ = ("detail", "edit", "consent")
WRITE = ("edit", "photos", "consent", "withdraw", "discard")


def url(name, page) -> str:
    return reverse(f"submissions:{name}", args=[page.pk])


@pytest.mark.parametrize("name", READ)
def test_another_county_finds_nothing_there(city, as_user, draft, name):
    for stranger in (city.outsider, city.outside_reviewer):
        assert as_user(stranger).get(url(name, draft)).status_code == 404


@pytest.mark.parametrize("name", WRITE)
def test_another_county_changes_nothing(city, as_user, draft, name):
    before = CasePage.objects.get(pk=draft.pk).latest_revision.content

    answer = as_user(city.outsider).post(url(name, draft), filled(city, results="改掉") | {"photo": jpeg()})

    assert answer.status_code == 404
    assert CasePage.objects.get(pk=draft.pk).latest_revision.content == before


def test_another_county_cannot_reach_a_draft_by_its_key(city, as_user, draft):
    sent = filled(city, draft_key=str(draft.draft_key), place=city.fayun.pk, results="改掉")

    answer = as_user(city.outsider).post("/desk/submissions/new/", sent)

    assert CasePage.objects.count() == 1
    assert "改掉" not in CasePage.objects.get().results
    assert "这一步要由当地的" in answer.content.decode()


def test_who_works_there_reaches_it(city, as_user, draft):
    for person in (city.contributor, city.editor):
        assert as_user(person).get(url("edit", draft)).status_code == 200
        assert draft.title in as_user(person).get("/desk/submissions/").content.decode()
    assert draft.title not in as_user(city.outsider).get("/desk/submissions/").content.decode()


def test_reviewers_have_their_own_screens(city, as_user, draft):
    for person in (city.checker, city.reviewer, city.signer):
        assert as_user(person).get(url("detail", draft)).status_code == 404


@pytest.mark.parametrize("address", ["/desk/submissions/", "/desk/submissions/new/", "/desk/submissions/1/edit/"])
def test_strangers_are_asked_to_sign_in(client, address):
    assert client.get(address).url.startswith(reverse("accounts:sign_in"))


def test_who_writes_nowhere_is_told_why(city, as_user):
    answer = as_user(city.signer).get("/desk/submissions/new/", follow=True)

    assert "还没有供稿的任职" in answer.content.decode()
    assert "供稿" not in [tab.label for tab in tabs_for(city.signer)]
    assert "供稿" in [tab.label for tab in tabs_for(city.contributor)]
