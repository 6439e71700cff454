"""One thing, one number: title, summary, parts and key figures."""

import datetime as dt
from decimal import Decimal

import pytest

from cms.review.checks import figures
from cms.review.checks.numerals import chinese_number, in_units, mentions
from cms.review.models import Text


def figure(label, value, unit):
    return {"label": label, "value": Decimal(value), "unit": unit, "as_of": dt.date(2026, 6, 30), "method": "签到簿"}


def find(numbers=(), **texts):
    labels = {"title": "标题", "summary": "一句话简介", "results": "取得成效", "background": "背景起因"}
    return [
        finding.sentence
        for finding in figures.check([Text(field, labels[field], words) for field, words in texts.items()], numbers)
    ]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("二十", 20), ("三十六", 36), ("一百零三", 103), ("一千二百", 1200), ("两百五", 250), ("三万五", 35000),
        ("十", 10),
        ("二〇二二", 2022), ("一千零二十", 1020), ("三四", None), ("三四十", None),
    ],
)  # fmt: skip
def test_chinese_numerals(written, value):
    assert chinese_number(written) == value


def test_units_that_mean_the_same_are_one():
    assert [(m.value, m.unit) for m in mentions("来了 12 名、三位、1,480人次、1.2万人次、3 场次")] == [
        (12, "人"), (3, "人"), (1480, "人次"), (12000, "人次"), (3, "场次"),
    ]  # fmt: skip
    assert in_units("1.2", "万元") == (12000, "元")


@pytest.mark.parametrize(
    ("label", "value", "unit", "words"),
    [
        ("课后办结实事", "21", "件", "课后办结实事二十件。"),
        ("课后办结", "21", "件", "三年里，课后办结 20 件实事。"),
        ("签约人家", "312", "户", "全村321户签了“带锄不带火”的约。"),
        ("听课群众", "1480", "人次", "听课群众 1840 人次。"),
        ("投入资金", "12", "万元", "投入资金 13 万元。"),
        ("听课群众", "1480", "人次", "听课群众约 2000 人次。"),
    ],
)
def test_a_number_that_differs_from_its_key_figure_is_found(label, value, unit, words):
    (sentence,) = find([figure(label, value, unit)], results=words)

    assert f"关键数字“{label}”是 {value} {unit}" in sentence


@pytest.mark.parametrize(
    ("label", "value", "unit", "words"),
    [
        ("课后办结实事", "20", "件", "课后办结实事二十件。"),
        ("听课群众", "1480", "人次", "听课群众 1400 余人次。"),
        ("听课群众", "1480", "人次", "听课群众近 1500 人次。"),
        ("听课群众", "12034", "人次", "听课群众 1.2 万人次。"),
        ("投入资金", "12", "万元", "投入资金 120000 元。"),
        ("小院党课", "36", "堂", "三年 36 堂党课，其中 12 堂在祠堂。"),
        ("小院党课", "36", "堂", "平均每月一堂党课。"),
        ("小院党课", "36", "堂", "第 3 堂党课讲医保。"),
        ("小院党课", "36", "堂", "2023年办了 12 堂党课。"),
        ("课后办结", "21", "件", "村里有 3 件旧棉袄。"),
        ("志愿者", "12", "人", "来了 40 人听课。"),
    ],
)
def test_a_number_that_agrees_or_counts_something_else_is_left_alone(label, value, unit, words):
    assert find([figure(label, value, unit)], results=words) == []


def test_what_was_before_has_numbers_of_its_own():
    assert find([figure("课后办结", "21", "件")], background="那时课后办结的只有 3 件。") == []


def test_a_headline_number_stands_in_the_parts_too():
    assert find(title="一座古厝的三十六堂党课", results="三年讲了 37 堂党课。") == [
        "标题：写的是“三十六堂”，取得成效里是“37 堂”"
    ]
    assert find(summary="办成 21 件实事。", results="课后办结实事二十件。") == [
        "一句话简介：写的是“21 件”，取得成效里是“二十件”"
    ]
    assert find(title="一座古厝的三十六堂党课", results="三年讲了 36 堂党课。") == []
    assert find(title="一座古厝", results="村里有 3 座古厝。") == []
    assert find(summary="三年办成 21 件实事。", results="五年前立项。") == []


def test_shares_fit_their_counts():
    assert find(results="60 户里有 45 户签约，占 90%。") == ["取得成效：45 是 60 的 75%，写的是 90%"]
    assert find(results="60 户里有 45 户签约，占 75%。") == []
    assert find(results="60 户里有 45 人签约，占 90%。") == []


def test_growth_fits_its_counts():
    assert find(results="由 12 户增加到 60 户，增长 300%。") == ["取得成效：从 12 到 60 是 400%，写的是 300%"]
    assert find(results="由 12 户增加到 60 户，增长 400%。") == []
    assert find(results="从 40 桌降到 10 桌，下降 75%。") == []


def test_a_share_is_at_most_a_hundred():
    assert find([figure("签约率", "120", "%")], results="好。") == ["关键数字：“签约率”是 120%"]
    assert find([figure("签约率", "96", "%")], results="好。") == []
    assert find([figure("收入增长率", "120", "%")], results="好。") == []
