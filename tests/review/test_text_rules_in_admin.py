"""文字规范 in /admin/: kept by the editors of the city."""

from django.urls import reverse

from cms.places.models import Role
from cms.review.models import TermRule
from tests import factories


def said(wrong: str, right: str) -> dict:
    return {"wrong": wrong, "right": right, "level": "should", "unless": "", "note": ""}


def test_an_editor_of_the_city_keeps_the_list(city, as_user):
    client = as_user(factories.person("市级编辑", city.home, Role.EDITOR))
    address = reverse(TermRule.snippet_viewset.get_url_name("add"))

    assert client.get(address).status_code == 200
    assert client.post(address, said("长版凳", "长板凳")).status_code == 302
    assert TermRule.objects.filter(wrong="长版凳").exists()


def test_an_editor_of_a_county_does_not(city, as_user):
    address = reverse(TermRule.snippet_viewset.get_url_name("add"))

    assert as_user(city.editor).post(address, said("长版凳", "长板凳")).status_code == 302
    assert not TermRule.objects.filter(wrong="长版凳").exists()
