"""宣讲菜单: as a page to print, and as a sheet in which text stays text."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from cms.pages import page_cache
from cms.places.founding import index_of
from lectures.models import Audience, CourseIndexPage, CoursePage, LectureForm, LectureTheme
from tests import markup
from tests.lectures.making import speaker


@pytest.fixture
def kitchen(city):
    city.history = LectureTheme.objects.create(name="党史故事", sort_order=1)
    city.customs = LectureTheme.objects.create(name="移风易俗", sort_order=2)
    city.clappers = LectureForm.objects.create(name="快板")
    city.old = Audience.objects.create(name="老人")
    city.lin = speaker(city, "林秀珍")
    return city


def course(city, title: str, county=None, **fields) -> CoursePage:
    county = county or city.yanxi
    return index_of(county, CourseIndexPage).add_child(instance=CoursePage(title=title, place=county, **fields))


def full(city, title: str, **fields) -> CoursePage:
    details = {
        "theme": city.customs, "form": city.clappers, "minutes": 45, "audiences": [city.old], "speakers": [city.lin],
        "key_points": "先看擂钵。\n再讲规约",
    }  # fmt: skip
    return course(city, title, **(details | fields))


def read(client, address: str = "/lectures/menu/") -> str:
    page_cache.cache.clear()
    response = client.get(address)
    assert response.status_code == 200
    html = response.content.decode()
    assert markup.faults(html) == []
    return html


def sheet(client, address: str = "/lectures/menu.xlsx") -> list[tuple]:
    page_cache.cache.clear()
    return list(load_workbook(BytesIO(client.get(address).content)).active.iter_rows())


def test_it_tells_of_each_course_what_whom_and_how_long(kitchen, client):
    one = full(kitchen, "一碗擂茶里的规约")

    html = read(client)

    assert f'href="{one.url}">一碗擂茶里的规约</a>' in html
    for words in ("移风易俗", "45 分钟 · 快板 · 适合老人", "先看擂钵；再讲规约。", "延溪区 · 林秀珍"):
        assert words in html


def test_it_is_in_the_order_of_the_themes_and_what_has_none_comes_last(kitchen, client):
    course(kitchen, "没有主题的")
    full(kitchen, "一碗擂茶里的规约")
    full(kitchen, "半本账", theme=kitchen.history)

    html = read(client)

    places = [html.index(words) for words in ("党史故事", "半本账", "移风易俗", "一碗擂茶", "其他", "没有主题的")]
    assert places == sorted(places)


def test_a_county_has_its_own(kitchen, client):
    full(kitchen, "延溪的课")
    course(kitchen, "竹岭的课", kitchen.zhuling)

    html = read(client, "/lectures/menu/?county=yanxi")

    assert "延溪区宣讲菜单" in html
    assert "延溪的课" in html
    assert "竹岭的课" not in html
    assert 'href="/lectures/menu.xlsx?county=yanxi"' in html
    assert [row[1].value for row in sheet(client, "/lectures/menu.xlsx?county=zhuling")[1:]] == ["竹岭的课"]


@pytest.mark.parametrize("address", ["/lectures/menu/?county=nowhere", "/lectures/menu.xlsx?county=nowhere"])
def test_there_is_none_of_a_county_that_there_is_not(kitchen, client, address):
    assert client.get(address).status_code == 404


def test_drafts_are_on_no_menu_nor_are_speakers_who_left(kitchen, client):
    course(kitchen, "还没审的课", live=False)
    full(kitchen, "一碗擂茶里的规约")
    kitchen.lin.unpublish()

    html = read(client)

    assert "还没审的课" not in html
    assert "林秀珍" not in html
    assert len(sheet(client)) == 2


def test_that_a_plan_is_due_for_review_is_the_staff_s_business(kitchen, client):
    full(kitchen, "老教案", review_due="2020-01-01")

    assert "待更新" not in read(client)
    assert "待更新" not in str([cell.value for row in sheet(client) for cell in row])


def test_the_sheet_has_the_same_and_runs_nothing(kitchen, client):
    full(kitchen, "=cmd|' /C calc'!A1", key_points="=1+1\n+86")

    labels, row = sheet(client)

    assert [cell.value for cell in labels] == [
        "主题", "课程", "形式", "时长（分钟）", "适合对象", "谁来讲", "从哪里来", "要点",
    ]  # fmt: skip
    assert [cell.value for cell in row] == [
        "移风易俗", "=cmd|' /C calc'!A1", "快板", 45, "老人", "林秀珍", "延溪区", "=1+1；+86",
    ]  # fmt: skip
    assert {cell.data_type for cell in row} == {"s", "n"}
    assert row[1].data_type == row[7].data_type == "s"


def test_an_empty_menu_says_what_will_be_here(city, client):
    assert "还没有可以点的课" in read(client)
    assert len(sheet(client)) == 1


@pytest.mark.parametrize("count", [1, 3])
def test_it_takes_the_same_few_queries_however_much_there_is(kitchen, client, count, django_assert_num_queries):
    for number in range(count):
        full(kitchen, f"课程{number}", speakers=[kitchen.lin, speaker(kitchen, f"讲师{number}")])
    client.get("/lectures/menu/")

    with django_assert_num_queries(4):  # the courses, two of names, what asks for a password
        assert client.get("/lectures/menu/?again").content.decode().count("讲师") == count
