"""A team of speakers, as the public meets it."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from cms.places.founding import index_of
from lectures.models import SpeakerIndexPage, SpeakerPage, SpeakerTeam
from tests import markup, readers
from tests.lectures.making import session, speaker


def team_of(city, count: int) -> SpeakerTeam:
    """Make a team of so many speakers, each with a course and a session to come."""
    team = SpeakerTeam.objects.create(name=f"青年宣讲团{count}", about="下班以后，到院坝里讲。")
    for number in range(count):
        one = speaker(city, f"讲师{count}-{number}", post="镇文化站")
        one.teams.set([team])
        one.save()
        readers.full_course(city, 1, f"课{count}-{number}", readers.neighbour, speakers=[one])
        hour, given = 8 + 4 * count + number, {"speakers": [one], "confirmed": True, "past": True}
        session(city.shangpu, None, f"{hour}:00", f"{hour}:40", topic=f"夜话{count}-{number}", **given)
    return team


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker):
    with readers.for_a_module(django_db_blocker) as city:
        yield SimpleNamespace(city=city, teams={count: team_of(city, count) for count in (1, 3)})


@pytest.fixture
def url(made, db) -> str:
    return reverse("lectures:team", args=[made.teams[3].pk])


def test_who_belongs_to_it_what_they_teach_and_where_they_speak_next(made, url, client):
    html = client.get(url).text

    for words in (
        "青年宣讲团3",
        "下班以后，到院坝里讲。",
        "3 位",
        "讲师3-0",
        "讲师3-2",
        "镇文化站",
        "课3-1",
        "夜话3-2",
    ):
        assert words in html
    assert "讲师1-0" not in html and "课1-0" not in html and "夜话1-0" not in html
    assert markup.faults(html) == []


def test_who_is_not_published_is_not_in_it_and_a_team_of_nobody_has_no_page(made, url, client):
    SpeakerPage.objects.filter(title="讲师3-0").update(live=False)
    html = client.get(url + "?again").text
    assert "讲师3-0" not in html and "夜话3-0" not in html and "课3-0" not in html

    SpeakerPage.objects.filter(teams=made.teams[3]).update(live=False)
    assert client.get(url + "?once-more").status_code == 404
    assert client.get(reverse("lectures:team", args=[0])).status_code == 404


def test_the_section_and_its_speakers_lead_to_it_and_another_county_s_does_not(made, url, client):
    lead = f'href="{url}"'

    assert lead in client.get(SpeakerPage.objects.get(title="讲师3-0").url).text
    assert lead in client.get("/speakers/").text
    assert lead in client.get(index_of(made.city.yanxi, SpeakerIndexPage).url).text
    assert lead not in client.get(index_of(made.city.zhuling, SpeakerIndexPage).url).text


def test_search_engines_find_it(url, client):
    assert reverse("sitemap_section", args=["lectures"]) in client.get("/sitemap.xml").text
    found = client.get(reverse("sitemap_section", args=["lectures"])).text
    assert f"{url}</loc>" in found and "/lectures/calendar/</loc>" in found


@pytest.mark.parametrize("count", [1, 3])
def test_it_takes_the_same_few_queries_however_many_belong_to_it(made, db, client, count, django_assert_num_queries):
    address = reverse("lectures:team", args=[made.teams[count].pk])
    client.get(f"{address}?warm")

    with django_assert_num_queries(9):
        assert client.get(f"{address}?again").status_code == 200
