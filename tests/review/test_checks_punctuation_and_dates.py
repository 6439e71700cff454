"""Marks and days."""

import datetime as dt
import time

import pytest

from cms.review import checks
from cms.review.checks import Level, dates, punctuation
from cms.review.checks.shipped import TERMS
from cms.review.models import Text

TODAY = dt.date(2026, 11, 24)


def marks(words):
    return [finding.what for finding in punctuation.check([Text("body", "正文", words)])]


def days(words, figures=()):
    return [(f.level, f.what) for f in dates.check([Text("body", "正文", words)], figures, today=TODAY)]


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("课讲完了,茶还热。", "标点“,”是半角的"),
        ("课讲完了.大家不走。", "标点“.”是半角的"),
        ("古厝(上埔村)开讲。", "标点“(”是半角的（共 2 处）"),
        ('他说"好"。', "引号是直的（共 2 处）"),
        ("他说“好。", "““”没有右边的一半"),
        ("学习《条例的课。", "“《”没有右边的一半"),
        ("上埔村）开讲。", "“）”没有左边的一半"),
        ("好，，好。", "标点“，，”叠在一起"),
        ("好。，好。", "标点“。，”叠在一起"),
        ("等等。。。", "省略号写成了“。。。”"),
        ("等等...", "省略号写成了“...”"),
        ("云委办[2022]12号文件。", "发文字号里的年份应当写作〔2022〕"),
        ("云委办（2022）12号文件。", "发文字号里的年份应当写作〔2022〕"),
        ("云委办〔2022〕第12号文件。", "发文字号的序号写法"),
        ("云委办〔2022〕012号文件。", "发文字号的序号写法"),
        ("读《甲》、《乙》。", "书名号之间有顿号"),
        ("上埔 村的古厝", "汉字之间有空格"),
        (
            "天井里摆开几条长板凳，党课就开讲了。讲课的人坐在中间，听课的人围成一圈，茶添了三回，谁也不肯先走",
            "结尾没有句号",
        ),
    ],
)
def test_marks_that_an_editor_would_set_otherwise(words, what):
    assert marks(words) == [what]


@pytest.mark.parametrize(
    "words",
    [
        "每周三 19:30 开讲，来了 1,480 人次，平均 4.5 分。",
        "1）先听；2）再问；3）记下来。",
        "他说：“先生坐在‘板凳’上，我就敢问了。”",
        "云委办〔2022〕12号文件。",
        "好！！！真的？！",
        "一个字也没有……",
        "网址是 www.example.org，请看。",
        "读《甲》《乙》。",
        "用 Word 写，用 WPS 改。",
        "短句，没有句号也行",
        "（一）学习；（二）宣讲。",
        "两段。\n都好。",
    ],
)
def test_right_marks_are_left_alone(words):
    assert marks(words) == []


def test_pairs_are_counted_paragraph_by_paragraph():
    assert marks("他说“好。\n她说好”。") == ["““”没有右边的一半（共 2 处）"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("2022年2月30日开讲。", (Level.MUST, "没有“2022年2月30日”这一天")),
        ("2023年2月29日开讲。", (Level.MUST, "没有“2023年2月29日”这一天")),
        ("4月31日开讲。", (Level.MUST, "没有“4月31日”这一天")),
        ("2022年13月动工。", (Level.MUST, "没有“2022年13月”这个月")),
        ("2022年3月18日（星期四）", (Level.SHOULD, "这一天是星期五")),
        ("从2022年5月至2021年3月", (Level.SHOULD, "时间段前后颠倒")),
        ("2202年开讲", (Level.SHOULD, "年份写成了“2202”")),
    ],
)
def test_days_that_cannot_be(words, found):
    assert days(words) == [found]


@pytest.mark.parametrize(
    "words",
    [
        "2024年2月29日开讲。",
        "2月29日也讲。",
        "2022年3月18日（星期五）",
        "2022年3月18日周五",
        "2021年3月至2022年5月",
        "2022年至2022年6月",
        "到2035年",
    ],
)
def test_days_that_can_be(words):
    assert days(words) == []


def test_a_figure_is_counted_until_today_at_most():
    figure = {"label": "党课", "value": 36, "unit": "堂", "as_of": dt.date(2026, 12, 31), "method": ""}

    assert days("", [figure]) == [(Level.SHOULD, "“党课”截至 2026年12月31日，还没到")]
    assert days("", [figure | {"as_of": TODAY}]) == []


def test_findings_come_gravest_first_and_in_reading_order():
    texts = [Text("title", "标题", "课讲完了,茶还热"), Text("results", "取得成效", "攻府来人，再接再励。")]

    found = checks.examine(texts, [], terms=TERMS, today=TODAY)

    assert [(f.level, f.field) for f in found] == [("must", "results"), ("should", "title"), ("should", "results")]
    assert checks.tally(found) == {"must": 1, "should": 2, "hint": 0}


def test_five_thousand_characters_take_at_most_twenty_milliseconds():
    sentence = (
        "三年讲了36堂，课后办结21件实事，平均每堂41人；先生说：“坐近些，听得清。”2023年正月十八，天井里坐了60人。"
    )
    texts = [Text(f"part{n}", "正文", (sentence * 20)[:1000]) for n in range(5)]

    def once():
        started = time.process_time()
        checks.examine(texts, [], terms=TERMS, today=TODAY)
        return time.process_time() - started

    assert min(once() for _ in range(7)) < 0.020
