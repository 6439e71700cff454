"""A course, as those see it who may ask for it."""

import datetime as dt
from types import SimpleNamespace

import pytest

from lectures.models import CoursePage
from tests import markup, readers


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker):
    with readers.for_a_module(django_db_blocker) as city:
        pages = {count: readers.full_course(city, count, f"后厝村的半本账{count}") for count in (1, 3)}
        yield SimpleNamespace(city=city, pages=pages)


@pytest.fixture
def course(made, db):
    return CoursePage.objects.get(pk=made.pages[3].pk)


def test_everything_in_it_is_shown(course, client):
    html = client.get(course.url).content.decode()

    for words in (
        "后厝村的半本账3", "党史故事", "问答", "40 分钟", "对象1、对象2、对象3", "党校", "2026年4月20日",
        "2099年4月20日", "要点2",
        "<b>第2问：还了没有？（20分钟）</b>", "请听众自己读账。", "《依据3》", "讲师3", "区委党校高级讲师",
        "课件：半本账课件", "PPTX",
        "终审 市级终审", "还可以听", "后厝村的半本账1",
    ):  # fmt: skip
        assert words in html
    assert markup.faults(html) == []


def test_its_papers_are_given_out_by_wagtail_which_asks_who_wants_them(course, client):
    assert f'<a href="/documents/{course.slides_id}/' in client.get(course.url).content.decode()
    assert client.get(course.slides.url).status_code == 200


def test_a_course_past_its_review_date_says_so(course, client):
    assert "待更新" not in client.get(course.url).content.decode()

    course.review_due = dt.date(2026, 1, 1)
    course.save()

    assert "待更新" in client.get(f"{course.url}?again").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("paragraph", "lead"),
    [
        ("一、先看东西（10分钟）。桌上摆一只米升。", "一、先看东西（10分钟）"),
        ("第一问：还了没有？（10分钟）先猜。", "第一问：还了没有？（10分钟）"),
        ("开场：请保管账本的人打开布包。", "开场"),
        ("念账。再问。", "念账"),
        ("这一段很长很长，长到没有一个合适的地方可以停下来当作小标题用，那就不用小标题。后面还有。", ""),
    ],
)
def test_the_plan_s_paragraphs_are_headed_by_their_first_words(db, paragraph, lead):
    (found,) = CoursePage(plan=paragraph).outline()

    assert found[0] == lead
    assert found[1] in paragraph


@pytest.mark.parametrize("count", [1, 3])
def test_it_takes_the_same_few_queries_however_much_is_in_it(made, db, client, count, django_assert_num_queries):
    client.get(made.pages[count].url)

    with django_assert_num_queries(7):
        assert client.get(f"{made.pages[count].url}?again").status_code == 200
