"""What changed, in words that a reviewer can read."""

import pytest

from cms.review import compare
from cms.review.compare import Piece, difference, shortened
from tests import factories


def marked(old, new):
    signs = {"same": "{}", "del": "[-{}-]", "ins": "[+{}+]", "gap": "{}"}
    return "".join(signs[piece.kind].format(piece.words) for piece in difference(old, new))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("课后办结 21 件。", "课后办结 20 件。", "课后办结 [-21-][+20+] 件。"),
        ("三十六堂", "三十七堂", "三十[-六-][+七+]堂"),
        ("好。", "好。很好。", "好。[+很好。+]"),
        ("好。很好。", "好。", "好。[-很好。-]"),
        ("", "新写的。", "[+新写的。+]"),
        ("删掉的。", "", "[-删掉的。-]"),
        ("一样。", "一样。", "一样。"),
        ("他说：“好。”", "他说：“好。”走了。", "他说：“好。”[+走了。+]"),
        ("甲乙丙丁", "天地玄黄", "[-甲乙丙丁-][+天地玄黄+]"),
    ],
)
def test_differences_are_marked_by_word(old, new, shown):
    assert marked(old, new) == shown


def test_scattered_characters_become_one_change():
    assert marked("会议室在二楼，上下不便", "会堂在三楼，上下不便") == "会[-议室在二-][+堂在三+]楼，上下不便"


def test_both_texts_can_be_read_from_the_pieces():
    old, new = "第一段，讲了三件事。\n第二段。", "第一段，讲了四件事！\n新的一段。\n第二段。"
    pieces = difference(old, new)

    assert "".join(piece.words for piece in pieces if piece.kind != "ins") == old
    assert "".join(piece.words for piece in pieces if piece.kind != "del") == new


def test_long_unchanged_stretches_are_left_out():
    long = "很长的一段话" * 30
    pieces = shortened([Piece("same", long), Piece("ins", "新"), Piece("same", long)])

    assert [piece.kind for piece in pieces] == ["gap", "same", "ins", "same", "gap"]
    assert len("".join(piece.words for piece in pieces)) < 80


def test_every_field_is_compared(city):
    case = factories.case(city.contributor, city.shangpu)
    changed = case.get_latest_revision_as_object()
    changed.title, changed.category, changed.place = "新题目", "customs", city.xikou
    changed.quote, changed.next_steps = "坐得近，听得清。", "再讲十二堂。"

    found = {change.label: change for change in compare.changes(case, changed)}

    assert set(found) == {"标题", "下一步", "类别", "所属阵地", "群众原声"}
    assert compare.changes(case, case) == []
