"""What a case lacks for a call: every rule, in plain words, with where to mend it."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse

from brands.models import Honour, Rendition
from brands.nominations import entry, filling, freezing, gaps, links, steps
from brands.nominations.models import Nomination
from cms.core.refusals import Refused
from tests import factories
from tests.nominations import making, rules
from tests.nominations.making import lacks, said


def test_a_call_that_asks_for_nothing_finds_nothing_missing(city):
    assert lacks(city) == []


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ({"max_words": 3000}, []),
        ({"max_words": 50}, ["现在 102 字，超了 52 字"]),
        ({"min_words": 110}, ["现在 102 字，还差 8 字"]),
        ({"min_words": 102, "max_words": 102}, []),
    ],
)
def test_a_text_is_measured_with_its_headings(city, limits, expected):
    assert said(lacks(city, rules.text(**limits))) == expected


def test_a_gap_says_what_why_how_and_where(city):
    (gap,) = lacks(city, rules.text(max_words=50))
    assert (gap.name, gap.why) == ("案例正文", "通知要求：案例正文不超过 50 字")
    assert (gap.how, gap.where, gap.spot, gap.blocking) == ("删掉 52 字。", "case", "id_practice", True)


def test_the_notices_own_headings_take_the_cases_parts_and_name_what_is_empty(city):
    sections = [
        {"key": "s1", "heading": "基本情况", "part": "background"},
        {"key": "s2", "heading": "下一步打算", "part": "next_steps"},
        {"key": "s3", "heading": "附录", "part": "own"},
    ]
    found = lacks(city, rules.text(sections=sections))
    assert said(found) == ["“下一步打算”这一段还没有写", "“附录”这一段还没有写"]
    assert [(gap.where, gap.spot) for gap in found] == [("case", "id_next_steps"), ("answers", "s3")]


def test_a_shorter_text_comes_from_beside_the_case(city):
    case = making.published(city)
    (gap,) = lacks(city, rules.text(source="short", max_words=5), case=case)
    assert (gap.what, gap.where, gap.spot) == ("案例正文还没有写", "renditions", "renditionsform_short")

    Rendition.objects.create(case=case, length="short", words="古厝里的党课")
    nomination = Nomination.objects.get()
    assert said(gaps.of(entry.of(nomination))) == ["现在 6 字，超了 1 字"]


def test_a_rule_of_another_category_does_not_concern_the_case(city):
    call = making.call(
        categories="集体\n个人", materials=[rules.text(category="个人", max_words=1), rules.text("t2", max_words=2)]
    )
    nomination = making.prepared(city, call, category="集体")
    assert [gap.key for gap in gaps.of(entry.of(nomination))] == ["t2"]


def test_people_who_did_not_agree_hold_every_nomination_up(city):
    image = factories.image(people="adults", consent="given")
    case = making.pictured(city, image)
    type(image).objects.filter(pk=image.pk).update(consent="withdrawn")
    (gap,) = lacks(city, case=case)
    assert (gap.what, gap.where, gap.blocking) == ("出镜人撤回了同意，请换一张", "photos", True)


def test_a_form_asks_only_for_what_the_system_does_not_know(city):
    cells = [
        {"key": "c1", "label": "项目名称", "source": "title", "required": True},
        {"key": "c2", "label": "负责人", "source": "own", "required": True, "max_words": 3},
        {"key": "c3", "label": "民族", "source": "own", "required": False},
    ]
    nomination = making.prepared(city, making.call(materials=[rules.form(cells=cells)]))
    assert said(gaps.of(entry.of(nomination))) == ["“负责人”还空着"]
    nomination = filling.fill(nomination=nomination, user=city.nominator, answers={"c2": "魏承棠等"})
    assert said(gaps.of(entry.of(nomination))) == ["“负责人”4 字，超了 1 字"]


@pytest.mark.parametrize(("begun", "short"), [(dt.date(2020, 1, 1), False), (dt.date(2026, 1, 1), True), (None, True)])
def test_years_are_counted_to_the_closing_day(city, begun, short):
    case = making.published(city, period_start=begun)
    assert bool(lacks(city, rules.eligibility(kind="years", number=3), case=case)) is short


def test_a_team_is_counted_and_a_statement_ticked(city):
    asked = [
        rules.eligibility(kind="team", number=10),
        rules.eligibility("e2", kind="statement", words="没有负面舆情"),
    ]
    nomination = making.prepared(city, making.call(materials=asked))
    assert said(gaps.of(entry.of(nomination))) == ["没有写队伍有几人", "还没有人看过：没有负面舆情"]
    nomination = filling.fill(nomination=nomination, user=city.nominator, answers={"e1": "9", "e2.seen": "yes"})
    assert said(gaps.of(entry.of(nomination))) == ["队伍 9 人，少 1 人"]
    nomination = filling.fill(nomination=nomination, user=city.nominator, answers={"e1": "10"})
    assert gaps.of(entry.of(nomination)) == []


def test_what_was_awarded_before_is_named(city):
    case = making.published(city)
    Honour.objects.create(series="省志愿服务创新案例", level="province", year=2020, winner=case.title, page=case)
    asked = rules.eligibility(kind="not_awarded", words="省志愿服务创新案例")
    assert said(lacks(city, asked, case=case)) == ["2020 年已经得过“省志愿服务创新案例”"]


def test_a_number_that_differs_in_what_goes_up_is_advice(city):
    figure = {
        "label": "小院党课",
        "value": Decimal(36),
        "unit": "堂",
        "as_of": dt.date(2026, 6, 30),
        "method": "签到簿",
    }
    case = making.published(city, figures_body=[("figure", figure)])
    Rendition.objects.create(case=case, length="short", words="小院党课一共讲了 30 堂。")
    (gap,) = lacks(city, rules.text(source="short"), case=case)
    assert ("30 堂" in gap.what, gap.where, gap.blocking) == (True, "renditions", False)


def test_a_case_sent_in_before_and_one_that_reads_alike_are_shown_and_never_refused(city):
    words = "古厝的天井里摆开几条长板凳，晚上七点半，村支书用方言讲起了粮食补贴怎么领。" * 4
    first = making.published(city, practice=words)
    making.sealed(city, making.call(title="去年的征集", year=2025), first)
    assert said(lacks(city, case=first)) == ["报过《去年的征集》（2025 年，县级推荐）"]

    twin = making.published(city, "又一座古厝", practice=words)
    (gap,) = lacks(city, case=twin)
    assert (gap.what.endswith("大段相同"), gap.blocking) == (True, False)
    other = making.published(city, "剪纸", practice="剪花嫂把家规剪成窗花，贴在每家的窗子上，孩子们跟着学。" * 4)
    assert lacks(city, case=other) == []


def test_another_countys_unpublished_work_is_not_told(city):
    words = "竹筏上支起一块小黑板，撑篙的老支书一边撑一边讲，游客也停下来听。" * 5
    case = making.published(city, practice=words)
    row = making.sealed(city, making.call(), case)
    Nomination.objects.filter(pk=row.pk).update(place=city.zhuling)
    twin = making.published(city, "又一条竹筏", practice=words)
    nomination = making.prepared(city, making.call(title="另一个征集"), twin)
    assert gaps.of(entry.of(nomination)) == []
    assert len(gaps.of(entry.of(nomination), everywhere=True)) == 1


def test_what_blocks_is_refused_at_the_seal_and_named(city):
    asked = [rules.text(max_words=5), rules.text("t2", source="slogan")]
    nomination = making.prepared(city, making.call(materials=asked))
    with pytest.raises(Refused, match="超了 97 字；案例正文：案例正文还没有写"):
        steps.seal(nomination=nomination, user=city.nominator, scan=making.pdf())
    advice = making.call(title="不硬性要求", materials=[rules.text(max_words=5, blocking=False)])
    assert making.sealed(city, advice, making.published(city, "另一个")).step == "endorsed"


def test_who_may_mend_it_gets_the_address_of_the_very_field(city):
    case = making.published(city)
    nomination = making.prepared(city, making.call(materials=[rules.text(max_words=5), rules.video()]), case)
    asked = entry.of(nomination)
    found = gaps.of(asked)
    edit = reverse("submissions:edit", args=[case.pk])
    materials = reverse("nominations:materials", args=[nomination.pk])
    assert [way.url for way in links.ways(found, asked, city.contributor)] == [f"{edit}#id_practice", f"{materials}#v1"]
    assert [(way.url, way.ask) for way in links.ways(found, asked, city.nominator)] == [
        ("", "请作者改"),
        (f"{materials}#v1", ""),
    ]


def test_a_writer_sees_what_is_missing_while_still_writing(city, as_user):
    making.call(materials=[rules.text(max_words=5), rules.video()])
    case = factories.case(city.contributor, city.shangpu)
    page = as_user(city.contributor).get(reverse("submissions:detail", args=[case.pk])).text
    assert "还差 1 处" in page and "案例正文：现在 102 字，超了 97 字" in page
    assert "还没有选视频" not in page  # nobody has nominated it yet


def test_sealed_facts_and_text_stay_whatever_becomes_of_the_case(city):
    case = making.published(city)
    Rendition.objects.create(case=case, length="short", words="古厝里的党课")
    nomination = making.sealed(city, making.call(materials=[rules.text(source="short")]), case)
    making.changed(case, title="改了题目", practice="改了做法")
    assert "短稿" not in freezing.differences(Nomination.objects.get(pk=nomination.pk))
    Rendition.objects.update(words="改了短稿")
    assert "短稿" in freezing.differences(Nomination.objects.get(pk=nomination.pk))
    asked = entry.of(Nomination.objects.get(pk=nomination.pk))
    (rule,) = asked.rules
    assert asked.text(rule) == [("", "古厝里的党课")]
    assert (asked.fact("title"), asked.case.title) == ("一座古厝的三十六堂党课", "一座古厝的三十六堂党课")
    assert "改了" not in asked.fact("body")


@pytest.mark.parametrize("count", [1, 3])
def test_it_takes_the_same_few_queries_however_many_photos(city, count, django_assert_num_queries):
    case = making.pictured(city, *(factories.image(f"照片{number}") for number in range(count)))
    asked = [rules.text(), rules.image(min_count=1, formats=["jpg"], min_bytes=1), rules.form(cells=[])]
    nomination = Nomination.objects.get(pk=making.prepared(city, making.call(materials=asked), case).pk)
    seen = entry.of(nomination)
    list(seen.case.pictures_body)
    with django_assert_num_queries(6):
        gaps.of(seen)


def test_a_half_typed_figure_and_a_share_above_a_hundred_break_nothing(city, as_user):
    half = {"label": "小院党课", "value": None, "unit": "堂", "as_of": None, "method": ""}
    over = {"label": "完成率", "value": Decimal(120), "unit": "%", "as_of": dt.date(2026, 6, 30), "method": "台账"}
    making.call(materials=[rules.text()])
    case = factories.case(city.contributor, city.shangpu, figures_body=[("figure", half), ("figure", over)])
    browser = as_user(city.contributor)
    for name in ("detail", "renditions"):
        assert browser.get(reverse(f"submissions:{name}", args=[case.pk])).status_code == 200


@pytest.mark.parametrize("said", ["①", "10²", "10人", "9" * 5000])
def test_a_team_that_is_no_number_is_asked_again(city, said):
    nomination = making.prepared(city, making.call(materials=[rules.eligibility(kind="team", number=10)]))
    nomination = filling.fill(nomination=nomination, user=city.nominator, answers={"e1": said})
    assert [gap.what for gap in gaps.of(entry.of(nomination))] == ["没有写队伍有几人"]


def test_an_empty_column_is_asked_for_unless_a_cell_has_its_words(city):
    cells = [{"key": "c1", "label": "联系电话", "source": "own", "required": True}]
    columns = [
        {"key": "k1", "label": "联系电话", "source": "own", "kind": "text", "width": 10, "group": ""},
        {"key": "k2", "label": "备注", "source": "own", "kind": "text", "width": 10, "group": ""},
    ]
    table = rules.rule("table", "b1", name="汇总表", columns=rules.rows(*columns))
    assert said(lacks(city, rules.form(cells=cells), table)) == ["“联系电话”还空着", "“备注”还空着"]


def test_before_a_category_is_chosen_the_rules_of_every_category_are_told_with_its_name(city):
    call = making.call(categories="集体\n个人", materials=[rules.text(category="个人", max_words=1)])
    case = factories.case(city.contributor, city.shangpu)
    (gap,) = gaps.of(entry.beginning(case.get_latest_revision_as_object(), call))
    assert gap.name == "个人 · 案例正文"
