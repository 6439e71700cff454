"""Key figures and authors: a few rows each, empty ones do not count."""

import unicodedata
from decimal import Decimal, InvalidOperation

from django import forms
from django.core.exceptions import ValidationError

from brands.drafting import FIGURE_FIELDS, plain
from brands.forms.case import DayField, WordsField

ROLES = [("撰稿", "撰稿"), ("摄影", "摄影"), ("摄像", "摄像")]
MOST_DIGITS = 15


class NumberField(forms.CharField):
    """A number as people type it: full-width digits and thousands commas are read, words are not; gives a string."""

    def clean(self, value):
        text = unicodedata.normalize("NFKC", super().clean(value)).replace(",", "").replace(" ", "")
        if not text:
            return ""
        try:
            number = Decimal(text)
        except InvalidOperation as error:
            raise ValidationError("这里只写数字，例如 36；“堂”“人次”写在单位那一格。") from error
        if (
            not number.is_finite()
            or len(number.as_tuple().digits) > MOST_DIGITS
            or abs(number.adjusted()) > MOST_DIGITS
        ):
            raise ValidationError("这个数太大了，请看看是不是多打了几位。")
        return plain(number)


class FigureForm(forms.Form):
    """One number with what makes it believable: unit, day, and how it was counted."""

    label = WordsField(label="数的是什么", most=40)
    value = NumberField(label="数值", required=False, widget=forms.TextInput(attrs={"inputmode": "decimal"}))
    unit = WordsField(label="单位", most=12)
    as_of = DayField(label="截至哪天")
    method = WordsField(label="怎么数的", most=60, help_text="如：签到簿、台账、入户登记。")

    def content(self) -> dict:
        return {name: self.cleaned_data.get(name, "") for name in FIGURE_FIELDS}


class AuthorForm(forms.Form):
    """Somebody who wrote or photographed."""

    name = WordsField(label="姓名", most=40)
    role = forms.ChoiceField(label="做了什么", choices=ROLES, required=False)

    def content(self) -> dict:
        return {"name": self.cleaned_data.get("name", ""), "role": self.cleaned_data.get("role") or "撰稿"}


class Rows(forms.BaseFormSet):
    """Rows of which only those with something in them count; `key` is the cell that makes a row, "" for any cell."""

    key = ""

    def content(self) -> list[dict] | None:
        """Return the rows that were filled in, or None when the browser sent none at all."""
        if not self.management_form.is_valid():
            return None
        rows = [form.content() for form in self.forms]
        return [row for row in rows if (row[self.key] if self.key else any(row.values()))]


class _AuthorRows(Rows):
    key = "name"


FigureRows = forms.formset_factory(FigureForm, formset=Rows, extra=3, max_num=15)
AuthorRows = forms.formset_factory(AuthorForm, formset=_AuthorRows, extra=2, max_num=15)
