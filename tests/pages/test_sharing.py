"""What search engines and chat programs are told."""

import re

from cms.pages.models import SiteSettings
from tests import factories, readers


def meta(html: str) -> dict[str, str]:
    return dict(re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', html))


def test_a_page_says_its_title_summary_picture_and_one_address(city, client):
    case = readers.live(factories.case(city.contributor, city.shangpu, cover=factories.image()))

    html = client.get(case.url).content.decode()

    said = meta(html)
    assert said["og:title"] == case.title
    assert said["og:description"] == said["description"] == case.summary
    assert said["og:url"] == f"http://testserver{case.url}"
    assert said["og:type"] == "article"
    assert said["og:image"].startswith("http://testserver/uploads/images/")
    assert f'<link rel="canonical" href="http://testserver{case.url}">' in html


def test_a_page_without_a_picture_shares_the_seal(city, client):
    said = meta(client.get("/cases/").content.decode())

    assert said["og:image"] == "http://testserver/static/img/share.png"
    assert said["og:type"] == "website"


def test_the_map_has_every_public_page_and_no_other(city, client):
    case = readers.live(factories.case(city.contributor, city.shangpu))
    draft = factories.case(city.contributor, city.shangpu, "没审过的案例")
    index = client.get("/sitemap.xml").content.decode()
    section = re.search(r"<loc>http://testserver(/[^<]+)</loc>", index)[1]

    sitemap = client.get(section).content.decode()

    assert f"<loc>http://testserver{case.url}</loc>" in sitemap
    assert "<loc>http://testserver/</loc>" in sitemap
    assert f"/{draft.slug}/" not in sitemap


def test_robots_are_shown_the_map_and_kept_from_the_desk(city, client):
    answer = client.get("/robots.txt")

    assert answer["Content-Type"].startswith("text/plain")
    for line in ("Disallow: /desk/", "Disallow: /admin/", "Sitemap: http://testserver/sitemap.xml"):
        assert line in answer.content.decode()


def test_only_what_the_city_filled_in_stands_at_the_foot(city, client, django_capture_on_commit_callbacks):
    foot = client.get("/").content.decode().split("<footer")[1]
    assert "：" not in foot

    with django_capture_on_commit_callbacks(execute=True):
        settings = SiteSettings.for_site(city.home.get_site())
        settings.icp_number, settings.hotline = "闽ICP备00000000号", "12345"
        settings.save()

    foot = client.get("/").content.decode().split("<footer")[1]
    assert "闽ICP备00000000号" in foot
    assert "值班电话：12345" in foot
    assert "地址" not in foot


def test_the_page_on_privacy_is_there_once_it_is_written(city, client, django_capture_on_commit_callbacks):
    assert client.get("/privacy/").status_code == 404

    with django_capture_on_commit_callbacks(execute=True):
        settings = SiteSettings.for_site(city.home.get_site())
        settings.privacy = "只登本人同意公开的内容。"
        settings.save()

    assert "只登本人同意公开的内容。" in client.get("/privacy/").content.decode()
    assert 'href="/privacy/"' in client.get("/").content.decode()
