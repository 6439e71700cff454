"""What a form does not ask for cannot be given: nobody makes themselves, or a page, more than they are."""

import datetime as dt
import json
from uuid import uuid4

import pytest
from django.urls import reverse

from brands.models import CasePage
from brands.nominations.models import Nomination
from cms.accounts.models import User
from cms.places import naming
from tests import factories
from tests.brands.writing import WORDS
from tests.nominations import making

ABOUT_A_PERSON = {
    "is_superuser": "on",
    "is_staff": "on",
    "is_active": "on",
    "username": "root2",
    "groups": "1",
    "user_permissions": "1",
    "password": "x",
    "one_time_password_at": "2020-01-01",
    "memberships": "1",
    "role": "manager",
}
ABOUT_A_PAGE = {
    "live": "on",
    "status": "published",
    "step": "final",
    "county": "1",
    "owner": "1",
    "path": "00010001",
    "depth": "2",
    "byline": '[["终审", "本人"]]',
    "byline-0": "本人",
    "first_published_at": "2001-01-01",
    "last_published_at": "2001-01-01",
    "live_revision": "1",
    "latest_revision": "1",
    "go_live_at": "2001-01-01",
    "locked": "on",
    "draft_key": "",
    "content_type": "1",
    "numchild": "9",
    "url_path": "/home/elsewhere/",
    "has_unpublished_changes": "",
}
FIGURES_AND_AUTHORS = {
    f"{rows}-{field}": "0" for rows in ("figures", "authors") for field in ("TOTAL_FORMS", "INITIAL_FORMS")
}


def typed(city, **changes) -> dict:
    return WORDS | {"place": city.shangpu.pk, "act": "save"} | FIGURES_AND_AUTHORS | changes


def as_they_are(page) -> dict:
    """Return everything about a page that nobody may set by hand, its newest text included."""
    row = CasePage.objects.get(pk=page.pk)
    newest = row.get_latest_revision_as_object()
    names = (
        "live",
        "owner_id",
        "path",
        "depth",
        "byline",
        "first_published_at",
        "locked",
        "go_live_at",
        "live_revision_id",
    )
    return {name: (getattr(row, name), getattr(newest, name)) for name in names}


def test_my_account_changes_name_and_mail_only(city, as_user):
    person = city.contributor
    client = as_user(person)
    before = User.objects.filter(pk=person.pk).values().get()

    client.post(reverse("accounts:my_account"), ABOUT_A_PERSON | {"name": "陈秋生", "email": "a@example.com"})

    after = User.objects.filter(pk=person.pk).values().get()
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"name", "email"}
    assert not person.groups.exists() and not person.user_permissions.exists()


def test_the_account_page_of_the_admin_neither(city, as_user):
    before = User.objects.filter(pk=city.editor.pk).values("is_superuser", "is_active", "username", "password").get()
    groups = set(city.editor.groups.values_list("name", flat=True))

    forms = {f"{form}-{name}": value for form in ("name_email", "profile") for name, value in ABOUT_A_PERSON.items()}
    as_user(city.editor).post(reverse("wagtailadmin_account"), forms | ABOUT_A_PERSON | {"name_email-name": "王敏"})

    after = User.objects.filter(pk=city.editor.pk).values("is_superuser", "is_active", "username", "password").get()
    assert after == before
    assert set(city.editor.groups.values_list("name", flat=True)) == groups


def test_a_new_case_is_a_draft_of_its_writer_whatever_is_sent(city, as_user):
    as_user(city.contributor).post(
        reverse("submissions:new"), typed(city, **ABOUT_A_PAGE | {"draft_key": str(uuid4()), "owner": city.outsider.pk})
    )

    case = CasePage.objects.get()
    assert (case.owner, case.live, case.byline, case.first_published_at) == (city.contributor, False, [], None)
    assert case.path.startswith(city.yanxi.path)
    assert not case.workflow_states.exists()


def test_saving_a_case_sets_nothing_else(city, as_user):
    case = factories.case(city.contributor, city.shangpu)
    before = as_they_are(case)

    as_user(city.contributor).post(
        reverse("submissions:edit", args=[case.pk]), typed(city, **ABOUT_A_PAGE, title="新题目")
    )

    assert as_they_are(case) == before
    assert CasePage.objects.get().get_latest_revision_as_object().title == "新题目"


@pytest.mark.parametrize("place", ["fayun", "zhuling", "shangpu_town"])
def test_a_case_does_not_move_to_a_place_that_its_writer_does_not_write_for(city, as_user, place):
    case = factories.case(city.contributor, city.shangpu)

    elsewhere = getattr(city, place).pk
    as_user(city.contributor).post(reverse("submissions:edit", args=[case.pk]), typed(city, place=elsewhere))
    as_user(city.contributor).post(reverse("submissions:new"), typed(city, place=elsewhere, draft_key=str(uuid4())))

    assert {one.get_latest_revision_as_object().place_id for one in CasePage.objects.all()} == {city.shangpu.pk}


def test_the_editor_of_the_admin_sets_nothing_else_either(city, as_user):
    case = factories.case(city.contributor, city.shangpu)
    before = as_they_are(case)
    stream = {f"{field}-count": "0" for field in ("figures_body", "pictures_body", "authors", "coverage")}
    fields = WORDS | {
        "slug": case.slug,
        "place": city.shangpu.pk,
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }

    sent = ABOUT_A_PAGE | fields | stream | {"title": "编辑改的题目"}
    as_user(city.editor).post(reverse("wagtailadmin_pages:edit", args=[case.pk]), sent)
    assert CasePage.objects.get().get_latest_revision_as_object().title == "编辑改的题目"
    as_user(city.editor).post(reverse("wagtailadmin_pages:edit", args=[case.pk]), sent | {"action-publish": "1"})

    assert as_they_are(case) == before


def test_a_nomination_takes_category_and_opinion_only(city, as_user):
    nomination = making.prepared(city, making.call())
    before = Nomination.objects.filter(pk=nomination.pk).values().get()
    sent = {
        "opinion": "做法实在，建议推荐。",
        "step": "awarded",
        "place": city.zhuling.pk,
        "call": 99,
        "case": 99,
        "revision": 1,
        "rules": json.dumps({"level": "national"}),
        "files": "[]",
        "sealed_scan": 1,
        "publicity": 1,
        "outcome_number": "〔2026〕1号",
        "outcome_on": dt.date(2026, 1, 1),
    }

    as_user(city.nominator).post(reverse("nominations:take", args=[nomination.pk, "amend"]), sent)

    after = Nomination.objects.filter(pk=nomination.pk).values().get()
    assert {name for name in before if before[name] != after[name]} <= {"opinion", "category"}


@pytest.mark.parametrize(
    ("role", "where", "given"),
    [
        ("contributor", "shangpu", True),
        ("signer", "home", False),
        ("manager", "home", False),
        ("signer", "yanxi", False),
        ("contributor", "zhuling", False),
        ("contributor", "fayun", False),
    ],
)
def test_a_manager_gives_no_role_above_or_beside_their_own_place(city, as_user, role, where, given):
    place = next(name.full for name in naming.names(city.superuser) if name.pk == getattr(city, where).pk)
    sent = ABOUT_A_PERSON | {"name": "新来的人", "username": "xinlai", "role": role, "place": place}

    as_user(city.manager).post(reverse("places:person_add"), sent)

    made = User.objects.filter(username="xinlai")
    assert made.exists() == given
    assert not made.filter(is_superuser=True).exists()
