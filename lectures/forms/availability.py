"""空闲时间: a week of parts of days, three ways each, and the days that differ."""

import datetime as dt

from django import forms
from django.utils import timezone

from cms.core.forms import VerbForm
from cms.places.forms import DayInput
from lectures.availability import Said
from lectures.models import DayPart, Diary, Part, Weekday

CHOICES = [(Said.FREE.value, "有空"), (Said.BUSY.value, "没空"), ("", "不填")]
BLANK_ROWS = 2


def said_of(free: bool | None) -> str:
    """Return what a row says; no row says nothing."""
    return Said.UNKNOWN.value if free is None else (Said.FREE if free else Said.BUSY).value


class SaidField(forms.ChoiceField):
    """有空, 没空, or nothing said."""

    def __init__(self, **kwargs):
        super().__init__(choices=CHOICES, required=False, widget=forms.RadioSelect, **kwargs)

    def clean(self, value):
        return Said(super().clean(value))


class WeekForm(VerbForm):
    """The week: one field a weekday and part, e.g. said_1_am."""

    def __init__(self, *args, diary: Diary, **kwargs):
        row = {(row.weekday, row.part): row.free for row in diary.week.all()}
        super().__init__(*args, **kwargs)
        for weekday in Weekday:
            for part in Part:
                label = f"{weekday.label}{part.label}"
                self.fields[f"said_{weekday.value}_{part.value}"] = SaidField(
                    label=label, initial=said_of(row.get((weekday.value, part.value)))
                )

    def rows(self):
        """Return (weekday's name, its three fields) for the page."""
        return [(day.label, [self[f"said_{day.value}_{part.value}"] for part in Part]) for day in Weekday]

    def week(self) -> dict:
        return {
            (weekday.value, part.value): self.cleaned_data[f"said_{weekday.value}_{part.value}"]
            for weekday in Weekday
            for part in Part
        }


class DayForm(forms.Form):
    """One day that differs: its parts, and one word for all of them. An empty day is no row."""

    day = forms.DateField(label="哪天", required=False, widget=DayInput)
    parts = forms.MultipleChoiceField(
        label="哪个时段", required=False, choices=Part.choices, widget=forms.CheckboxSelectMultiple
    )
    free = forms.ChoiceField(
        label="那时", required=False, choices=[("no", "没空"), ("yes", "有空")], widget=forms.RadioSelect, initial="no"
    )
    note = forms.CharField(label="为什么（自己记的）", max_length=40, required=False)

    def clean(self):
        said = super().clean()
        if said.get("day") and not said.get("parts"):
            self.add_error("parts", "请点这天的哪个时段。")
        if said.get("parts") and not said.get("day") and "day" not in self.errors:
            self.add_error("day", "请选是哪天。")
        return said

    def days(self) -> list[dict]:
        said = self.cleaned_data
        shared = {"day": said.get("day"), "free": said.get("free") == "yes", "note": said.get("note", "")}
        return [shared | {"part": part} for part in said.get("parts", [])]


DaysFormSet = forms.formset_factory(DayForm, extra=BLANK_ROWS, max_num=80, absolute_max=80)


def days_of(diary: Diary, *data):
    """Return the rows of coming days that differ, parts with the same word and note of one day together."""
    together: dict[tuple[dt.date, bool, str], list[str]] = {}
    for row in DayPart.objects.filter(diary=diary, day__gte=timezone.localdate()):
        together.setdefault((row.day, row.free, row.note), []).append(row.part)
    initial = [
        {"day": day, "free": "yes" if free else "no", "note": note, "parts": parts}
        for (day, free, note), parts in together.items()
    ]
    return DaysFormSet(*data, initial=initial, prefix="days")
