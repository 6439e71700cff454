"""A case, as its readers see it."""

from types import SimpleNamespace

import pytest

from brands.journey import journey
from brands.models import CasePage
from cms.pages.pictures import picture_of
from cms.review import decisions
from media import consent
from tests import factories, markup, readers


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker):
    with readers.for_a_module(django_db_blocker) as city:
        bare = factories.publish(factories.case(city.contributor, city.shangpu, "没有配图的案例"), city)
        pages = {1: readers.full_case(city, 1), 3: readers.full_case(city, 3)}
        yield SimpleNamespace(city=city, bare=bare, pages=pages)


@pytest.fixture
def city(made, db):
    return made.city


@pytest.fixture
def case(made, db):
    return CasePage.objects.get(pk=made.pages[3].pk)


@pytest.fixture
def html(case, client):
    return client.get(case.url).content.decode()


def test_everything_on_it_is_shown(html):
    for words in (
        "一座古厝的三十六堂党课", "宣传宣讲党的政策", "品牌2", "一张八仙桌", "供稿", "终审 市级终审", "背景起因",
        "主要做法",
        "1,480 <small>人次</small>", "截至2025年12月31日，签到簿相加",
        "先生坐在板凳上", "林阿婆", "（上埔村实践站）",
        'alt="第1张：板凳围成一圈"', "天井里的一圈板凳", "更正3：堂数由 35 改为 36。",
        "省创新案例集1", "从村里到省里", "接着看",
    ):  # fmt: skip
        assert words in html


def test_the_markup_is_sound(html):
    assert markup.faults(html) == []


def test_its_share_card_says_what_it_is(case, html):
    assert f'<meta property="og:title" content="{case.title}">' in html
    assert '<meta property="og:type" content="article">' in html
    assert f'<meta property="og:image" content="http://testserver{picture_of(case.cover).src}">' in html


@pytest.mark.parametrize("count", [1, 3])
def test_it_takes_the_same_few_queries_however_much_is_on_it(made, db, client, count, django_assert_num_queries):
    case = made.pages[count]
    client.get(case.url)

    with django_assert_num_queries(7):
        assert client.get(f"{case.url}?again").status_code == 200


def test_a_bare_case_is_sound_too(made, db, client):
    html = client.get(made.bare.url).content.decode()

    assert markup.faults(html) == []
    assert "关键数字" not in html
    assert "更正" not in html.split("<footer")[0]


def test_a_withheld_photo_is_gone_and_the_next_one_opens(city, client, case, django_capture_on_commit_callbacks):
    first = case.pictures_body[0].value["image"]
    assert "第1张" in client.get(case.url).content.decode()

    with django_capture_on_commit_callbacks(execute=True):
        consent.withdraw(image=first, user=city.superuser)
    html = client.get(case.url).content.decode()

    assert "第1张" not in html
    assert html.index("第2张") < html.index("背景起因")


def test_a_withheld_cover_is_on_no_card_and_on_no_share_card(city, client, case, django_capture_on_commit_callbacks):
    other = readers.live(factories.case(city.contributor, city.shangpu, "最新的一个", cover=factories.image("遮住")))
    with django_capture_on_commit_callbacks(execute=True):
        consent.withdraw(image=other.cover, user=city.superuser)

    html = client.get(case.url).content.decode()

    assert "最新的一个" in html
    assert "not-found" not in html
    assert 'og:image" content="http://testserver/static/' in client.get(other.url).content.decode()


def test_its_way_begins_in_the_village_and_tells_who_passed_it_when(city):
    case = factories.case(city.contributor, city.shangpu)
    decisions.submit(page=case, user=city.contributor)
    factories.approve(case, city.checker)
    factories.send_back(case, city.editor)
    decisions.submit(page=case, user=city.contributor)
    for user in (city.editor, city.reviewer, city.signer):
        factories.approve(case, user)
    case.refresh_from_db()

    way = journey(case, place="上埔村")

    assert [(stage.title, stage.detail) for stage in way] == [
        ("上埔村供稿", "上埔村供稿员"), ("镇（街道）看稿", "上埔镇"), ("初审", "延溪区 · 改过 1 次"), ("复审",
        "延溪区"),
        ("终审，发布", "云麓市"),
    ]  # fmt: skip
    assert all(stage.done and stage.at for stage in way)


def test_its_way_stays_that_of_the_first_publication(city, case):
    assert [stage.title for stage in journey(case)].count("终审，发布") == 1


def test_a_draft_s_preview_shows_the_steps_ahead(city, rf):
    case = factories.case(city.contributor, city.shangpu)

    way = journey(case)

    assert [stage.done for stage in way] == [True, False, False, False]
    response = case.get_latest_revision_as_object().make_preview_request(preview_mode="")
    assert "还没到这一步" in response.rendered_content


def test_its_way_asks_the_database_at_most_twice(case, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        journey(case)


def test_other_cases_of_the_same_brand_come_first(city, client, case):
    same = factories.case(
        city.contributor, city.shangpu, "同一个品牌", brands=list(case.brands.all()), category="culture"
    )
    readers.live(same)
    for number in range(3):
        readers.live(factories.case(city.contributor, city.shangpu, f"别的{number}", category="culture"))

    related = client.get(case.url).context["related"]

    assert [link.title for link in related[:1]] == ["同一个品牌"]
    assert len({link.pk for link in related} - {case.pk}) == 3
