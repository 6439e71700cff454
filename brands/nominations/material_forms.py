"""What is written, ticked, chosen and sent up for one nomination, as a notice's rules ask for it."""

from django import forms

from brands.nominations import filling
from brands.nominations.entry import Entry
from brands.nominations.gaps import seen
from brands.nominations.material.rules import EligibilityRule, FormRule, TextRule
from cms.core.forms import VerbForm

CELL = 40  # 字: a cell that may hold more is several lines


class AnswersForm(VerbForm):
    """Every text, cell and number that this nomination alone needs, and everything to look at and tick."""

    def __init__(self, *args, asked: Entry, carried: dict[str, str], **kwargs):
        super().__init__(*args, auto_id="%s", **kwargs)
        self.asked, self.fresh = asked, carried
        for key, label, rule in filling.questions(asked):
            self.fields[key] = self._question(key, label, rule)
        for key, words, rule in filling.statements(asked):
            ticked = asked.answer(key) == seen.value_of(rule, asked)
            self.fields[key] = forms.BooleanField(label=f"{rule.name}：{words}", required=False, initial=ticked)

    def _question(self, key: str, label: str, rule) -> forms.CharField:
        limit = _limit(rule, key)
        rows = 8 if isinstance(rule, TextRule) else 3 if limit and limit > CELL else 1
        widget = forms.TextInput() if rows == 1 else forms.Textarea(attrs={"rows": rows})
        told = key in self.asked.answers
        initial = self.asked.answer(key) if told else self.fresh.get(key, "")
        if isinstance(rule, EligibilityRule):
            return forms.IntegerField(label=label, required=False, initial=initial, min_value=0, max_value=100_000)
        field = forms.CharField(label=label, required=False, initial=initial, widget=widget)
        field.help_text = "上次申报写的，看看还对不对。" if initial and not told else ""
        field.most = limit
        return field

    def given(self) -> dict:
        """Return what was changed, and what was taken over from before; what others write meanwhile stays."""
        ticks = {key: rule for key, _, rule in filling.statements(self.asked)}
        fresh = {key for key in self.fields if key not in self.asked.answers}
        return {"answers": {key: self._said(key, ticks.get(key)) for key in {*self.changed_data, *fresh}}}

    def _said(self, key: str, ticked) -> str:
        said = self.cleaned_data[key]
        if ticked:
            return seen.value_of(ticked, self.asked) if said else ""
        return "" if said is None else str(said).replace("\r\n", "\n")


def _limit(rule, key: str) -> int | None:
    """Return how many 字 a question's answer may have, where the notice says."""
    if isinstance(rule, TextRule):
        return rule.max_words
    if isinstance(rule, FormRule):
        return next(cell.max_words for cell in rule.cells if cell.key == key)
    return None


class PhotosForm(VerbForm):
    """Which of the case's photos go up."""

    images = forms.TypedMultipleChoiceField(
        label="报哪几张", help_text="都不勾，就是全报。", coerce=int, required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "选的照片里有的不在案例里了，请刷新后再选。"},
    )  # fmt: skip

    def __init__(self, *args, asked: Entry, rule, **kwargs):
        super().__init__(*args, auto_id=f"photos_{rule.key}_%s", **kwargs)
        self.fields["images"].choices = [(one.image.pk, one.caption or one.image.title) for one in asked.photos]
        self.fields["images"].initial = [one.image.pk for one in asked.pictures(rule)]


class FilmForm(VerbForm):
    """Which film goes up."""

    video = forms.ModelChoiceField(None, label="报哪一部", required=False, empty_label="不报视频")

    def __init__(self, *args, asked: Entry, rule, **kwargs):
        super().__init__(*args, auto_id=f"film_{rule.key}_%s", **kwargs)
        self.fields["video"].queryset = filling.films(asked.nomination)
        self.fields["video"].initial = next(iter(asked.videos(rule)), None)


class PaperForm(VerbForm):
    """One more paper."""

    paper = forms.FileField(
        label="选文件", help_text="PDF、JPG、PNG、DOCX、XLSX，100 MB 以内。",
        error_messages={"required": "还没有选文件。", "empty": "这个文件是空的，请重新选。"},
    )  # fmt: skip

    def __init__(self, *args, asked: Entry, rule, **kwargs):
        super().__init__(*args, auto_id=f"paper_{rule.key}_%s", **kwargs)
