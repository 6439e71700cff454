"""The record's one screen."""

from uuid import uuid4

from django import forms

from cms.core.forms import VerbForm
from lectures.models import ServiceTag, SessionRecord
from lectures.records import MOST_PHOTOS, WORDS


class ManyFilesInput(forms.FileInput):
    """A field that takes several pictures at once."""

    allow_multiple_selected = True


class PhotosField(forms.FileField):
    """Up to three pictures; gives a list of files."""

    def clean(self, data, initial=None):
        return [super(PhotosField, self).clean(file, initial) for file in data or []]


class RecordForm(VerbForm):
    """How many came, and, for who likes, a sentence, a voice, other services, pictures."""

    head_count = forms.IntegerField(
        label="来了多少人", min_value=0, max_value=5000, widget=forms.NumberInput(attrs={"inputmode": "numeric"})
    )
    sentence = forms.CharField(
        label="一句话说说", max_length=200, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    voice = forms.CharField(label="听的人说了什么", max_length=200, required=False)
    voice_from = forms.CharField(
        label="谁说的", max_length=40, required=False, help_text="写个称呼就行，如：一位大娘。不写全名。"
    )
    services = forms.ModelMultipleChoiceField(
        label="同场还做了什么", queryset=ServiceTag.objects.all(), required=False, widget=forms.CheckboxSelectMultiple
    )
    photos = PhotosField(
        label="照片",
        required=False,
        help_text=f"最多 {MOST_PHOTOS} 张，没有也行。拍照的位置和机型会自动去掉。",
        widget=ManyFilesInput(attrs={"accept": "image/*", "multiple": True}),
    )
    without = forms.ModelMultipleChoiceField(
        label="不要这张了", queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )
    draft_key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, record: SessionRecord | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.record = record
        self.fields["head_count"].needed = True
        if record is None:
            del self.fields["without"]
            self.fields["draft_key"].initial = uuid4
        else:
            del self.fields["draft_key"]
            self.fields["without"].queryset = record.photos.all()
        if not ServiceTag.objects.exists():
            del self.fields["services"]

    @classmethod
    def of(cls, record: SessionRecord | None, *data):
        """Return the form of a record as it stands, or of one that nobody has written yet."""
        if record is None:
            return cls(*data)
        initial = {name: getattr(record, name) for name in ("head_count", *WORDS)}
        return cls(*data, record=record, initial=initial | {"services": record.services.all()})

    def given(self) -> dict:
        return {"services": [], **self.cleaned_data}
