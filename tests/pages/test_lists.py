"""Every section's list: newest first, in pages, narrowed by what is in the address."""

import re

import pytest

from brands.models import CaseIndexPage
from cms.pages import page_cache
from tests import factories, markup, readers

SECTIONS = {
    "cases": "案例1", "brands": "品牌1", "stories": "故事1", "checkins": "打卡1",
    "courses": "课程1", "speakers": "宣讲师1", "news": "资讯1",
}  # fmt: skip


def html_of(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def titles(html: str) -> list[str]:
    return re.findall(r"<h3><a [^>]+>([^<]+)</a></h3>", html)


@pytest.fixture
def cases(city):
    """Five live cases, the fifth the newest; four of 延溪区, one of 竹岭市."""
    made = [factories.case(city.contributor, city.shangpu, f"案例{n}", category="policy") for n in range(1, 5)]
    made.append(factories.case(city.outsider, city.fayun, "案例5", county=city.zhuling, category="culture"))
    return [readers.live(case) for case in made]


@pytest.mark.parametrize("slug", SECTIONS)
def test_a_list_shows_what_is_published_and_says_how_many(told, client, slug):
    told(1)

    html = html_of(client, f"/{slug}/")

    assert SECTIONS[slug] in html
    assert "共 <b>1</b>" in html
    assert markup.faults(html) == []


@pytest.mark.parametrize("slug", [*SECTIONS, "honours"])
def test_an_empty_list_says_what_will_be_here_and_how_it_gets_here(city, client, slug):
    html = html_of(client, f"/{slug}/")

    assert "这里还是空的" in html
    assert re.search(r"这里还是空的</b><p>[^<]{20,}", html)
    assert markup.faults(html) == []


def test_the_newest_comes_first(cases, client):
    assert titles(html_of(client, "/cases/")) == ["案例5", "案例4", "案例3", "案例2", "案例1"]


def test_the_citys_list_has_every_county_and_a_countys_list_its_own(cases, client):
    assert titles(html_of(client, "/zhuling/cases/")) == ["案例5"]
    assert len(titles(html_of(client, "/yanxi/cases/"))) == 4
    assert "竹岭市优秀案例" in html_of(client, "/zhuling/cases/")


def test_filters_narrow_the_list_together(cases, client):
    assert titles(html_of(client, "/cases/?county=zhuling")) == ["案例5"]
    assert titles(html_of(client, "/cases/?category=policy&county=yanxi"))[0] == "案例4"
    html = html_of(client, "/cases/?category=policy&county=zhuling")
    assert titles(html) == []
    assert "没有找到符合的" in html


def test_a_chosen_filter_stays_chosen(cases, client):
    assert '<option value="zhuling" selected>' in html_of(client, "/cases/?county=zhuling")


@pytest.mark.parametrize("query", ["county=moon", "category='--", "year=abcd", "page=-1", "page=x", "page=999", "x=1"])
def test_nonsense_in_the_address_counts_as_nothing(cases, client, query):
    assert len(titles(html_of(client, f"/cases/?{query}"))) == 5


def test_a_long_list_comes_in_pages_that_keep_the_filter(cases, client, monkeypatch):
    monkeypatch.setattr(CaseIndexPage, "per_page", 2)

    html = html_of(client, "/cases/?category=policy&page=2")

    assert titles(html) == ["案例2", "案例1"]
    assert 'href="?category=policy&amp;page=1"' in html
    assert 'rel="next"' not in html
    assert '<link rel="canonical" href="http://testserver/cases/?page=2">' in html
    assert markup.faults(html) == []


def test_a_page_taken_down_leaves_the_list_and_its_count(cases, client):
    cases[4].unpublish()
    page_cache.cache.clear()

    html = html_of(client, "/cases/")

    assert "案例5" not in html
    assert "共 <b>4</b>" in html


def test_every_list_has_a_feed_and_says_so(cases, client):
    html = html_of(client, "/cases/")
    assert '<link rel="alternate" type="application/atom+xml"' in html

    feed = client.get("/cases/feed/")

    assert feed["Content-Type"].startswith("application/atom+xml")
    entries = feed.content.decode().split("<entry>")[1:]
    assert len(entries) == 5
    assert f"http://testserver{cases[4].url}" in entries[0]


def test_courses_and_speakers_are_one_word_in_the_menu_and_lead_to_each_other(told, client):
    told(1)

    html = html_of(client, "/speakers/")

    menu = html.split('<nav class="menu"')[1].split("</nav>")[0]
    assert menu.count("宣讲") == 1
    assert '<a href="/courses/" aria-current="true">宣讲</a>' in menu
    assert '<a href="/courses/">' in html.split('class="beside"')[1].split("</nav>")[0]


def test_a_place_is_found_by_a_part_of_its_name(city, client):
    html = html_of(client, "/places/?name=埔村")

    assert "上埔村" in html.split('class="stations"')[1]
    assert "筏运村" not in html.split('class="stations"')[1]


def test_honours_stand_by_year_with_the_paper_they_stand_on(told, client):
    case = told(1)["cases"][0]

    html = html_of(client, "/honours/")

    for words in ("2026年", "省级", "省文明办", "省创新案例集1", f'href="{case.url}"'):
        assert words in html
    assert markup.faults(html) == []


@pytest.mark.parametrize("slug", [*SECTIONS, "honours", "places"])
def test_a_list_takes_the_same_few_queries_however_long_it_is(told, client, slug, django_assert_max_num_queries):
    taken = []
    for more in (1, 2):
        told(more)
        page_cache.cache.clear()
        html_of(client, f"/{slug}/")
        with django_assert_max_num_queries(8) as few:
            html_of(client, f"/{slug}/?again")
        taken.append(len(few))

    assert taken[0] == taken[1]
