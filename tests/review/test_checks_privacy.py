"""Personal data is found, and what only looks like it is left alone."""

import datetime as dt

import pytest

from cms.review.checks import Level, privacy, private_data
from cms.review.checks.privacy import identity_is_sound, luhn_is_sound
from cms.review.models import Text

TODAY = dt.date(2026, 11, 24)
SOUND_IDENTITY = "11010519491231002X"  # the example of GB 11643-1999


def find(words):
    return list(privacy.check([Text("results", "取得成效", words)], today=TODAY))


def levels(words):
    return [(finding.level, finding.what) for finding in find(words)]


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("联系人陈秋生，13805991234。", "有一个手机号"),
        ("联系人陈秋生，138-0599-1234。", "有一个手机号"),
        ("电话:13805991234.", "有一个手机号"),
        ("联系人陈秋生，138 0599 1234。", "有一个手机号"),
        ("联系人陈秋生，+86 13805991234。", "有一个手机号"),
        ("联系人陈秋生，１３８０５９９１２３４。", "有一个手机号"),
        (f"身份证号：{SOUND_IDENTITY}。", "有一个身份证号"),
        (f"身份证号：{SOUND_IDENTITY.lower()}", "有一个身份证号"),
        ("卡号 6222 0200 0000 0000 000", "有一个银行卡号"),
        ("卡号4111111111111111", "有一个银行卡号"),
        ("林阿婆家住上埔村后巷 12 号。", "写到了门牌号"),
        ("家庭住址：延溪区榕荫社区3栋2单元401室", "写到了门牌号"),
        ("他住在桥头社区老街三十二号。", "写到了门牌号"),
        ("小区 5栋302室 的老人", "写到了门牌号"),
        ("出生日期：1948-03-05", "写到了生日"),
        ("陈秋生，1968年3月5日出生，上埔村人。", "写到了生日"),
        ("陈秋生，1968 年 3 月 5 日生，上埔村人。", "写到了生日"),
    ],
)
def test_personal_data_must_go(words, what):
    assert levels(words) == [(Level.MUST, what)]


@pytest.mark.parametrize(
    "words",
    [
        "三年讲了 36 堂，累计 1480 人次。",
        "订单号 202603081380599123400，货已送到。",
        "种下油茶13805991234567棵",  # too long for a telephone
        "值班电话请看页脚。",
        "https://news.example.org/t20240315_13805991234.html",
        "https://news.example.org/13805991234",
        "https://news.example.org/?id=4111111111111111",
        "老站长家住上埔村，走两步就到。",
        "课堂设在上埔村 12 号古厝。",  # a venue, nobody's home
        "1968年3月5日，水库动工。",
        "2026年3月8日生态茶园开园。",
        "他 1968 年出生。",
        "村里的小学在祠堂隔壁。",
        "银行卡有两张，医保卡有一张。",
    ],
)
def test_what_only_looks_like_personal_data_is_left_alone(words):
    assert find(words) == []


def test_a_number_that_fails_its_check_digit_is_only_a_suggestion():
    wrong = SOUND_IDENTITY[:-1] + "1"

    assert levels(f"编号 {wrong}") == [(Level.SHOULD, "有一串数字像身份证号")]


def test_a_birthday_of_history_is_only_a_hint():
    assert levels("雷锋生于1940年12月18日。") == [(Level.HINT, "写到了生日")]
    assert find("朱熹生于1130年10月18日。") == []


def test_an_identity_number_is_not_reported_again_as_a_card():
    assert len(find("卡号 412822195001014235")) <= 1


def test_a_child_with_school_and_class_can_be_found():
    assert levels("小明在上埔小学三年级二班读书。") == [(Level.SHOULD, "写到了孩子的学校和班级")]


def test_lesser_traces_are_hints():
    assert levels("投稿请发 yanxi@example.org。") == [(Level.HINT, "有一个邮箱")]
    assert levels("电话 0599-8812345。") == [(Level.HINT, "有一个座机号")]
    assert levels("加微信：chenqiusheng66 报名。") == [(Level.SHOULD, "有一个微信号或 QQ 号")]


def test_only_what_must_go_stops_a_page():
    texts = [Text("results", "取得成效", "电话 0599-8812345，手机 13805991234。")]

    assert [finding.what for finding in private_data(texts, today=TODAY)] == ["有一个手机号"]


def test_the_quote_shows_where_it_stands():
    finding = find("第一段。\n有事请找上埔村实践站的联系人陈秋生，13805991234，随时都行。")[0]

    assert finding.quote == "…村实践站的联系人陈秋生，13805991234，随时都行。"
    assert finding.field == "results"


def test_check_digits():
    assert identity_is_sound(SOUND_IDENTITY)
    assert not identity_is_sound("110105194912310021")
    assert luhn_is_sound("4111111111111111")
    assert not luhn_is_sound("4111111111111112")
