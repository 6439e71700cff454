"""我的阵地: facts and status, changed by those who work there, at once."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from cms.audit.models import Event
from cms.core.refusals import Refused
from cms.pages import page_cache
from cms.places import facts
from cms.places.models import PlacePage, Role, Status, StatusChange
from tests import factories

FACTS = {
    "address": "桥头", "opening_hours": "每天 8:30—17:30", "head_title": "站长", "introduction": "一座老祠堂。",
    "latitude": "26.64312", "longitude": "118.17753",
}  # fmt: skip


def describe(client, place, **changes):
    return client.post(reverse("places:describe", args=[place.pk]), FACTS | changes)


def test_what_is_written_is_on_the_site_at_once(city, as_user, client, django_capture_on_commit_callbacks):
    before = client.get(city.shangpu.url)
    assert "桥头" not in before.content.decode()

    with django_capture_on_commit_callbacks(execute=True):
        describe(as_user(city.contributor), city.shangpu)

    client.logout()
    assert "桥头" in client.get(city.shangpu.url).content.decode()
    event = Event.objects.get(action="改阵地介绍")
    assert event.actor == city.contributor
    assert event.detail["address"] == ["", "桥头"]


def test_admin_goes_on_from_what_was_written(city, as_user):
    describe(as_user(city.contributor), city.shangpu)

    place = PlacePage.objects.get(pk=city.shangpu.pk)
    assert place.get_latest_revision_as_object().address == "桥头"
    assert place.live_revision == place.latest_revision
    assert not place.has_unpublished_changes


def test_an_older_revision_does_not_bring_an_older_status_back(city):
    facts.describe(user=city.manager, place=city.xikou, address="桥头")
    older = PlacePage.objects.get(pk=city.xikou.pk).latest_revision
    facts.change_status(user=city.manager, place=city.xikou, status=Status.OPERATING, since=timezone.localdate())

    older.publish(user=city.superuser)

    assert PlacePage.objects.get(pk=city.xikou.pk).status == Status.OPERATING


def test_what_is_not_in_the_form_cannot_be_changed(city, as_user):
    describe(
        as_user(city.contributor), city.shangpu, title="别的", slug="x", status="suspended", tier="point", code="1"
    )

    place = PlacePage.objects.get(pk=city.shangpu.pk)
    assert (place.title, place.slug, place.status, place.tier, place.code) == (
        "上埔村", "shangpu", "operating", "station", None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"address": "远" * 101}, "100"),
        ({"latitude": "北边"}, "数字"),
        ({"latitude": "91"}, "90"),
        ({"latitude": "", "longitude": "118"}, "要么都填"),
    ],
)
def test_bad_facts_are_answered_in_words_and_stay(city, as_user, changes, words):
    answer = describe(as_user(city.contributor), city.shangpu, **changes)

    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert "一座老祠堂。" in answer.content.decode()
    assert PlacePage.objects.get(pk=city.shangpu.pk).address == ""


def test_a_status_is_registered_with_its_day(city, as_user):
    url = reverse("places:status", args=[city.shangpu.pk])

    as_user(city.contributor).post(url, {"status": "suspended", "since": "2024-08-01"})

    city.shangpu.refresh_from_db()
    assert city.shangpu.status == Status.SUSPENDED
    newest = city.shangpu.status_changes.order_by("-since").first()
    assert (newest.since, newest.recorded_by) == (dt.date(2024, 8, 1), city.contributor)
    assert Event.objects.get(action="登记阵地状态").detail["status"] == "暂停开放"


def test_what_is_registered_for_the_past_leaves_today_as_it_is(city):
    facts.change_status(user=city.manager, place=city.shangpu, status=Status.PLANNED, since=dt.date(2019, 1, 1))

    city.shangpu.refresh_from_db()
    assert city.shangpu.status == Status.OPERATING


def test_the_last_word_about_a_day_counts(city):
    for status in (Status.SUSPENDED, Status.PLAQUE_ONLY):
        facts.change_status(user=city.manager, place=city.shangpu, status=status, since=dt.date(2024, 8, 1))

    assert StatusChange.objects.get(place=city.shangpu, since=dt.date(2024, 8, 1)).status == Status.PLAQUE_ONLY


def test_a_status_of_tomorrow_or_one_that_holds_already_is_refused(city):
    today = timezone.localdate()

    with pytest.raises(Refused, match="不能晚于今天"):
        facts.change_status(
            user=city.manager, place=city.shangpu, status=Status.SUSPENDED, since=today + dt.timedelta(days=1)
        )
    with pytest.raises(Refused, match="已经是“正常运行”"):
        facts.change_status(user=city.manager, place=city.shangpu, status=Status.OPERATING, since=today)


def test_cached_pages_are_made_anew(city, django_capture_on_commit_callbacks):
    before = page_cache.site_version()
    with django_capture_on_commit_callbacks(execute=True):
        facts.describe(user=city.contributor, place=city.shangpu, address="桥头")

    assert page_cache.site_version() != before


def test_places_elsewhere_cannot_be_changed_and_are_not_there(city, as_user):
    for user, place in (
        (city.contributor, city.xikou),
        (city.contributor, city.shangpu_town),
        (city.contributor, city.fayun),
        (city.editor, city.shangpu),
        (city.manager, city.fayun),
        (city.outsider, city.shangpu),
    ):
        client = as_user(user)
        assert describe(client, place).status_code == 404
        assert client.post(reverse("places:status", args=[place.pk]), {}).status_code == 404
        with pytest.raises(Refused):
            facts.describe(user=user, place=place, address="桥头")
    assert not PlacePage.objects.filter(address="桥头").exists()


def test_people_see_their_own_places_and_below(city, as_user):
    def titles(user, **query):
        return [place.title for place in as_user(user).get(reverse("places:places"), query).context["places"]]

    assert titles(city.contributor) == ["上埔村"]
    assert titles(city.manager) == ["延溪区"]
    assert titles(city.city_manager) == titles(city.superuser) == ["云麓市"]
    assert titles(city.manager, q="村") == ["上埔村", "溪口村"]
    assert titles(factories.person("闲人")) == []
    for user, place, status in (
        (city.manager, city.shangpu, 200),
        (city.manager, city.fayun, 404),
        (city.manager, city.home, 404),
        (city.contributor, city.shangpu_town, 404),
        (city.city_manager, city.home, 200),
    ):
        assert as_user(user).get(reverse("places:place", args=[place.pk])).status_code == status


def test_a_place_asks_as_much_for_many_below_as_for_few(city, as_user, django_assert_max_num_queries):
    client, url = as_user(city.manager), reverse("places:place", args=[city.shangpu_town.pk])
    client.get(url)
    with django_assert_max_num_queries(20) as few:
        client.get(url)
    for number in range(5):
        factories.place(city.shangpu_town, f"第{number}村", f"v{number}", "station")

    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(url)


def test_a_contributor_may_also_be_appointed_above(city, as_user):
    person = factories.person("镇里供稿的", city.shangpu_town, Role.CONTRIBUTOR)

    assert describe(as_user(person), city.xikou).status_code == 302
    assert PlacePage.objects.get(pk=city.xikou.pk).address == "桥头"
