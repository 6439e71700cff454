"""What is written, ticked, chosen and sent up for one nomination, as a notice's rules ask for it."""

from django import forms

from brands.nominations import filling
from brands.nominations.entry import Entry
from brands.nominations.gaps.seen import TICKED
from brands.nominations.material.rules import FormRule, TextRule
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
            ticked = asked.answer(key) == TICKED
            self.fields[key] = forms.BooleanField(label=f"{rule.name}：{words}", required=False, initial=ticked)

    def _question(self, key: str, label: str, rule) -> forms.CharField:
        limit = _limit(rule, key)
        rows = 8 if isinstance(rule, TextRule) else 3 if limit and limit > CELL else 1
        widget = forms.TextInput() if rows == 1 else forms.Textarea(attrs={"rows": rows})
        kept = self.asked.answer(key)
        field = forms.CharField(label=label, required=False, initial=kept or self.fresh.get(key, ""), widget=widget)
        field.help_text = "" if kept or not self.fresh.get(key) else "上次申报写的，看看还对不对。"
        field.suggested = limit
        return field

    def given(self) -> dict:
        said = self.cleaned_data
        ticks = {key for key, *_ in filling.statements(self.asked)}
        texts = {key: words.replace("\r\n", "\n") for key, words in said.items() if key not in ticks}
        return {"answers": texts | {key: TICKED if said[key] else "" for key in ticks}}


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
        label="报哪几张", coerce=int, required=False, widget=forms.CheckboxSelectMultiple,
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
