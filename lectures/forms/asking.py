"""What anybody says who asks for a lecture: three things, and whatever else they like."""

from django import forms
from django.utils import timezone

from cms.core.forms import VerbForm
from cms.places.forms import DayInput
from lectures import finding_places
from lectures.models import Audience, CoursePage, Dialect, Part, SpeakerPage

OFFERED_COURSES = 80
TRAP = "homepage"  # a field that people do not see and machines fill in


class WithoutMachines(VerbForm):
    """Turns away what fills in every field it finds."""

    homepage = forms.CharField(label="这一格请空着", required=False, max_length=200)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields[TRAP].widget.attrs |= {"autocomplete": "off", "tabindex": "-1"}

    def clean_homepage(self):
        if self.cleaned_data[TRAP]:
            self.add_error(None, "有一格是给机器设的，要空着。您的浏览器自动填了它，请把这一页重新打开再写一次。")
        return ""


class PlaceByName(forms.Form):
    """A place by the name one calls it: typed, and when several are called so, picked from those."""

    where = forms.CharField(max_length=60)
    place = forms.CharField(required=False, widget=forms.HiddenInput)
    found: list[finding_places.Found] = []

    def find_place(self, said: dict) -> None:
        """Put the place into `said["place"]`, or say what is to be picked or typed."""
        typed = said.get("where", "")
        if not typed:
            return
        chosen = finding_places.of_pk(said.get("place") or "")
        offered = self.data.get("offered") == typed
        if chosen and (offered or chosen.place.title == typed):
            self.found, said["place"] = [chosen], chosen.place
            return
        self.found = finding_places.search(typed)
        if len(self.found) == 1:
            said["place"] = self.found[0].place
        elif self.found:
            self.add_error("where", "叫这个名字的不止一处，请在下面点一个。")
        else:
            self.add_error("where", "没有找到这个地方。请写村、社区或乡镇的名字，也可以连县名一起写。")

    @property
    def picked(self) -> str:
        return self.data.get("place", "") if self.is_bound else str(self.initial.get("place", ""))


class AskForm(WithoutMachines, PlaceByName):
    """A wish for a lecture."""

    shown_at = {"place": "where"}

    topic = forms.CharField(label="想听什么", max_length=80, help_text="写几个字就行，也可以选一门现成的课。")
    where = forms.CharField(label="在哪里讲", max_length=60, help_text="村、社区或者乡镇的名字。")
    from_day = forms.DateField(label="哪一天", widget=DayInput)
    to_day = forms.DateField(label="到哪天", widget=DayInput, required=False)
    course = forms.ModelChoiceField(queryset=CoursePage.objects.live(), required=False, widget=forms.HiddenInput)
    speaker = forms.ModelChoiceField(queryset=SpeakerPage.objects.live(), required=False, widget=forms.HiddenInput)
    contact = forms.CharField(
        label="怎么联系您",
        max_length=60,
        required=False,
        help_text="电话或者称呼。只有派单的人看得到，说好的日子过去一个月后删掉。",
        widget=forms.TextInput(attrs={"autocomplete": "tel"}),
    )
    part = forms.ChoiceField(
        label="最好在", choices=[("", "都行"), *Part.choices], required=False, widget=forms.RadioSelect
    )
    audience = forms.ModelChoiceField(
        label="讲给谁听", queryset=Audience.objects.all(), required=False, empty_label="都有"
    )
    dialect = forms.ModelChoiceField(
        label="最好用什么话", queryset=Dialect.objects.all(), required=False, empty_label="都行"
    )
    head_count = forms.IntegerField(label="大概多少人", min_value=1, max_value=5000, required=False)
    note = forms.CharField(
        label="还想说的", max_length=200, required=False, widget=forms.Textarea(attrs={"rows": 3, "maxlength": 200})
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        today = timezone.localdate().isoformat()
        for name in ("from_day", "to_day"):
            self.fields[name].widget.attrs["min"] = today
        self.fields["from_day"].error_messages["required"] = "请选日子，定不下来就选一段。"
        self.fields["topic"].widget.attrs["list"] = "courses"
        self.fields["topic"].error_messages["required"] = "请写想听什么。"
        self.fields["where"].error_messages["required"] = "请写在哪里讲。"

    def clean(self):
        said = super().clean()
        self.find_place(said)
        if "to_day" not in self.errors:
            said["to_day"] = said.get("to_day") or said.get("from_day")
        if said.get("topic") and (said.get("course") is None or said["course"].title != said["topic"]):
            said["course"] = CoursePage.objects.live().filter(title=said["topic"]).first()
        return said

    def given(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if name not in ("where", TRAP)}

    @property
    def wanted_speaker(self) -> SpeakerPage | None:
        """The speaker whom the person asks for, as the page says it."""
        value = str(self["speaker"].value() or "")
        return SpeakerPage.objects.live().filter(pk=value).first() if value.isdecimal() else None

    @property
    def more_is_open(self) -> bool:
        return any(self[name].value() for name in ("part", "audience", "dialect", "head_count", "note"))

    def courses(self) -> list[str]:
        """Return the names of courses to offer while the person types."""
        return list(CoursePage.objects.live().order_by("path").values_list("title", flat=True)[:OFFERED_COURSES])


class WishForm(WithoutMachines, PlaceByName):
    """我想听: a topic, and, if one likes, where."""

    words = forms.CharField(label="想听什么", max_length=80, help_text="一句话就行，例如：手机上怎么挂号。")
    where = forms.CharField(label="您在哪里", max_length=60, required=False, help_text="村、社区或者乡镇，可以不写。")

    def clean(self):
        said = super().clean()
        said["place"] = said.get("place") or None
        self.find_place(said)
        return said

    def given(self) -> dict:
        place = self.cleaned_data["place"]
        return {"words": self.cleaned_data["words"], "place": None if isinstance(place, str) else place}
