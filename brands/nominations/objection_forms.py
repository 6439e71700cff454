"""What is written down of an objection, and its answer."""

from django import forms
from django.utils import timezone

from brands.nominations.forms import DayInput
from brands.nominations.models import Nomination
from cms.core.forms import VerbForm


class ObjectionForm(VerbForm):
    """An objection that came in writing."""

    nomination = forms.ModelChoiceField(
        Nomination.objects.none(), label="对哪个案例", required=False, empty_label="对整份公示"
    )
    received_on = forms.DateField(label="收到的日期", initial=timezone.localdate, widget=DayInput)
    by_name = forms.CharField(label="谁提的", max_length=40, required=False)
    by_unit = forms.CharField(label="哪个单位", max_length=80, required=False)
    phone = forms.CharField(
        label="电话", max_length=40, required=False, help_text="只有市级申报专员看得到，用来核实和答复。"
    )
    words = forms.CharField(label="说了什么", max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))
    scan = forms.FileField(
        label="书面材料",
        required=False,
        help_text="PDF、JPG 或 PNG，20 MB 以内。",
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
        error_messages={"empty": "这个文件是空的，请重新选。"},
    )

    def __init__(self, *args, notice, **kwargs):
        super().__init__(*args, **kwargs)
        named = Nomination.objects.filter(pk__in=[entry["nomination"] for entry in notice.entries])
        self.fields["nomination"].queryset = named.select_related("case")
        self.fields["nomination"].label_from_instance = lambda nomination: nomination.case.title


class AnswerForm(VerbForm):
    """What was found out, and what the county is told when the objection holds."""

    answer = forms.CharField(label="答复", max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    upheld = forms.TypedChoiceField(
        label="属实吗",
        choices=[("no", "不属实"), ("yes", "属实，撤出公示，退回县里")],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label="写给县里的话",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="属实的才写：要核什么、补什么。不要写是谁提的。",
    )
