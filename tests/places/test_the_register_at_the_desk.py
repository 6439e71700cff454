"""The register at the desk: shown first, brought in once it is confirmed."""

from io import BytesIO

from django.urls import reverse

from cms.audit.models import Event
from cms.pages import page_cache
from cms.places import sheet
from cms.places.models import PlacePage
from tests import factories
from tests.places.sheets import book, bring, village


def upload(client, top, data: bytes, name="登记册.xlsx"):
    file = BytesIO(data)
    file.name = name
    return client.post(reverse("places:register", args=[top.pk]), {"file": file})


def test_nothing_is_imported_before_it_is_confirmed_and_then_once(city, as_user):
    client = as_user(city.manager)
    seen = upload(client, city.yanxi, book(village()))
    assert "新增 <b>1</b> 个" in seen.content.decode()
    assert not PlacePage.objects.filter(title="下埔村").exists()

    confirm = reverse("places:register_confirm", args=[city.yanxi.pk])
    client.post(confirm, {"file": seen.context["digest"]})
    client.post(confirm, {"file": seen.context["digest"]})

    assert PlacePage.objects.filter(title="下埔村").count() == 1
    assert Event.objects.filter(action="导入阵地登记册").get().detail == {"added": 1, "changed": 0}


def test_every_bad_row_is_on_the_page_and_there_is_nothing_to_confirm(city, as_user):
    answer = upload(
        as_user(city.manager), city.yanxi, book(village(状态="红火"), village(上级="没有"))
    ).content.decode()

    assert "状态“红火”不认识" in answer
    assert "找不到上级“没有”" in answer
    assert "就这样登记" not in answer


def test_only_the_file_that_was_shown_can_be_confirmed_and_only_by_who_saw_it(city, as_user, client_of):
    digest = upload(as_user(city.manager), city.yanxi, book(village())).context["digest"]
    other = client_of(city.city_manager)

    for browser, top, file in (
        (other, city.yanxi, digest),
        (other, city.home, digest),
        (as_user(city.manager), city.yanxi, "0" * 64),
        (as_user(city.manager), city.yanxi, ""),
    ):
        browser.post(reverse("places:register_confirm", args=[top.pk]), {"file": file})
    assert not PlacePage.objects.filter(title="下埔村").exists()


def test_a_register_that_changed_in_between_is_shown_again(city, as_user):
    client = as_user(city.manager)
    digest = upload(client, city.yanxi, book(village(登记编号="YX1"))).context["digest"]
    PlacePage.objects.filter(pk=city.shangpu.pk).update(code="YX1")

    answer = client.post(reverse("places:register_confirm", args=[city.yanxi.pk]), {"file": digest})

    assert "已经是“延溪区/上埔镇/上埔村”的了" in answer.content.decode()
    assert not PlacePage.objects.filter(title="下埔村").exists()


def test_the_register_of_another_county_does_not_exist_here(city, as_user):
    for user, top in (
        (city.manager, city.zhuling),
        (city.manager, city.home),
        (city.outsider, city.yanxi),
        (city.contributor, city.shangpu),
        (city.editor, city.yanxi),
    ):
        client = as_user(user)
        for name in ("register", "register_export"):
            assert client.get(reverse(f"places:{name}", args=[top.pk])).status_code == 404
        assert upload(client, top, book(village())).status_code == 404
        assert client.post(reverse("places:register_confirm", args=[top.pk]), {"file": "x"}).status_code == 404


def test_the_city_may_import_for_every_county(city):
    bring(city, village(), village("新筏村", 上级="竹岭市/九曲溪镇"), user=city.city_manager, top=city.home)

    assert PlacePage.objects.get(title="新筏村").path.startswith(city.zhuling.path)


def test_cached_pages_are_made_anew(city, django_capture_on_commit_callbacks):
    before = page_cache.site_version()
    with django_capture_on_commit_callbacks(execute=True):
        bring(city, village())

    assert page_cache.site_version() != before


def test_the_download_is_a_sheet_with_a_chinese_name(city, as_user):
    answer = as_user(city.manager).get(reverse("places:register_export", args=[city.yanxi.pk]))

    assert answer["Content-Type"].endswith("spreadsheetml.sheet")
    assert "filename*=utf-8''%E5%BB%B6" in answer["Content-Disposition"]
    assert len(sheet.read(answer.content)) == 4
    assert factories.PASSWORD.encode() not in answer.content
