"""The words of a case, as its writer is asked for them. A draft may lack anything; handing in asks for the rest."""

from django import forms

from brands.drafting import DAYS, WORDS, plain
from brands.gaps import NEEDED
from brands.models.case import Category

HINTS = {
    "background": ("背景起因", "当时遇到了什么难处？是谁先提出来的？", 150),
    "practice": ("主要做法", "分几步做的？谁来做，多久一次？做不通的时候怎么改的？", 400),
    "results": ("取得成效", "前后有什么不一样？有数的写数，和下面“关键数字”对得上。", 200),
    "lessons": ("经验启示", "别的村想学，最要紧的是哪一两条？", 100),
    "next_steps": ("下一步", "接下来打算怎么做？", 80),
}
WAYS_TO_WRITE_A_DAY = ["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日"]


class DayField(forms.DateField):
    """A day, picked or typed in any of the ways people here write one; it gives an ISO string."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})

    def __init__(self, **kwargs):
        invalid = "这个日期看不懂，请写成 2026-06-30 这样。"
        super().__init__(
            required=False, input_formats=WAYS_TO_WRITE_A_DAY, error_messages={"invalid": invalid}, **kwargs
        )

    def clean(self, value):
        return plain(super().clean(value))


class WordsField(forms.CharField):
    """A short or long text; `suggested` is the 字数 that the counter under it aims at."""

    def __init__(self, *, suggested: int = 0, most: int | None = None, rows: int = 0, **kwargs):
        self.suggested = suggested
        if rows:
            kwargs["widget"] = forms.Textarea(attrs={"rows": rows})
        too_long = {"max_length": f"太长了，这里最多 {most} 字，现在有 %(show_value)d 字。"}
        super().__init__(required=False, max_length=most, error_messages=too_long, **kwargs)
        self.widget.attrs.pop("maxlength", None)  # a browser would silently cut what is pasted

    def clean(self, value):
        return plain(super().clean(value))


class CaseForm(forms.Form):
    """What, where, when, in five parts, and one voice."""

    title = WordsField(label="题目", most=120, suggested=22, help_text="说清是哪里、做了什么，22 字以内最好读。")
    summary = WordsField(label="一句话简介", most=120, suggested=60, rows=2, help_text="在哪里，做了什么，成了什么样。")
    category = forms.ChoiceField(label="类别", choices=Category, required=False, widget=forms.RadioSelect)
    brands = forms.TypedMultipleChoiceField(
        label="属于哪个品牌项目", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    place = forms.TypedChoiceField(
        label="哪里的事",
        coerce=int,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": "选一个您负责的地方。"},
    )
    period_start = DayField(label="从哪天")
    period_end = DayField(label="到哪天", help_text="还在做就空着。")
    background, practice, results, lessons, next_steps = (
        WordsField(label=label, help_text=hint, suggested=length, rows=5) for label, hint, length in HINTS.values()
    )
    quote = WordsField(label="群众怎么说", most=200, rows=2, help_text="一句原话，不用修饰。")
    quote_by = WordsField(label="谁说的", most=40, help_text="可以用称呼，如“林阿婆”。")
    cover = forms.IntegerField(required=False)
    correction = WordsField(
        label="更正说明",
        most=300,
        rows=2,
        help_text="读者会看到。写一句：改了什么，为什么改。例如“堂数由 36 更正为 37，漏计 6 月一堂”。",
    )

    PARTS = tuple(HINTS)

    def __init__(self, *args, places, brands, published: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["place"].choices = places
        self.fields["brands"].choices = brands
        if not brands:
            del self.fields["brands"]
        if not published:
            del self.fields["correction"]
        for name, field in self.fields.items():
            field.needed = name in NEEDED or name in ("place", "correction")

    def clean(self):
        cleaned = super().clean()
        start, end = (cleaned.get(day) for day in DAYS)
        if start and end and end < start:
            self.add_error("period_end", "结束的日子比开始的早，请看看是不是写反了。")
        return cleaned

    @property
    def parts(self):
        """The five parts, as bound fields."""
        return [self[name] for name in self.PARTS]

    def content(self) -> dict:
        """Return every field that could be read; one with a mistake in it is left out, and so stays what it was."""
        fields = (*WORDS, *DAYS, "place", "brands", "cover")
        found = {name: self.cleaned_data[name] for name in fields if name in self.cleaned_data}
        if "brands" in found:
            found["brands"] = sorted(found["brands"])
        return found if found.get("cover") else {name: value for name, value in found.items() if name != "cover"}
