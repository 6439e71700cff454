"""Forms that are answered by one verb, and the fields that lectures share."""

import datetime as dt

from django import forms
from django.utils import timezone

from cms.core.refusals import Refused
from cms.places.forms import DayInput, PlaceField
from cms.places.models import PlacePage
from lectures.permissions import SCHEDULERS
from lectures.roster import Roster, speakers

MOST_MINUTES = 480


class TimeInput(forms.TimeInput):
    """A time of day, with the phone's own clock."""

    input_type = "time"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%H:%M")


class VerbForm(forms.Form):
    """A form that calls one verb; a refusal is shown at the fields it is about, and everything typed stays."""

    shown_at: dict[str, str] = {}  # the verb's name of a field → this form's

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("auto_id", f"{type(self).__name__.lower()}_%s")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if field.error_messages["required"] == forms.Field.default_error_messages["required"]:
                field.error_messages["required"] = "这里要填。"

    def given(self) -> dict:
        """Return what the verb is to be called with."""
        return self.cleaned_data

    def take(self, verb, **more):
        """Call the verb; return what it returns, or None when the form or the verb refuses."""
        if not self.is_valid():
            return None
        try:
            return verb(**more, **self.given())
        except Refused as refusal:
            self.add_error(None, refusal.reason)
            for name, words in refusal.fields.items():
                field = self.shown_at.get(name, name)
                if field in self.fields and words != refusal.reason:
                    self.add_error(field, words)
                elif field in self.fields:
                    self.add_error(field, "看上面的说明。")
            return None


class WhereField(PlaceField):
    """A place where the person schedules."""

    roles = SCHEDULERS

    def clean(self, value):
        if not value and not self.required:
            return None
        page = super().clean(value)
        place = PlacePage.objects.filter(pk=page.pk).first()
        if place is None:
            raise forms.ValidationError("请写到具体的阵地：哪个村、哪个站。")
        return place


class SpeakersField(forms.CharField):
    """Speakers by name, several with 、 between them; gives their pages."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("help_text", "几位一起去就用顿号隔开。")
        super().__init__(*args, max_length=120, **kwargs)
        self.roster = None

    def clean(self, value):
        typed = super().clean(value)
        try:
            return speakers((self.roster or Roster()).split(typed)) if typed else []
        except Refused as refusal:
            raise forms.ValidationError(refusal.reason) from None


class WhenForm(VerbForm):
    """A day, a time, and how long."""

    shown_at = {"starts_at": "start", "ends_at": "minutes"}

    day = forms.DateField(label="哪天", widget=DayInput)
    start = forms.TimeField(label="几点开始", widget=TimeInput)
    minutes = forms.IntegerField(label="多少分钟", min_value=10, max_value=MOST_MINUTES, initial=60)

    def when(self) -> dict:
        said = self.cleaned_data
        starts_at = timezone.make_aware(dt.datetime.combine(said["day"], said["start"]))
        return {"starts_at": starts_at, "ends_at": starts_at + dt.timedelta(minutes=said["minutes"])}
