"""Names of files and folders, from the notice's templates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brands.nominations.dossier.naming import LONGEST, Names, clean, fill
from cms.core.refusals import Refused

SAID = {"unit": "延溪区新时代文明实践中心", "tier": "实践站", "title": "一座古厝", "number": "03", "n": 2}


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("[{tier}]{unit}", "[实践站]延溪区新时代文明实践中心"),
        ("{number}{title}-{n}", "03一座古厝-2"),
        ("{category}{title}", "一座古厝"),
        ("{{{n}}}", "{2}"),
        ("", "未命名"),
        ("{category}", "未命名"),
    ],
)
def test_a_template_is_filled_with_the_words_it_names(template, name):
    assert fill(template, **SAID) == name


@pytest.mark.parametrize(
    "template", ["{title.__class__}", "{title[0]}", "{title!r}", "{n:>9999999}", "{}", "{0}", "{secret}", "{title", "}"]
)
def test_nothing_but_these_words_is_known(template):
    with pytest.raises(Refused, match="取名的写法"):
        fill(template, **SAID)


def test_braces_in_what_is_filled_in_are_only_braces():
    assert fill("{title}", title="{n.__class__}") == "{n.__class__}"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ('a<b>c:d"e/f\\g|h?i*j', "a＜b＞c：d＂e／f＼g｜h？i＊j"),
        (" 名字. . ", "名字"),
        ("con", "_con"),
        ("NUL.txt", "_NUL.txt"),
        ("COM1", "_COM1"),
        ("LPT9.上", "_LPT9.上"),
        ("CONSOLE", "CONSOLE"),
        ("../../etc/passwd", "／..／etc／passwd"),
        ("换\n行\t和\x00空", "换 行 和空"),
        ("反\u202egpj.exe", "反gpj.exe"),
        ("...", ""),
    ],
)
def test_what_windows_forbids_is_replaced(typed, name):
    assert clean(typed) == name


def test_a_long_title_is_cut_and_number_and_ending_stay():
    name = fill("{number}{title}-{n}", number="03", title="长" * 200, n=7)

    assert name.startswith("03长长") and name.endswith("长-7")
    assert len(name.encode()) <= LONGEST
    assert len(Names().take("照片", "𠮷" * 100, "jpg").removeprefix("照片/").encode()) <= LONGEST


def test_the_same_name_twice_is_numbered_whatever_its_capitals():
    names = Names()

    assert names.take("照片", "A", "jpg") == "照片/A.jpg"
    assert names.take("照片", "a", "JPG") == "照片/a（2）.JPG"
    assert names.take("照片", "A", "jpg") == "照片/A（3）.jpg"
    assert names.take("别处", "A", "jpg") == "别处/A.jpg"
    assert names.folder("照片集") == "照片集"


@given(st.text(st.characters(codec=None), max_size=300), st.integers(1, 99))
def test_whatever_is_typed_makes_a_name_that_windows_takes(typed, n):
    path = Names().take("件", fill("{title}-{n}", title=typed, n=n), "jpg")
    folder, _, name = path.partition("/")

    assert folder == "件" and "/" not in name
    assert not set(name) & set('<>:"\\|?*') and not any(letter < " " for letter in name)
    assert len(name.encode()) <= LONGEST
    assert name == name.strip(" .")
