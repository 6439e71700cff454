"""The fields that the forms of lectures share."""

import datetime as dt

from django import forms
from django.utils import timezone

from cms.core.forms import VerbForm
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
