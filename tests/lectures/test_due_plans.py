"""Lesson plans that are due for review: listed on the desk, and told to who wrote them and who edits the county."""

import datetime as dt

import pytest
import time_machine

from cms.places.founding import index_of
from cms.places.models import Role
from lectures.models import CourseIndexPage, CoursePage
from tests import factories

LIST = "/desk/lectures/courses/due/"


def course(city, title: str, due, county=None, **fields) -> CoursePage:
    index = index_of(county or city.yanxi, CourseIndexPage)
    return index.add_child(instance=CoursePage(title=title, review_due=due, **fields))


@pytest.fixture
def desk(city):
    with time_machine.travel("2027-03-15 08:00+08:00", tick=False):
        city.late = course(city, "乡音课", dt.date(2027, 3, 14), owner=city.contributor)
        city.soon = course(city, "茶山课", dt.date(2027, 4, 10))
        city.fresh = course(city, "家风课", dt.date(2028, 1, 1))
        city.foreign = course(city, "竹海课", dt.date(2027, 3, 1), county=city.zhuling)
        yield city


def test_what_is_due_and_what_soon_will_be_is_listed(desk, as_user):
    text = as_user(desk.editor).get(LIST).text

    assert text.index("乡音课") < text.index("茶山课")
    assert "待更新" in text and "快到了" in text
    assert "家风课" not in text and "竹海课" not in text
    assert "乡音课" in as_user(desk.contributor).get(LIST).text
    assert "茶山课" not in as_user(desk.contributor).get(LIST).text
    assert as_user(desk.checker).get(LIST).status_code == 404


def test_owner_and_county_editor_have_it_to_do_and_nobody_else(desk, as_user):
    for user in (desk.contributor, desk.editor):
        text = as_user(user).get("/desk/").text
        assert "《乡音课》的教案该重新审定了" in text and LIST in text
    city_editor = factories.person("市级编辑", desk.home, Role.EDITOR)
    for user in (city_editor, desk.reviewer, desk.manager):
        assert "该重新审定了" not in as_user(user).get("/desk/").text
    assert "《竹海课》" in as_user(desk.outsider).get("/desk/").text
    course(desk, "市里的课", dt.date(2027, 3, 1), county=desk.home)
    assert "《市里的课》" in as_user(city_editor).get("/desk/").text


def test_what_is_not_yet_due_is_nobody_s_to_do(desk, as_user):
    desk.late.delete()

    assert "该重新审定了" not in as_user(desk.editor).get("/desk/").text
