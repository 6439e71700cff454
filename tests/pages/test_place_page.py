"""A place's own page: what it is, when it is open, what is below it and what was made there."""

import pytest

from cms.pages import page_cache
from tests import factories, markup, readers


def html_of(client, page) -> str:
    answer = client.get(page.url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_shows_the_name_on_the_plaque_and_how_to_get_there(city, client):
    city.shangpu.address, city.shangpu.opening_hours = "上埔村村部一楼", "每天 9:00—21:00"
    city.shangpu.save()

    html = html_of(client, city.shangpu)

    for words in ("上埔村新时代文明实践站", "正常运行", "上埔村村部一楼", "每天 9:00—21:00", 'href="/yanxi/"'):
        assert words in html
    assert markup.faults(html) == []


def test_a_place_where_nothing_was_made_says_how_it_gets_here(city, client):
    html = html_of(client, city.xikou)

    assert "计划建设" in html
    assert "这里的故事还没有写" in html


def test_it_shows_what_was_made_there(told, city, client):
    told(1)

    html = html_of(client, city.shangpu)

    for words in ("案例1", "品牌1", "故事1", "打卡1", "课程1", "宣讲师1", "资讯1", "省创新案例集1"):
        assert words in html
    assert markup.faults(html) == []


def test_what_a_village_made_is_on_its_townships_and_its_countys_page_and_on_no_other(told, city, client):
    told(1)

    for page in (city.shangpu_town, city.yanxi):
        assert "案例1" in html_of(client, page)
    for page in (city.xikou, city.fayun, city.zhuling):
        assert "案例1" not in html_of(client, page)


def test_a_brand_is_on_the_page_of_every_place_where_it_is_done(told, city, client):
    brand = told(1)["brands"][0]
    brand.places.add(city.fayun)
    brand.save()
    readers.live(brand)
    page_cache.cache.clear()

    assert "品牌1" in html_of(client, city.fayun)


def test_a_draft_is_on_no_page(city, client):
    factories.case(city.contributor, city.shangpu, "没审过的案例")

    assert "没审过的案例" not in html_of(client, city.shangpu)
    assert "没审过的案例" not in html_of(client, city.yanxi)


def test_a_county_shows_its_townships_and_its_coverage(city, client):
    html = html_of(client, city.yanxi)

    assert "上埔镇" in html
    assert "<b>2</b> 个村（社区），<b>1</b> 个有实践站常态运行，覆盖率 <b>50%</b>（截至" in html
    assert markup.faults(html) == []


def test_a_township_shows_its_villages_and_which_of_them_work(city, client):
    below = html_of(client, city.shangpu_town).split('class="stations"')[1].split("</ul>")[0]

    assert below.count("<li") == 2
    assert below.count('class="works"') == 1
    assert "实践站 · 计划建设" in below


def test_the_way_up_is_in_the_breadcrumbs(city, client):
    crumbs = html_of(client, city.shangpu).split('class="crumbs')[1].split("</nav>")[0]

    assert [part.split("<")[0] for part in crumbs.split('/">')[1:]] == ["首页", "延溪区", "上埔镇"]
    assert '<li aria-current="page">上埔村</li>' in crumbs


@pytest.mark.parametrize("where", ["shangpu", "shangpu_town", "yanxi"])
def test_it_takes_the_same_few_queries_however_much_was_made(told, city, client, where, django_assert_max_num_queries):
    address = getattr(city, where).url
    taken = []
    for more in (1, 2):
        told(more)
        page_cache.cache.clear()
        client.get(address)
        with django_assert_max_num_queries(8) as few:
            client.get(f"{address}?again")
        taken.append(len(few))

    assert taken[0] == taken[1]
