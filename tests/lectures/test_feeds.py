"""Calendars to follow: read by two independent libraries, the same for ever by UID, newer by SEQUENCE."""

import datetime as dt

import icalendar
import pytest
import time_machine
import vobject

from lectures import feeds, scheduling
from lectures.models import Session
from tests import markup
from tests.lectures.making import DAY, at, dispatcher, session, speaker

WINTER = dt.datetime(2027, 3, 10, 8, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def clock(city):
    """A day before the sessions; the city has been built before, since other tests share how it was built."""
    with time_machine.travel(WINTER, tick=False) as clock:
        yield clock


@pytest.fixture
def diary(city):
    city.lin, city.zhang = speaker(city, "林秀珍"), speaker(city, "张建国")
    city.dispatcher = dispatcher(city)
    return city


def agreed(diary, start="9:00", end="10:00", **details) -> Session:
    details = {"speakers": [diary.lin], "confirmed": True} | details
    return session(diary.shangpu, diary.dispatcher, start, end, **details)


def fetch(client, address) -> bytes:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return response.content


def entries(data: bytes) -> list:
    return icalendar.Calendar.from_ical(data).walk("VEVENT")


def of_lin(diary) -> str:
    return feeds.address_of_speaker(diary.lin.diary)


def test_a_session_s_own_file_says_the_same_in_two_libraries(diary, client):
    one = agreed(diary, venue="古厝天井，一进门")

    data = fetch(client, f"/lectures/{one.code}.ics")

    [event] = entries(data)
    other = vobject.readOne(data.decode()).vevent
    assert str(event["UID"]) == other.uid.value == f"{one.uid}@lectures"
    assert event.start == other.dtstart.value == at("9:00")
    assert event.end == other.dtend.value == at("10:00")
    assert str(event["SUMMARY"]) == other.summary.value == "搬条凳子来听课"
    assert str(event["LOCATION"]) == other.location.value == "上埔村 古厝天井，一进门"
    assert str(event["DESCRIPTION"]) == other.description.value == f"宣讲师：林秀珍\n场次码：{one.code}"
    assert str(event["STATUS"]) == other.status.value == "CONFIRMED"
    assert int(event["SEQUENCE"]) == int(other.sequence.value) == 0
    assert str(event["URL"]) == other.url.value == f"http://testserver/lectures/{one.code}/"
    assert event["LAST-MODIFIED"].dt == WINTER
    [alarm] = event.walk("VALARM")
    assert alarm["TRIGGER"].dt == other.valarm.trigger.value == dt.timedelta(hours=-24)


def test_it_comes_back_the_same_from_either_library(diary, client):
    data = fetch(client, f"/lectures/{agreed(diary, topic='一' * 80).code}.ics")

    assert icalendar.Calendar.from_ical(data).to_ical() == data
    again = vobject.readOne(vobject.readOne(data.decode()).serialize()).vevent
    assert (again.summary.value, again.dtstart.value) == ("一" * 80, at("9:00"))


def test_it_brings_its_zone_and_lines_that_every_calendar_can_read(diary, client):
    data = fetch(client, f"/lectures/{agreed(diary, topic='讲' * 80).code}.ics")

    assert b"DTSTART;TZID=Asia/Shanghai:20270315T090000\r\n" in data
    [zone] = icalendar.Calendar.from_ical(data).walk("VTIMEZONE")
    assert str(zone["TZID"]) == "Asia/Shanghai"
    assert zone.to_tz(lookup_tzid=False).utcoffset(dt.datetime(2027, 7, 1)) == dt.timedelta(hours=8)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_a_move_is_the_same_entry_with_a_higher_sequence(diary, client, clock):
    one = agreed(diary)
    [before] = entries(fetch(client, of_lin(diary)))
    clock.shift(60)

    scheduling.move(session=one, user=diary.dispatcher, starts_at=at("14:00"), ends_at=at("15:00"))

    [after] = entries(fetch(client, of_lin(diary)))
    assert before["UID"] == after["UID"]
    assert (int(before["SEQUENCE"]), int(after["SEQUENCE"])) == (0, 1)
    assert after["LAST-MODIFIED"].dt - before["LAST-MODIFIED"].dt == dt.timedelta(seconds=60)
    assert after.start == at("14:00")


def test_one_called_off_stays_for_thirty_days_as_such(diary, client, clock):
    one = agreed(diary, day=DAY + dt.timedelta(days=60))
    scheduling.cancel(session=one, user=diary.dispatcher, reason="台风")

    for address in (of_lin(diary), feeds.address_of_place(diary.shangpu)):
        [event] = entries(fetch(client, address))
        assert (str(event["STATUS"]), str(event["SUMMARY"])) == ("CANCELLED", "已取消：搬条凳子来听课")
        assert event.walk("VALARM") == []
    clock.shift(dt.timedelta(days=30, minutes=1))
    assert entries(fetch(client, of_lin(diary))) == []


def test_what_waits_is_tentative_and_only_says_so_to_those_who_plan(diary, client):
    one = agreed(diary, confirmed=False)

    [event] = entries(fetch(client, feeds.address_of_place(diary.yanxi)))

    assert (str(event["STATUS"]), str(event["SUMMARY"])) == ("TENTATIVE", "待确认：搬条凳子来听课")
    assert "URL" not in event
    assert client.get(f"/lectures/{one.code}.ics").status_code == 404


def test_one_that_waits_for_a_substitute_is_tentative_for_everybody(diary, client):
    one = agreed(diary)
    scheduling.release(session=one, speaker=diary.lin, user=diary.dispatcher)

    [event] = entries(fetch(client, f"/lectures/{one.code}.ics"))

    assert (str(event["STATUS"]), str(event["SUMMARY"])) == ("TENTATIVE", "待补位：搬条凳子来听课")
    assert "林秀珍" not in str(event["DESCRIPTION"])


def test_everybody_s_calendar_has_what_is_theirs(diary, client):
    agreed(diary, topic="林的")
    agreed(diary, "14:00", "15:00", topic="张的", speakers=[diary.zhang])
    tao = speaker(diary, "陶阿福", diary.zhuling)
    elsewhere = dispatcher(diary, diary.zhuling)
    session(diary.fayun, elsewhere, topic="筏运的", speakers=[tao], confirmed=True)

    def topics(address):
        return {str(event["SUMMARY"]) for event in entries(fetch(client, address))}

    assert topics(of_lin(diary)) == {"林的"}
    assert topics(feeds.address_of_speaker(tao.diary)) == {"筏运的"}
    assert topics(feeds.address_of_place(diary.shangpu)) == {"林的", "张的"}
    assert topics(feeds.address_of_place(diary.yanxi)) == {"林的", "张的"}
    assert topics(feeds.address_of_place(diary.zhuling)) == {"筏运的"}


def test_who_left_a_session_hears_no_more_of_it(diary, client):
    one = agreed(diary, speakers=[diary.lin, diary.zhang])
    scheduling.release(session=one, speaker=diary.lin, user=diary.dispatcher)
    assert entries(fetch(client, of_lin(diary))) == []

    scheduling.cancel(session=one, user=diary.dispatcher, reason="台风")

    assert entries(fetch(client, of_lin(diary))) == []
    assert len(entries(fetch(client, feeds.address_of_speaker(diary.zhang.diary)))) == 1


def test_who_left_and_came_back_hears_that_it_is_called_off_and_a_namesake_who_left_does_not_hide_it(diary, client):
    namesake = speaker(diary, diary.lin.title)
    one = agreed(diary, speakers=[diary.lin, namesake])
    for gone in (diary.lin, namesake):
        scheduling.release(session=one, speaker=gone, user=diary.dispatcher)
    scheduling.assign(session=one, speaker=diary.lin, user=diary.dispatcher)

    scheduling.cancel(session=one, user=diary.dispatcher, reason="台风")

    assert [str(entry["STATUS"]) for entry in entries(fetch(client, of_lin(diary)))] == ["CANCELLED"]
    assert entries(fetch(client, feeds.address_of_speaker(namesake.diary))) == []


def test_nobody_guesses_an_address(diary, client):
    signed = feeds.address_of_place(diary.shangpu)
    forged = signed.replace(f"/{diary.shangpu.pk}.", f"/{diary.yanxi.pk}.")

    assert forged != signed
    for address in (forged, f"/lectures/feeds/place/{diary.shangpu.pk}.ics", "/lectures/feeds/speaker/1.ics"):
        assert client.get(address).status_code == 404


def test_an_address_that_went_astray_is_changed(diary, client):
    old = of_lin(diary)

    feeds.change_address(diary=diary.lin.diary)

    assert client.get(old).status_code == 404
    assert client.get(of_lin(diary)).status_code == 200


def test_who_asks_again_is_told_that_nothing_changed_until_something_does(diary, client, clock):
    one = agreed(diary)
    first = client.get(of_lin(diary))
    assert first["Cache-Control"] == "private, no-cache"

    again = client.get(of_lin(diary), headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])

    clock.shift(1)
    scheduling.assign(session=one, speaker=diary.zhang, user=diary.dispatcher)
    after = client.get(of_lin(diary), headers={"If-None-Match": first["ETag"]})
    assert after.status_code == 200
    assert "林秀珍、张建国" in icalendar.Calendar.from_ical(after.content).walk("VEVENT")[0]["DESCRIPTION"]


def test_a_feed_is_never_kept_with_the_public_pages(diary, client):
    first = agreed(diary, confirmed=False)
    assert len(entries(fetch(client, of_lin(diary)))) == 1

    scheduling.cancel(session=first, user=diary.dispatcher, reason="不办了")  # never announced: no page is renewed

    assert str(entries(fetch(client, of_lin(diary)))[0]["STATUS"]) == "CANCELLED"


@pytest.mark.parametrize("count", [1, 3])
def test_it_takes_the_same_few_queries_however_much_is_in_it(diary, client, count, django_assert_num_queries):
    for hour in range(8, 8 + count):
        agreed(diary, f"{hour}:00", f"{hour}:40", speakers=[diary.lin, speaker(diary, f"讲师{hour}")])
    tag = client.get(of_lin(diary))["ETag"]

    with django_assert_num_queries(2):
        client.get(of_lin(diary), headers={"If-None-Match": tag})
    feeds.cache.delete(f"lectures:feed:{tag}")
    with django_assert_num_queries(4):
        assert len(entries(client.get(of_lin(diary)).content)) == count


def test_the_desk_tells_everybody_the_addresses_of_what_is_theirs(diary, as_user):
    diary.lin.diary.user = diary.contributor
    diary.lin.diary.save()

    def page(user) -> str:
        return as_user(user).get("/desk/lectures/calendars/").content.decode()

    addresses = {
        name: f"http://testserver{feeds.address_of_place(getattr(diary, name))}"
        for name in ("shangpu", "yanxi", "zhuling")
    }
    told = {
        diary.contributor: {"shangpu"},
        diary.dispatcher: {"yanxi"},
        diary.outsider: {"zhuling"},
        diary.city_manager: {"yanxi", "zhuling"},
        diary.superuser: {"yanxi", "zhuling"},
        diary.reviewer: set(),
        diary.signer: set(),
    }
    for user, names in told.items():
        html = page(user)
        assert markup.faults(html) == []
        assert {name for name, address in addresses.items() if address in html} == names
        assert (of_lin(diary) in html) == (user == diary.contributor)


def test_a_speaker_changes_the_address_of_their_own_calendar_on_the_desk(diary, as_user):
    diary.lin.diary.user = diary.contributor
    diary.lin.diary.save()
    old = of_lin(diary)

    answer = as_user(diary.contributor).post("/desk/lectures/calendars/change/", follow=True)

    diary.lin.diary.refresh_from_db()
    assert "换好了" in answer.content.decode()
    assert old not in answer.content.decode()
    assert of_lin(diary) in answer.content.decode()
    assert as_user(diary.manager).post("/desk/lectures/calendars/change/").status_code == 404
