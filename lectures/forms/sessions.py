"""What a dispatcher says of a session."""

from django import forms
from django.db.models import Q
from django.utils import timezone

from cms.core.forms import VerbForm
from cms.places import naming, scope
from lectures.forms.verb import SpeakersField, WhenForm, WhereField
from lectures.models import Audience, CoursePage, Dialect, LectureForm, LectureTheme, Session
from lectures.permissions import SCHEDULERS
from lectures.roster import Roster

DETAILS = ("course", "topic", "venue", "theme", "form", "audience", "dialects", "capacity", "open_to_public")
CITY_COURSE_DEPTH = 4


def courses_for(user):
    """Return the courses that a dispatcher can put into the diary: the city's, and those of their counties."""
    courses = CoursePage.objects.live().order_by("path")
    if user.is_superuser or scope.works_in_city(user):
        return courses
    counties = {scope.county_path(path) for path in scope.paths(user)}
    return courses.filter(Q(depth=CITY_COURSE_DEPTH) | scope.below(counties, "path"))


class AboutForm(VerbForm):
    """What a session is about, for whom, in which tongue."""

    course = forms.ModelChoiceField(label="哪门课", queryset=None, required=False, empty_label="不是现成的课")
    topic = forms.CharField(label="讲什么", max_length=80, required=False, help_text="选了课可以不写，用课名。")
    venue = forms.CharField(label="具体在哪儿", max_length=60, required=False, help_text="如：古厝天井、村委会二楼。")
    theme = forms.ModelChoiceField(
        label="主题", queryset=LectureTheme.objects.all(), required=False, empty_label="不说"
    )
    form = forms.ModelChoiceField(label="形式", queryset=LectureForm.objects.all(), required=False, empty_label="不说")
    audience = forms.ModelChoiceField(
        label="讲给谁听", queryset=Audience.objects.all(), required=False, empty_label="谁都合适"
    )
    dialects = forms.ModelMultipleChoiceField(
        label="用什么话讲", queryset=Dialect.objects.all(), required=False, widget=forms.CheckboxSelectMultiple
    )
    capacity = forms.IntegerField(label="坐得下多少人", min_value=1, max_value=5000, required=False)
    open_to_public = forms.BooleanField(label="谁都可以来听，登在公开的日历上", required=False, initial=True)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["course"].queryset = courses_for(user)

    @property
    def more(self):
        """The fields that most people leave as they are."""
        return [self[name] for name in ("theme", "form", "audience", "dialects", "capacity")]


class OnPlace(forms.Form):
    """Helps with the names of places while one types."""

    def help_with_places(self, user) -> None:
        self.fields["place"].user = user
        self.names = offered = naming.names(user, *SCHEDULERS)
        self.offered_places = offered if len(offered) <= naming.MOST_OFFERED else []
        self.fields["place"].widget.attrs |= {"list": "places", "autocomplete": "off"}


class WithSpeakers(forms.Form):
    """Helps with the names of speakers while one types."""

    def help_with_speakers(self, user) -> None:
        field = self.fields["speakers"]
        field.roster = Roster()
        self.offered_speakers = field.roster.offered(user)
        field.widget.attrs |= {"list": "speakers", "autocomplete": "off"}


class BookForm(AboutForm, WhenForm, OnPlace, WithSpeakers):
    """A new session."""

    place = WhereField(label="在哪个阵地")
    speakers = SpeakersField(label="谁来讲", required=False, help_text="几位一起去就用顿号隔开；没定就先空着。")
    confirmed = forms.BooleanField(label="已经和宣讲师说好了，直接排定", required=False)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.help_with_places(user)
        self.help_with_speakers(user)

    def clean(self):
        said = super().clean()
        if said.get("confirmed") and not said.get("speakers") and "speakers" not in self.errors:
            self.add_error("speakers", "直接排定要写上谁来讲；没定就去掉下面的勾。")
        return said

    def given(self) -> dict:
        said = self.cleaned_data
        return {name: said[name] for name in (*DETAILS, "place", "speakers", "confirmed")} | self.when()


class ChangeForm(AboutForm):
    """What a session is about, told anew."""

    @classmethod
    def of(cls, session: Session, *data, user):
        initial = {name: getattr(session, name) for name in DETAILS if name != "dialects"}
        return cls(*data, user=user, initial=initial | {"dialects": session.dialects.all()})


class MoveForm(WhenForm, OnPlace):
    """Another time, another place."""

    field_order = ["day", "start", "minutes", "place", "reason"]

    place = WhereField(label="在哪个阵地", help_text="不换地方就不用动。")
    reason = forms.CharField(label="为什么改", max_length=200, required=False, help_text="宣讲师和村里会看到。")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.help_with_places(user)

    @classmethod
    def of(cls, session: Session, *data, user):
        here = timezone.localtime(session.starts_at)
        minutes = int((session.ends_at - session.starts_at).total_seconds() // 60)
        form = cls(*data, user=user, initial={"day": here.date(), "start": here.time(), "minutes": minutes})
        form.initial["place"] = next((name.full for name in form.names if name.pk == session.place_id), "")
        return form

    def given(self) -> dict:
        said = self.cleaned_data
        return {"place": said["place"], "reason": said["reason"]} | self.when()


class CancelForm(VerbForm):
    """Why a session does not take place."""

    reason = forms.CharField(label="为什么取消", max_length=200, help_text="来听的人、宣讲师都会看到。")


class StaysForm(VerbForm):
    """Why a session is not moved."""

    answer = forms.CharField(label="为什么不改", max_length=200, help_text="写给想换时间的宣讲师。")


class AssignForm(VerbForm, WithSpeakers):
    """One more speaker."""

    shown_at = {"speaker": "speakers"}

    speakers = SpeakersField(label="再派谁去", help_text="写名字，一次一位。")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.help_with_speakers(user)

    def clean_speakers(self):
        if len(self.cleaned_data["speakers"]) != 1:  # one at a time: each takes its locks in the one order
            raise forms.ValidationError("一次派一位，派好了再派下一位。")
        return self.cleaned_data["speakers"]

    def given(self) -> dict:
        return {"speaker": self.cleaned_data["speakers"][0]}


class ReleaseForm(VerbForm):
    """Who cannot come, and why."""

    speaker = forms.ModelChoiceField(label="谁来不了", queryset=None, widget=forms.RadioSelect, empty_label=None)
    reason = forms.CharField(label="为什么", max_length=200, required=False)

    def __init__(self, *args, speakers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["speaker"].queryset = speakers
