"""What a person says when taking a step; the verb's refusal is shown where it belongs, with everything typed kept."""

from django import forms
from django.utils import timezone

from brands.nominations.models import Nomination, Publicity, Step
from cms.core.forms import VerbForm as StepForm
from cms.places import scope
from cms.places.models import PlacePage


class DayInput(forms.DateInput):
    """A day, with the browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


class MomentInput(forms.DateTimeInput):
    """A day and a time of day, with the browser's own calendar."""

    input_type = "datetime-local"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class OpinionForm(StepForm):
    """The category and the county's opinion, as they will stand on the printed form."""

    category = forms.ChoiceField(label="类别")
    opinion = forms.CharField(
        label="推荐意见",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="几句话：做法好在哪里，成效怎么样，别处能不能学。可以先空着，盖章前写好。",
    )

    def __init__(self, *args, call, **kwargs):
        super().__init__(*args, **kwargs)
        if call.category_list:
            self.fields["category"].choices = [("", "请选一个"), *((name, name) for name in call.category_list)]
        else:
            del self.fields["category"]


class SealForm(StepForm):
    """The scan that bears the county's seal, for the text that was printed."""

    scan = forms.FileField(
        label="盖章件",
        help_text="PDF、JPG 或 PNG，20 MB 以内。手机上可以直接拍照，整张纸拍全、字要看得清。",
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
        error_messages={"required": "还没有选文件。", "empty": "这个文件是空的，请重新选。"},
    )
    revision_id = forms.IntegerField(widget=forms.HiddenInput)


class CertificateForm(StepForm):
    """The paper that an award came with."""

    scan = forms.FileField(
        label="证书扫描件",
        help_text="PDF、JPG 或 PNG，20 MB 以内。只给本县和市里的人看，不公开。",
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
        error_messages={"required": "还没有选文件。", "empty": "这个文件是空的，请重新选。"},
    )


class ReasonForm(StepForm):
    """A sentence why."""

    reason = forms.CharField(label="原因", max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class ReturnForm(ReasonForm):
    """What the county should mend."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = "要补什么"
        self.fields["reason"].help_text = "县里会原样看到。"


class HandBackForm(ReasonForm):
    """What the author should mend in the case."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = "请作者改什么"
        self.fields["reason"].help_text = "作者会原样看到。网上的案例不会撤下，改好照常审核。"


class SupplementForm(ReturnForm):
    """What is asked for after reporting, and until when."""

    due_on = forms.DateField(label="请县里哪天前交", widget=DayInput)


class RankForm(StepForm):
    """A rank on the reserve list."""

    rank = forms.IntegerField(label="候补第几", min_value=1)


class ChosenForm(StepForm):
    """Nominations of one call, ticked on the city's board."""

    nominations = forms.ModelMultipleChoiceField(
        Nomination.objects.none(),
        error_messages={
            "required": "还没有选。请先勾上要办的申报。",
            "invalid_choice": "勾选的申报里有的不在这个通知里，请刷新后再办。",
            "invalid_pk_value": "勾选的申报里有的不在这个通知里，请刷新后再办。",
        },
    )

    def __init__(self, *args, call, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["nominations"].queryset = call.nominations.all()

    @property
    def ticked(self) -> set[str]:
        """The pks that were ticked, so that they stay ticked when the form comes back."""
        return {str(pk) for pk in self["nominations"].value() or []}


class ExtraQuotaForm(StepForm):
    """Places that a county is given on top of its quota."""

    county = forms.ModelChoiceField(PlacePage.objects.none(), label="给哪个县（市、区）", empty_label="请选一个")
    category = forms.ChoiceField(label="类别", required=False)
    number = forms.IntegerField(label="追加几个", min_value=1, max_value=99, initial=1)
    document_number = forms.CharField(label="依据的文号", max_length=60)
    reason = forms.CharField(label="原因", max_length=200, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args, call, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["county"].queryset = scope.counties()
        if call.category_list:
            self.fields["category"].choices = [("", "不限类别"), *((name, name) for name in call.category_list)]
        else:
            del self.fields["category"]


class ExtensionForm(StepForm):
    """A later closing time for one county."""

    county = forms.ModelChoiceField(PlacePage.objects.none(), label="给哪个县（市、区）", empty_label="请选一个")
    until = forms.DateTimeField(
        label="延到什么时候", widget=MomentInput, error_messages={"invalid": "请写日期和几点几分。"}
    )
    reason = forms.CharField(label="原因", max_length=200, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args, **kwargs):
        del kwargs["call"]
        super().__init__(*args, **kwargs)
        self.fields["county"].queryset = scope.counties()


class PublicityForm(ChosenForm):
    """Chosen nominations, from which day on the public is told, and where objections go."""

    def __init__(self, *args, call, **kwargs):
        super().__init__(*args, call=call, **kwargs)
        self.fields["contact"].initial = Publicity.objects.values_list("contact", flat=True).order_by("-pk").first

    starts_on = forms.DateField(label="公示从哪天开始", initial=timezone.localdate, widget=DayInput)
    contact = forms.CharField(
        label="异议受理",
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="哪个单位受理，书面材料交到哪里。不写个人的手机号。",
    )


class OutcomeForm(ChosenForm):
    """What the notice from above says of reported nominations."""

    outcome = forms.ChoiceField(
        label="结果",
        choices=[(Step.AWARDED.value, Step.AWARDED.label), (Step.NOT_SELECTED.value, Step.NOT_SELECTED.label)],
        widget=forms.RadioSelect,
    )
    document_number = forms.CharField(
        label="文号", max_length=60, required=False, help_text="登记入选时，文号和链接至少写一个。"
    )
    document_url = forms.URLField(label="链接", required=False, assume_scheme="https")
    decided_on = forms.DateField(label="文件日期", initial=timezone.localdate, widget=DayInput)
