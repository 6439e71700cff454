"""A demonstration served at another port than the one it was built for."""

import pytest
from django.core.management import call_command
from wagtail.models import Site

from cms.audit import models as audit
from cms.demo.city import MARK


@pytest.fixture
def demonstration(city):
    """A city that bears the mark of the demonstration."""
    Site.objects.update(hostname="127.0.0.1", port=8000)
    audit.write(None, MARK, city.home.title)
    return city


def test_its_links_follow_it(demonstration, capsys):
    call_command("demo", port=8001, if_empty=True)

    assert demonstration.yanxi.full_url.startswith("http://127.0.0.1:8001/")
    assert "网址改到端口 8001" in capsys.readouterr().out
    call_command("demo", port=8001)
    assert "什么都没有改" in capsys.readouterr().out


def test_a_site_with_a_name_of_its_own_keeps_its_port(demonstration):
    Site.objects.update(hostname="jianghao.example", port=443)

    call_command("demo", port=8001)

    assert Site.objects.get().port == 443


def test_somebodys_own_city_keeps_its_port(city, capsys):
    Site.objects.update(hostname="127.0.0.1", port=8000)

    call_command("demo", port=8001, if_empty=True)

    assert Site.objects.get().port == 8000
    assert capsys.readouterr().out == ""
