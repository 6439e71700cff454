"""What a dispatcher says of a series."""

import hashlib

from django import forms

from cms.core.forms import VerbForm
from cms.places.forms import DayInput
from lectures.forms.sessions import OnPlace, WithSpeakers, courses_for
from lectures.forms.verb import MOST_MINUTES, SpeakersField, TimeInput, WhereField
from lectures.models import Series
from lectures.models.diary import Weekday
from lectures.rhythm import NTHS

NOTHING = ("", "不选")


class SeriesForm(VerbForm, OnPlace, WithSpeakers):
    """The rule of a new series; `looked` is the rule whose days the person has seen."""

    course = forms.ModelChoiceField(label="哪门课", queryset=None, required=False, empty_label="不是现成的课")
    topic = forms.CharField(label="讲什么", max_length=80, required=False, help_text="选了课可以不写，用课名。")
    place = WhereField(label="在哪个阵地")
    venue = forms.CharField(label="具体在哪儿", max_length=60, required=False, help_text="如：古厝天井、村委会二楼。")
    speakers = SpeakersField(label="谁来讲", required=False, help_text="几位一起去就用顿号隔开；没定就先空着。")
    confirmed = forms.BooleanField(label="已经和宣讲师说好了，直接排定", required=False)
    rhythm = forms.ChoiceField(
        label="多久一次", choices=Series.Rhythm.choices, initial=Series.Rhythm.WEEKLY, widget=forms.RadioSelect
    )
    weekday = forms.TypedChoiceField(
        label="星期几", choices=[NOTHING, *Weekday.choices], coerce=int, empty_value=None, required=False,
    )  # fmt: skip
    every = forms.IntegerField(label="隔几周", min_value=1, max_value=8, required=False, help_text="每周就写 1。")
    nth = forms.TypedChoiceField(
        label="每月第几个", choices=[NOTHING, *NTHS.items()], coerce=int, empty_value=None, required=False,
    )  # fmt: skip
    fair = forms.CharField(
        label="逢几赶圩", max_length=20, required=False,
        help_text="这里登记过的就空着；没有登记过的写尾数，如“3、8”，写了就登记下来。",
    )  # fmt: skip
    lunar = forms.BooleanField(label="赶圩按农历", required=False, initial=True)
    start_time = forms.TimeField(label="几点开始", widget=TimeInput)
    minutes = forms.IntegerField(label="多少分钟", min_value=10, max_value=MOST_MINUTES, initial=60)
    from_day = forms.DateField(label="从哪天", widget=DayInput)
    to_day = forms.DateField(label="到哪天", widget=DayInput, help_text="最多排一年。")
    avoid_holidays = forms.BooleanField(label="避开法定节假日", required=False, initial=True)
    looked = forms.CharField(required=False, widget=forms.HiddenInput)

    shown_at = {"speaker": "speakers", "starts_at": "start_time", "ends_at": "minutes"}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["course"].queryset = courses_for(user)
        self.fields["every"].initial = 1
        self.help_with_places(user)
        self.help_with_speakers(user)

    def clean(self):
        said = super().clean()
        if not said.get("topic") and not said.get("course") and not {"topic", "course"} & self.errors.keys():
            self.add_error("topic", "写几个字，或者选一门课。")
        if said.get("confirmed") and not said.get("speakers") and "speakers" not in self.errors:
            self.add_error("speakers", "直接排定要写上谁来讲；没定就去掉下面的勾。")
        return said

    def given(self) -> dict:
        said = {name: value for name, value in self.cleaned_data.items() if name != "looked"}
        course, topic = said["course"], said["topic"]
        return said | {"topic": topic or course.title[:80], "every": said["every"] or 1}

    def rule(self) -> str:
        """Return what tells this rule from another: who changes a word is shown the days again."""
        said = sorted((name, str(value)) for name, value in self.given().items())
        return hashlib.sha256(repr(said).encode()).hexdigest()[:16]

    def seen(self) -> bool:
        """Say whether the person has looked at the days of just this rule."""
        return self.is_valid() and self.cleaned_data["looked"] == self.rule()

    def mark(self) -> None:
        """Note in the form that its days have been looked at."""
        self.data = self.data.copy()
        self.data["looked"] = self.rule()


class SkipForm(VerbForm):
    """A day that does not take place, and why."""

    day = forms.TypedChoiceField(label="哪天不办")
    reason = forms.CharField(label="为什么", max_length=200, help_text="来听的人、宣讲师都会看到。")

    def __init__(self, *args, days, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["day"].choices = [(day.isoformat(), told) for day, told in days]
        self.fields["day"].coerce = {day.isoformat(): day for day, _ in days}.get


class PutBackForm(VerbForm):
    """A day that takes place after all, or one more."""

    shown_at = {"starts_at": "day", "ends_at": "day", "speaker": "day", "speakers": "day", "place": "day"}

    day = forms.DateField(label="加哪一天", widget=DayInput, help_text="跳过的可以放回来，也可以多加一天。")


class EndForm(VerbForm):
    """Why the rest of a series is called off."""

    reason = forms.CharField(label="为什么不办了", max_length=200, help_text="来听的人、宣讲师都会看到。")
