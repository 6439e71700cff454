"""What is asked about the ledger."""

from django import forms
from django.utils import timezone

from cms.core.forms import VerbForm
from cms.core.refusals import Refused
from cms.places.forms import DayInput
from lectures.forms.verb import WhereField
from lectures.ledger.sheet import MOST_BYTES
from lectures.permissions import RECORDERS
from lectures.roster import Roster


class LedgerForm(VerbForm):
    """A ledger, filled in."""

    file = forms.FileField(label="填好的台账（.xlsx）", widget=forms.FileInput(attrs={"accept": ".xlsx"}))

    def given(self) -> dict:
        file = self.cleaned_data["file"]
        return {"name": file.name, "data": file.read(MOST_BYTES + 1)}


class SpanForm(forms.Form):
    """From which day to which."""

    start = forms.DateField(label="从哪天", widget=DayInput)
    end = forms.DateField(label="到哪天", widget=DayInput)

    def clean(self):
        said = super().clean()
        if said.get("start") and said.get("end") and said["end"] < said["start"]:
            self.add_error("end", "结束的日子在开始的前面了。")
        return said


class ServedField(WhereField):
    """A place where the person serves in any office of lectures."""

    roles = RECORDERS


class YearForm(forms.Form):
    """Whose year: a place's (a county's is that of its centre) or a speaker's."""

    year = forms.IntegerField(label="哪一年", min_value=2000, max_value=2100)
    place = ServedField(label="哪个地方", required=False, help_text="写县名就是全县。")
    speaker = forms.CharField(label="或者哪位宣讲师", max_length=60, required=False)

    def __init__(self, *args, user, **kwargs):
        kwargs.setdefault("initial", {"year": timezone.localdate().year})
        super().__init__(*args, **kwargs)
        self.fields["place"].user = user

    def clean_speaker(self) -> int | None:
        typed = self.cleaned_data["speaker"].strip()
        try:
            return Roster().find(typed) if typed else None
        except Refused as refusal:
            raise forms.ValidationError(refusal.reason) from None

    def clean(self):
        said = super().clean()
        if not self.errors and not said.get("place") and not said.get("speaker"):
            self.add_error("place", "写一个地方，或者一位宣讲师。")
        return said
