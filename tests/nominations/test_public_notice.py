"""What the public reads: the notice, the list of notices, the stops on a case's way."""

import datetime as dt
import re

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from brands.nominations import steps
from brands.nominations.dossier import whole
from brands.nominations.journey import public_stages
from tests.nominations import making
from tests.nominations.second_reader import paragraphs


@pytest.fixture(autouse=True)
def no_kept_pages():
    cache.clear()


def read(client, nomination) -> str:
    return client.get(reverse("gongshi:notice", args=[nomination.publicity_id])).content.decode()


def test_a_notice_says_what_how_long_and_how_to_object(city, client):
    with time_machine.travel(dt.datetime(2026, 9, 30, 1, tzinfo=dt.UTC)):
        call = making.call()
        nomination = making.on_notice(city, call)
        page = read(client, nomination)

    assert "一座古厝的三十六堂党课" in page
    assert "延溪区" in page
    assert "2026年9月30日" in page
    assert "2026年10月12日" in page  # over 国庆 and the moved Saturday
    assert "5 个工作日" in page
    assert making.CONTACT in page
    assert "申报专员" not in page  # no person is named


def test_a_year_whose_holidays_are_not_announced_is_told(city, client, holidays_of_2026):
    with time_machine.travel(dt.datetime(2027, 3, 1, 1, tzinfo=dt.UTC)):
        nomination = making.on_notice(city, making.call())
        assert "还没有公布" in read(client, nomination)


def test_a_known_year_is_not_called_uncertain(city, client):
    with time_machine.travel(dt.datetime(2026, 3, 2, 1, tzinfo=dt.UTC)):
        nomination = making.on_notice(city, making.call())
        assert "还没有公布" not in read(client, nomination)


def test_a_notice_that_begins_tomorrow_is_not_read_today(city, call, client):
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    nomination = making.on_notice(city, call, starts_on=tomorrow)

    assert client.get(reverse("gongshi:notice", args=[nomination.publicity_id])).status_code == 404
    assert public_stages(nomination.case) == []


def test_a_notice_keeps_the_names_it_announced(city, call, client):
    nomination = making.on_notice(city, call)
    making.changed(nomination.case, title="改了题目")

    page = read(client, nomination)

    assert "一座古厝的三十六堂党课" in page
    assert "改了题目" not in page


def test_what_was_taken_off_is_struck_at_once_and_not_erased(city, call, client, django_capture_on_commit_callbacks):
    nomination = making.on_notice(city, call)
    assert "已撤出公示" not in read(client, nomination)

    with django_capture_on_commit_callbacks(execute=True):
        steps.withdraw(nomination=nomination, user=city.nominator, reason="有异议")

    page = read(client, nomination)
    assert "<s>一座古厝的三十六堂党课</s>" in page
    assert "已撤出公示" in page
    assert "有异议" not in page


def test_a_case_shows_only_what_was_made_public(city, call):
    nomination = making.chosen(city, call)
    assert public_stages(nomination.case) == []

    steps.publicise(
        call=call, nominations=[nomination], user=city.city_nominator, starts_on=timezone.localdate(),
        contact=making.CONTACT,
    )  # fmt: skip

    stages = public_stages(nomination.case)
    assert [stage.title for stage in stages] == ["县级推荐", "市级评选、公示 5 个工作日", "上报省级", "入选"]
    assert [stage.done for stage in stages] == [True, False, False, False]


def test_a_case_that_won_shows_its_whole_way(city, call):
    nomination = making.reported(city, call)
    with making.after_notice(nomination):
        steps.record_outcome(
            nominations=[nomination], user=city.city_nominator, outcome="awarded", document_number="36号",
            decided_on=timezone.localdate(),
        )  # fmt: skip

    stages = public_stages(nomination.case)
    assert all(stage.done and stage.at for stage in stages)
    assert stages[-1].detail == "省新时代文明实践创新案例集"


def test_a_case_that_was_not_selected_shows_nothing_of_it(city, call):
    nomination = making.reported(city, call)
    with making.after_notice(nomination):
        steps.record_outcome(
            nominations=[nomination], user=city.city_nominator, outcome="not_selected", decided_on=timezone.localdate()
        )

    assert public_stages(nomination.case) == []


def test_the_way_is_one_query_however_many_calls(city, call):
    nomination = making.on_notice(city, call)
    making.on_notice(city, making.call(title="另一个"), nomination.case)

    with CaptureQueriesContext(connection) as seen:
        assert len(public_stages(nomination.case)) == 8
    assert len(seen) == 1


def test_a_new_notice_is_in_the_list_at_once(city, call, client, django_capture_on_commit_callbacks):
    address = reverse("gongshi:notices")
    assert "现在没有公示" in client.get(address).content.decode()

    with django_capture_on_commit_callbacks(execute=True):
        making.on_notice(city, call)

    assert f"{call.title}拟推荐案例公示" in client.get(address).content.decode()


def test_every_page_leads_to_the_notices(city, client):
    assert f'href="{reverse("gongshi:notices")}"' in client.get("/").content.decode().split("<footer")[1]


def test_a_notice_of_one_and_of_three_asks_the_same_of_the_database(city, call, client):
    single = making.on_notice(city, call)
    several = [making.chosen(city, call, making.published(city, title)) for title in ("甲", "乙", "丙")]
    three = steps.publicise(
        call=call, nominations=several, user=city.city_nominator, starts_on=timezone.localdate(), contact=making.CONTACT
    )

    def count(pk: int) -> int:
        with CaptureQueriesContext(connection) as seen:
            assert client.get(reverse("gongshi:notice", args=[pk])).status_code == 200
        return len(seen)

    client.get(reverse("gongshi:notices"))  # the menu and the foot are kept
    assert count(single.publicity_id) == count(three.pk)


def test_the_paper_that_is_put_up_says_what_the_page_says(city, call, client):
    nomination = making.on_notice(city, call)
    page = re.sub(r"<[^>]+>|[\s（）]", "", read(client, nomination))
    *said, seal, date = paragraphs(whole.notice_of(nomination.publicity))

    for line in said:
        assert re.sub(r"^1\. |^[一二]、|[（）\s]", "", line) in page, line
    assert (seal, date) == ("（盖章）", "年　　月　　日")
