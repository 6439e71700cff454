"""A form behind which one verb stands."""

import pytest
from django import forms

from cms.core.forms import VerbForm
from cms.core.refusals import Refused


class Booking(VerbForm):
    """One field of each kind whose words are ours."""

    shown_at = {"starts_at": "start"}

    topic = forms.CharField(max_length=5)
    day = forms.DateField()
    start = forms.TimeField()
    minutes = forms.IntegerField(min_value=10, max_value=480)
    hours = forms.DecimalField(min_value=1)
    kind = forms.ChoiceField(choices=[("a", "甲")])
    own = forms.IntegerField(min_value=1, error_messages={"invalid": "写几个人。"})


GOOD = {
    "topic": "乡音", "day": "2027-03-15", "start": "9:30", "minutes": "60", "hours": "2", "kind": "a", "own": "3"
}  # fmt: skip


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("topic", "", "这里要填。"),
        ("topic", "搬条凳子来听课", "最多 5 个字，现在有 7 个。"),
        ("day", "明天", "请写一个日期，如 2026-03-15。"),
        ("start", "早上", "请写几点几分，如 9:30。"),
        ("minutes", "一小时", "请写一个整数，如 60。"),
        ("minutes", "5", "最少写 10。"),
        ("minutes", "900", "最多写 480。"),
        ("hours", "半天", "请写一个数，如 4 或者 4.5。"),
        ("hours", "0", "最少写 1。"),
        ("kind", "b", "请从列出来的里面选。"),
        ("own", "几个", "写几个人。"),
        ("own", "0", "最少写 1。"),
    ],
)
def test_what_is_wrong_is_said_in_plain_words(field, typed, words):
    assert Booking(GOOD | {field: typed}).errors == {field: [words]}


def test_a_verb_is_called_with_what_was_said():
    called = {}
    assert Booking(GOOD).take(lambda **said: called.update(said) or "done", user="someone") == "done"
    assert called["user"] == "someone"
    assert called["minutes"] == 60


def test_a_verb_is_not_called_while_something_is_wrong():
    assert Booking(GOOD | {"day": ""}).take(lambda **said: pytest.fail("called")) is None


def test_a_refusal_is_shown_above_and_at_the_fields_it_is_about():
    def refuse(**said):
        raise Refused("那时有别的场。", starts_at="换个时间。", minutes="那时有别的场。", unknown="看不到。")

    form = Booking(GOOD)
    assert form.take(refuse) is None
    assert form.errors == {"__all__": ["那时有别的场。"], "start": ["换个时间。"], "minutes": ["看上面的说明。"]}
