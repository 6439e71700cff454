"""A course, as those see it who may ask for it."""

import datetime as dt
from types import SimpleNamespace

import pytest

from lectures.models import CoursePage
from tests import markup, readers
from tests.lectures.making import dispatcher, session, speaker


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


def test_that_its_review_date_is_past_is_told_to_the_county_s_people_alone(made, course, client, as_user):
    course.review_due = dt.date(2026, 1, 1)
    course.save()
    city = made.city

    assert "2026年1月1日" not in client.get(course.url).content.decode()
    for user, told in ((None, False), (city.editor, True), (city.outsider, False), (city.superuser, True)):
        reader = as_user(user) if user else client
        assert ("待更新" in reader.get(f"{course.url}?again").content.decode()) == told


def test_where_it_is_given_next_is_told_and_how_to_ask_for_it(made, course, client):
    city = made.city
    assert "眼下没有排定的场次" in client.get(course.url).content.decode()
    session(city.shangpu, dispatcher(city), topic="", course=course, speakers=[speaker(city)], confirmed=True)
    session(city.shangpu, dispatcher(city, city.shangpu), "14:00", "15:00", topic="别的课", open_to_public=False)

    html = client.get(f"{course.url}?again").content.decode()

    assert "3.15" in html.split("接下来在哪儿讲")[1]
    assert "别的课" not in html
    assert f'href="/lectures/ask/?course={course.pk}"' in html
    assert markup.faults(html) == []


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

    with django_assert_num_queries(8):
        assert client.get(f"{made.pages[count].url}?again").status_code == 200
