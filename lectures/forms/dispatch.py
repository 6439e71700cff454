"""What a dispatcher says of a wish."""

from django import forms

from cms.core.forms import VerbForm
from lectures.forms.verb import WhenForm
from lectures.models import SpeakerPage


class TimeForm(WhenForm):
    """A day, a time, and how long: who can come then?"""


class OneSpeaker(VerbForm):
    """One speaker, asked alone."""

    speaker = forms.ModelChoiceField(
        queryset=SpeakerPage.objects.live(),
        error_messages={"required": "请选一位宣讲师。", "invalid_choice": "这位宣讲师不在名册上了，请换一位。"},
    )


class SeveralSpeakers(VerbForm):
    """Several speakers, asked at once."""

    speakers = forms.ModelMultipleChoiceField(
        SpeakerPage.objects.live(),
        error_messages={
            "required": "还没有勾人。要一起问，先勾上几位。",
            "invalid_choice": "勾的人里有的不在名册上了，请刷新后再办。",
            "invalid_pk_value": "勾的人里有的不在名册上了，请刷新后再办。",
        },
    )


class VenueForm(WhenForm):
    """When, and where exactly."""

    venue = forms.CharField(label="具体在哪儿", max_length=60, required=False)


class OfferForm(VenueForm, OneSpeaker):
    """A wish for one speaker."""

    def given(self) -> dict:
        return {name: self.cleaned_data[name] for name in ("venue", "speaker")} | self.when()


class OpenCallForm(VenueForm, SeveralSpeakers):
    """A wish for whoever says yes first."""

    def given(self) -> dict:
        return {name: self.cleaned_data[name] for name in ("venue", "speakers")} | self.when()


class ReplyForm(VerbForm):
    """An answer to who asked."""

    answer = forms.CharField(
        label="写给点单的人",
        max_length=200,
        help_text="他们在自己的页面上看得到。",
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 200}),
    )
