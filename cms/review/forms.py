"""What people write when they decide, take down or submit."""

from django import forms
from django.core.exceptions import ValidationError

from cms.core.refusals import Refused

NOTE = "note-"
LONGEST_COMMENT, LONGEST_NOTE, LONGEST_REASON = 1000, 500, 300


class VerbForm(forms.Form):
    """A form behind which a verb stands: a refusal comes back as an error, on its field where it names one."""

    def refuse(self, refusal: Refused) -> None:
        known = {name: words for name, words in refusal.fields.items() if name in self.fields}
        self.add_error(None, ValidationError(refusal.reason))
        for name, words in known.items():
            self.add_error(name, ValidationError(words))


class DecisionForm(VerbForm):
    """A verdict about one revision, with a comment on the whole and a note on any field."""

    verdict = forms.ChoiceField(choices=[("approve", "通过"), ("return", "退回")])
    revision = forms.IntegerField()
    approval = forms.CharField(
        label="想说的话", max_length=LONGEST_COMMENT, required=False, widget=forms.Textarea({"rows": 2})
    )
    comment = forms.CharField(
        label="要改什么", max_length=LONGEST_COMMENT, required=False, widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, data=None, *, texts=(), **kwargs):
        super().__init__(data, **kwargs)
        for text in texts:
            self.fields[NOTE + text.field] = forms.CharField(
                label=f"对“{text.label}”说一句",
                max_length=LONGEST_NOTE,
                required=False,
                widget=forms.Textarea({"rows": 2}),
            )

    @property
    def notes(self) -> dict[str, str]:
        """The notes by field name; what is too long is kept as typed until it is made shorter."""
        return {name.removeprefix(NOTE): words for name, words in self.cleaned_data.items() if name.startswith(NOTE)}

    @property
    def typed(self) -> list[str]:
        """Everything that was written, for somebody who came too late to have it counted."""
        return [words for name in self.fields if name not in ("verdict", "revision") and (words := self[name].value())]


class TakeDownForm(VerbForm):
    """Why a page leaves the site."""

    reason = forms.CharField(
        label="为什么撤下",
        max_length=LONGEST_REASON,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "请写一句撤下的原因。"},
        help_text="只有工作人员看得到。作者会收到通知，网上马上看不到这一页。",
    )


class SubmissionForm(VerbForm):
    """What the public is told when something already published changes."""

    correction = forms.CharField(
        label="更正说明",
        max_length=LONGEST_REASON,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "请写一句：改了什么、为什么改。"},
        help_text="读者会看到这一句，例如：“课后办结”由 20 件更正为 21 件，原稿漏数一件。",
    )

    def __init__(self, data=None, *, published: bool, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["correction"].required = published
