"""覆盖率: counted from the register on a day, for the whole and for every part."""

import datetime as dt

from django.urls import reverse
from django.utils import timezone

from cms.places import counting, facts
from cms.places.models import Status


def shares(response) -> dict[str, tuple[int, int]]:
    return {
        part.place.title: (part.coverage.operating, part.coverage.total) for part in response.context["count"].parts
    }


def ask(client, on="", place=None):
    url = reverse("places:coverage_below", args=[place.pk]) if place else reverse("places:coverage")
    return client.get(url, {"on": on} if on else {})


def test_the_city_is_counted_with_its_counties(city, as_user):
    answer = ask(as_user(city.contributor), "2022-06-30")

    whole = answer.context["count"].whole
    assert (whole.operating, whole.total, str(whole.percent)) == (2, 3, "66.67")
    assert shares(answer) == {"延溪区": (1, 2), "竹岭市": (1, 1)}
    page = answer.content.decode()
    assert "2 / 3 个村（社区），截至 2022年6月30日" in page
    assert "66.67" in page


def test_every_day_has_its_own_count(city, as_user):
    facts.change_status(user=city.manager, place=city.xikou, status=Status.OPERATING, since=dt.date(2023, 5, 1))
    client = as_user(city.manager)

    assert shares(ask(client, "2019-12-31"))["延溪区"] == (0, 2)
    assert shares(ask(client, "2023-04-30"))["延溪区"] == (1, 2)
    assert shares(ask(client, "2023-05-01"))["延溪区"] == (2, 2)


def test_a_county_is_counted_with_its_townships_and_a_township_with_its_villages(city, as_user):
    client = as_user(city.contributor)

    assert shares(ask(client, "2022-06-30", city.yanxi)) == {"上埔镇": (1, 2)}
    assert shares(ask(client, "2022-06-30", city.shangpu_town)) == {"上埔村": (1, 1), "溪口村": (0, 1)}
    page = ask(client, "2022-06-30", city.shangpu_town).content.decode()
    assert "正常运行" in page
    assert "计划建设" in page


def test_the_parts_add_up_to_the_whole(city):
    count = counting.below(city.home, dt.date(2022, 6, 30))

    assert sum(part.coverage.operating for part in count.parts) == count.whole.operating
    assert sum(part.coverage.total for part in count.parts) == count.whole.total


def test_a_day_that_is_none_or_has_not_come_is_told_and_today_is_counted(city, as_user):
    client = as_user(city.contributor)

    for on, words in (("2022-02-31", "有效的日期"), ("去年", "有效的日期"), ("2999-01-01", "不能晚于今天")):
        answer = ask(client, on)
        assert words in answer.content.decode(), on
        assert answer.context["count"].whole.on == timezone.localdate()


def test_where_there_is_no_village_nothing_is_counted(city, as_user):
    answer = ask(as_user(city.contributor), "2022-06-30", city.fayun.get_parent().specific)
    assert answer.context["count"].whole.total == 1

    city.fayun.delete()

    page = ask(as_user(city.contributor), "2022-06-30", city.zhuling).content.decode()
    assert "还没有村（社区）" in page


def test_one_must_be_signed_in(city, client):
    assert ask(client)["Location"].startswith("/desk/login/")
