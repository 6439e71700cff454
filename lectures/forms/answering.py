"""What a speaker answers, and what a listener says."""

from django import forms
from django.utils import timezone

from cms.core.forms import VerbForm
from lectures.forms.verb import WhenForm
from lectures.models import Rating, Session

REASONS = ("那天有别的事", "身体不舒服", "路太远", "这个话题不熟")


class DeclineForm(VerbForm):
    """Why a speaker cannot come: one tap, or a sentence of their own."""

    usual = forms.ChoiceField(
        label="为什么来不了", choices=[(one, one) for one in REASONS], required=False, widget=forms.RadioSelect
    )
    reason = forms.CharField(label="或者自己写一句", max_length=100, required=False)

    def given(self) -> dict:
        said = self.cleaned_data
        return {"reason": said["reason"].strip() or said["usual"]}


class AskToMoveForm(WhenForm):
    """When a speaker could come instead, and why not then."""

    reason = forms.CharField(label="为什么", max_length=200, required=False)

    @classmethod
    def of(cls, session: Session, *data):
        """Return the form for one session: as long as it is now, at a time that the speaker picks."""
        minutes = int((session.ends_at - session.starts_at).total_seconds() // 60)
        start = timezone.localtime(session.starts_at)
        initial = {"day": start.date(), "start": start.time(), "minutes": minutes}
        return cls(*data, initial=initial, auto_id=f"asking_{session.pk}_%s")

    def given(self) -> dict:
        return {"reason": self.cleaned_data["reason"]} | self.when()


class RatingForm(VerbForm):
    """How it was, in one of three words, and whatever else one likes to say."""

    score = forms.TypedChoiceField(
        label="听得怎么样",
        coerce=int,
        choices=Rating._meta.get_field("score").choices,
        widget=forms.RadioSelect,
        error_messages={"required": "请点一个。"},
    )
    words = forms.CharField(
        label="想说的话",
        max_length=120,
        required=False,
        help_text="只给讲的人和当地的工作人员看，不公开。",
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 120}),
    )
