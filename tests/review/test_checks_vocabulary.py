"""The city's list of slips and fixed expressions."""

import pytest

from cms.review.checks import Level, Term, vocabulary
from cms.review.checks.shipped import TERMS
from cms.review.models import Text


def find(words, terms=TERMS):
    return list(vocabulary.check([Text("practice", "主要做法", words)], terms))


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("中华人民共合国成立", "共和国"),
        ("镇人民攻府", "政府"),
        ("成立领导小姐", "领导小组"),
        ("开展扫黑险恶", "扫黑除恶"),
        ("区人民检查院", "人民检察院"),
        ("做到二个维护", "两个维护"),
        ("学习习近平新时代中国特色社会主义理论", "习近平新时代中国特色社会主义思想"),
        ("上埔村新时代文明实贱站", "新时代文明实践"),
    ],
)
def test_grave_slips_must_be_corrected(words, right):
    (finding,) = find(words)

    assert finding.level == Level.MUST
    assert f"应为“{right}”" in finding.what
    assert finding.why


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("新按装了路灯", "安装"),
        ("渡假村", "度假"),
        ("古厝座落在村口", "坐落"),
        ("登录帐号", "账号"),
        ("再接再励", "再接再厉"),
        ("一如继往", "一如既往"),
        ("学习二十大精神", "党的二十大"),
        ("上埔村新时代文明实践所", "村新时代文明实践站"),
        ("学习新时代中国特色社会主义思想", "习近平新时代中国特色社会主义思想"),
    ],
)
def test_common_slips_are_suggestions(words, right):
    (finding,) = find(words)

    assert finding.level == Level.SHOULD
    assert f"宜写作“{right}”" in finding.what


@pytest.mark.parametrize(
    "words",
    [
        "学习党的二十大精神",
        "分成二十大类",
        "过渡假期安排",
        "按装订顺序交来",
        "带上本人材料",
        "美好象征",
        "学习习近平新时代中国特色社会主义思想",
        "上埔镇新时代文明实践所、上埔村新时代文明实践站",
        "四个意识、四个自信、两个维护",
        "政治意识、大局意识、核心意识、看齐意识",
        "富强、民主、文明、和谐，自由、平等、公正、法治，爱国、敬业、诚信、友善",
        "中华人民共和国",
        "领导小组",
    ],
)
def test_right_words_are_left_alone(words):
    assert find(words) == []


def test_an_exception_covers_only_the_phrase_itself():
    assert len(find("党的二十大以后，二十大精神")) == 1


def test_a_series_in_another_order_must_be_corrected():
    (finding,) = find("增强大局意识、政治意识、核心意识和看齐意识")

    assert finding.level == Level.MUST
    assert finding.what == "“四个意识”的顺序是政治意识、大局意识、核心意识、看齐意识"


def test_a_series_short_of_one_member_is_a_hint():
    (finding,) = find("坚定道路自信、理论自信和文化自信")

    assert finding.level == Level.HINT
    assert "制度自信" in finding.what


def test_words_of_a_series_apart_from_each_other_are_no_series():
    assert find("文化建设先行，经济建设跟上") == []


def test_every_time_counts():
    assert len(find("帐号错了，帐号又错了")) == 2


def test_a_city_keeps_its_own_list():
    own = [Term("上浦村", "上埔村", Level.MUST, "本地地名。")]

    assert [finding.what for finding in find("上浦村的古厝", own)] == ["“上浦村”应为“上埔村”"]
    assert find("中华人民共合国", own) == []
    assert find("什么都好", []) == []


def test_the_shipped_list_is_long_and_sound():
    words = [term for term in TERMS if not term.series]

    assert len(TERMS) >= 80
    assert len({term.wrong for term in TERMS}) == len(TERMS)
    for term in words:
        assert not find(term.right), term
        assert find(term.wrong), term
        for phrase in term.exceptions:
            assert term.wrong in phrase
            assert not [finding for finding in find(phrase) if f"“{term.wrong}”" in finding.what], term
    for term in TERMS:
        if term.series:
            assert find(term.right) == []
