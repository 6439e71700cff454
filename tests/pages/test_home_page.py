"""The front page: what is told here, what one may ask for, where the places are."""

import datetime as dt

import pytest

from cms.pages import page_cache
from cms.places.models import Status, StatusChange
from media.models.files import Consent
from tests import factories, markup


def html_of(client, address="/") -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def choose_lead(city, page) -> None:
    city.home.lead = page.page_ptr
    city.home.save()
    page_cache.cache.clear()


def test_it_shows_something_of_every_room(told, client):
    told(1)

    html = html_of(client)

    for words in ("案例1", "品牌1", "故事1", "打卡1", "课程1", "资讯1", "省创新案例集1", "延溪区", "竹岭市"):
        assert words in html
    assert markup.faults(html) == []


def test_a_city_with_nothing_to_tell_says_what_will_be_here(city, client):
    html = html_of(client)

    assert "阵地" in html
    assert "hero" not in html
    assert markup.faults(html) == []


def test_the_newest_brand_leads_unless_the_city_chose_another_page(told, city, client):
    made = told(2)
    hero = html_of(client).split('class="hero"')[1].split("</article>")[0]
    assert "品牌2" in hero

    choose_lead(city, made["stories"][0])

    hero = html_of(client).split('class="hero"')[1].split("</article>")[0]
    assert "故事1" in hero


def test_a_lead_that_was_taken_down_makes_room_for_the_newest_brand(told, city, client):
    made = told(1)
    choose_lead(city, made["stories"][0])
    made["stories"][0].unpublish()
    page_cache.cache.clear()

    html = html_of(client)

    assert "品牌1" in html.split('class="hero"')[1].split("</article>")[0]
    assert "故事1" not in html


def test_the_leading_brand_is_not_shown_twice(told, client):
    told(2)

    assert html_of(client).count(">品牌2<") == 1


def test_a_draft_is_not_shown(city, client):
    factories.case(city.contributor, city.shangpu, "没审过的案例")

    assert "没审过的案例" not in html_of(client)


def test_coverage_is_counted_from_the_register_and_shown_with_numerator_denominator_and_day(city, client):
    html = html_of(client)
    assert "66.67" in html  # 上埔 and 筏运 have a station at work, 溪口 is planned
    assert "2 / 3 个村（社区），截至" in html

    StatusChange.objects.create(place=city.xikou, status=Status.OPERATING, since=dt.date(2026, 1, 1))
    page_cache.cache.clear()

    assert "3 / 3 个村（社区），截至" in html_of(client)


def test_there_is_one_dot_a_village_and_a_hollow_where_no_station_works(city, client):
    yanxi = html_of(client).split('href="/yanxi/"><b>')[1].split("</li>")[0]

    assert "1/2" in yanxi
    assert 'class="hollow" d="M13.5 4.5h.1"' in yanxi


def test_a_withheld_picture_is_shown_nowhere(told, city, client):
    made = told(1)
    cover = made["cases"][0].cover
    name = cover.file.name.rsplit("/", 1)[1].split(".")[0]
    assert name in html_of(client)

    cover.consent = Consent.WITHDRAWN
    cover.save()
    page_cache.cache.clear()

    html = html_of(client)
    assert name not in html
    assert "案例1" in html


@pytest.mark.parametrize("count", [1, 3])
def test_it_takes_the_same_few_queries_however_much_there_is(told, client, count, django_assert_max_num_queries):
    told(count)
    html_of(client)  # the pictures get their sizes, the menu and the register are kept

    with django_assert_max_num_queries(8) as few:
        html_of(client, "/?again")

    assert len(few) == 0


@pytest.mark.parametrize("count", [1, 3])
def test_putting_its_sections_together_takes_the_same_few_queries(told, city, count, django_assert_num_queries):
    told(count)
    city.home.sections()

    with django_assert_num_queries(10):
        city.home.sections()


def test_brands_and_check_ins_go_sideways_on_a_phone_and_the_keyboard_reaches_each(told, client):
    told(3)

    rows = [part.split("</ul>")[0] for part in html_of(client).split('<ul class="grid sideways')[1:]]

    assert ["品牌1" in row for row in rows] == [True, False]
    assert ["打卡1" in row for row in rows] == [False, True]
    assert all(row.count("<a href=") == row.count("<li") >= 2 for row in rows)
