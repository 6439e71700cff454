"""What the office notes of a speaker."""

from django import forms
from django.utils import timezone

from cms.core.forms import VerbForm
from cms.places.forms import DayInput
from lectures import speakers
from lectures.models import Diary, Training


class AccountField(forms.ModelChoiceField):
    """An account by name and where it belongs."""

    def label_from_instance(self, obj):
        return f"{obj.name}（{obj.where}）" if obj.where else obj.name


class AccountForm(VerbForm):
    """Who signs in as this speaker."""

    account = AccountField(
        label="用哪个账号", queryset=None, required=False, empty_label="没有账号",
        help_text="名单里是当地的宣讲员。没有的话，先到“人员”里给开一个，角色选宣讲员。",
    )  # fmt: skip

    def __init__(self, *args, speaker, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["account"].queryset = speakers.accounts(user, speaker)


class LimitForm(VerbForm):
    """How often the speaker can come."""

    monthly_limit = forms.IntegerField(
        label=Diary._meta.get_field("monthly_limit").verbose_name, min_value=1, max_value=60, required=False,
        help_text="和本人说好的，满了就不再派；不限就空着。",
    )  # fmt: skip


class TrainingForm(VerbForm):
    """A training that the speaker took part in."""

    day = forms.DateField(label="哪天", widget=DayInput, initial=timezone.localdate)
    title = forms.CharField(label="学了什么", max_length=60, help_text="如：宣讲员骨干培训班、方言宣讲现场教学。")
    hours = forms.DecimalField(
        label="多少学时", min_value=0.5, max_value=200, max_digits=4, decimal_places=1, initial=4
    )
    organiser = forms.CharField(label="谁办的", max_length=Training._meta.get_field("organiser").max_length)


class LetterForm(forms.Form):
    """In whose name the letter is; kept nowhere, only printed."""

    by = forms.CharField(label="落款单位", max_length=40, required=False)
