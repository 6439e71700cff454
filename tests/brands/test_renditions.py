"""One case told in several lengths, and a number that changed in one place."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse

from brands import renditions
from brands.models import Length
from cms.core.refusals import Refused
from tests import factories

BLANK = dict.fromkeys(Length, "")


@pytest.fixture
def case(city):
    figure = {
        "label": "小院党课",
        "value": Decimal(36),
        "unit": "堂",
        "as_of": dt.date(2026, 6, 30),
        "method": "签到簿",
    }
    return factories.case(
        city.contributor, city.shangpu, practice="古厝里一共讲了36堂党课。", figures_body=[("figure", figure)]
    )


def address(case) -> str:
    return reverse("submissions:renditions", args=[case.pk])


def keep(case, user, seen=BLANK, **words):
    return renditions.rewrite(case=case, user=user, words=BLANK | words, seen=dict(seen))


def sent(case, browser, **words):
    kept = renditions.of(case)
    seen = {f"seen_{length}": kept.get(length, "") for length in Length}
    return browser.post(address(case), {**BLANK, **kept, **words, **seen}, follow=True)


def test_a_writer_keeps_a_slogan_and_a_short_text(city, case, as_user):
    browser = as_user(city.contributor)
    assert "存好了：口号、短稿" in sent(case, browser, slogan="搬条凳子听党课", short="古厝里的党课。").text
    assert renditions.of(case) == {"slogan": "搬条凳子听党课", "short": "古厝里的党课。"}
    assert "搬条凳子听党课" in browser.get(address(case)).text

    assert "没有改动" in sent(case, browser).text
    assert "存好了：口号" in sent(case, browser, slogan=" ").text
    assert renditions.of(case) == {"short": "古厝里的党课。"}


def test_what_somebody_else_changed_meanwhile_is_not_written_over(city, case, as_user):
    keep(case, city.editor, slogan="凳子搬来就开讲")
    browser = as_user(city.contributor)
    seen = {f"seen_{length}": "" for length in Length}
    page = browser.post(address(case), {**BLANK, **seen, "slogan": "搬条凳子听党课"}).text
    assert "别人存的是：凳子搬来就开讲" in page and "搬条凳子听党课" in page
    assert renditions.of(case) == {"slogan": "凳子搬来就开讲"}


def test_one_that_is_twice_too_long_is_refused_and_kept_on_the_screen(city, case, as_user):
    long = "长" * 41
    page = sent(case, as_user(city.contributor), slogan=long).text
    assert "口号太长了，最多 40 字，现在有 41 字" in page and long in page


def test_every_place_where_a_number_stands_is_shown_and_where_it_differs(city, case, as_user):
    keep(case, city.contributor, short="三年里讲了36堂党课。", middle="小院党课一共讲了30堂。")
    (standing,) = renditions.standings(case, renditions.of(case))
    assert (standing.said, [spot.label for spot in standing.spots]) == (
        "36 堂",
        ["标题", "主要做法", "取得成效", "短稿"],
    )
    (finding,) = renditions.differing(case, renditions.of(case))
    assert (finding.label, "30堂" in finding.what) == ("中稿", True)
    assert "和关键数字对不上的" in as_user(city.contributor).get(address(case)).text


def test_the_countys_nominator_keeps_those_of_published_cases_only(city, case, as_user):
    browser = as_user(city.nominator)
    assert browser.get(address(case)).status_code == 404
    factories.publish(case, city)
    assert browser.get(address(case)).status_code == 200
    assert keep(case, city.nominator, slogan="搬条凳子") == ["口号"]


def test_an_outsider_neither_sees_nor_changes_them(city, case, as_user):
    assert as_user(city.outsider).get(address(case)).status_code == 404
    with pytest.raises(Refused):
        keep(case, city.outsider, slogan="别人的")


def test_it_takes_the_same_few_queries_however_many_figures(city, case, as_user, django_assert_max_num_queries):
    for length in Length:
        keep(case, city.contributor, seen=BLANK | renditions.of(case), **renditions.of(case) | {length: "讲了36堂。"})
    browser = as_user(city.contributor)
    browser.get(address(case))
    with django_assert_max_num_queries(16):
        browser.get(address(case))
