"""The screen on which one case is told in several lengths."""

from django import forms

from brands.models import AIM, Length
from cms.core.forms import VerbForm

ROWS = {Length.SLOGAN: 1, Length.SHORT: 7, Length.MIDDLE: 12, Length.LONG: 20}
HINTS = {
    Length.SLOGAN: "一句话，念得顺口，墙上贴得下。",
    Length.SHORT: "阵地简介、展板、网上征集常要这么长。",
    Length.MIDDLE: "推荐表里的“概述及亮点成效”常要这么长。",
    Length.LONG: "征集正文常要这么长。案例自己的五段话已经够长的，可以不写。",
}


class RenditionsForm(VerbForm):
    """A box for every length with a counter below it, and what each box held when the screen was opened."""

    def __init__(self, *args, kept: dict[str, str], **kwargs):
        super().__init__(*args, **kwargs)
        for length in Length:
            box = forms.CharField(
                label=length.label, required=False, initial=kept.get(length, ""), help_text=HINTS[length],
                widget=forms.Textarea(attrs={"rows": ROWS[length]}),
            )  # fmt: skip
            box.suggested = AIM[length]
            self.fields[length] = box
            before = forms.CharField(required=False, initial=kept.get(length, ""), widget=forms.HiddenInput)
            self.fields[f"seen_{length}"] = before

    def boxes(self) -> list:
        return [self[length] for length in Length]

    def given(self) -> dict:
        said = self.cleaned_data
        seen = {length: said[f"seen_{length}"].replace("\r\n", "\n") for length in Length}
        return {"words": {length: said[length].replace("\r\n", "\n") for length in Length}, "seen": seen}
