"""A brand, as its readers see it."""

from types import SimpleNamespace

import pytest

from brands.models import BrandIndexPage, BrandProjectPage
from media import consent
from tests import markup, readers


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker):
    with readers.for_a_module(django_db_blocker) as city:
        bare = readers.neighbour(city, BrandProjectPage, BrandIndexPage, "只有名字的品牌")
        bare.cover = None
        yield SimpleNamespace(
            city=city, bare=readers.live(bare), pages={count: readers.full_brand(city, count) for count in (1, 3)}
        )


@pytest.fixture
def html(made, db, client):
    return client.get(made.pages[3].url).content.decode()


def test_everything_of_it_is_shown(html):
    for words in (
        "小院党课", "搬条凳子来", "始于 2019年", "主理 延溪区实践中心", "来历", "那晚停电。", "怎么做", "谁在做",
        "1,480 <small>人次",
        "谁来讲", "宣讲师2", "区委党校高级讲师", "在哪里", "上埔镇", "案例3", "打卡1", "上埔村送盐古渡",
        "获得的荣誉", "省创新案例集2",
        "别处的品牌", "只有名字的品牌", "第2张",
    ):  # fmt: skip
        assert words in html


def test_the_markup_is_sound(made, html, client):
    assert markup.faults(html) == []
    assert markup.faults(client.get(made.bare.url).content.decode()) == []


@pytest.mark.parametrize("count", [1, 3])
def test_it_takes_the_same_few_queries_however_much_belongs_to_it(made, db, client, count, django_assert_num_queries):
    client.get(made.pages[count].url)

    with django_assert_num_queries(6):
        assert client.get(f"{made.pages[count].url}?again").status_code == 200


def test_a_chapter_that_was_not_written_has_no_heading(made, db, client):
    html = client.get(made.bare.url).content.decode()

    assert not any(heading in html for heading in ("来历", "怎么做", "谁在做", "谁来讲", "在哪里", "做成的案例"))


def test_what_is_not_on_the_site_is_not_on_its_page(made, db, client, django_capture_on_commit_callbacks):
    brand = made.pages[1]
    with django_capture_on_commit_callbacks(execute=True):
        brand.cases.get().unpublish()
        brand.speakers.get().unpublish()

    html = client.get(brand.url).content.decode()

    assert "做成的案例" not in html
    assert "谁来讲" not in html


def test_a_speaker_who_took_back_consent_is_named_without_a_portrait(
    made, db, client, django_capture_on_commit_callbacks
):
    brand = made.pages[1]
    portrait = brand.speakers.get().cover
    assert "宣讲师1的题图" not in (before := client.get(brand.url).content.decode())  # the name stands beside it
    with django_capture_on_commit_callbacks(execute=True):
        consent.withdraw(image=portrait, user=made.city.superuser)

    html = client.get(brand.url).content.decode()

    assert "宣讲师1" in html
    assert html.count("<img") == before.count("<img") - 1
    assert "not-found" not in html
