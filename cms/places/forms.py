"""What people fill in about places and people; the verbs decide, the forms only read."""

from django import forms

from cms.accounts.models import User
from cms.core.refusals import Refused
from cms.places import naming
from cms.places.facts import FACTS
from cms.places.models import PlacePage, Role, Status


class Refusable:
    """A form that can show why a verb said no, at the fields it is about."""

    def refuse(self, refusal: Refused) -> None:
        fields = {name: words for name, words in refusal.fields.items() if name in self.fields}
        for name, words in fields.items():
            self.add_error(name, words)
        if not fields:
            self.add_error(None, refusal.reason)


class DayInput(forms.DateInput):
    """A date, picked from the phone's own calendar."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


class PlaceField(forms.CharField):
    """A place that the person manages (or serves in one of `roles`), by its name or number; gives the page."""

    roles: tuple[str, ...] = ()

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("label", "单位")
        kwargs.setdefault("help_text", "写名字就行，如“上埔村”；有同名的，连上级一起写。")
        super().__init__(*args, max_length=120, **kwargs)
        self.user = None

    def clean(self, value):
        typed = super().clean(value)
        try:
            return naming.find(self.user, typed, *self.roles)
        except Refused as refusal:
            raise forms.ValidationError(refusal.reason) from None


class FactsForm(Refusable, forms.ModelForm):
    """What the site says of a place."""

    class Meta:
        model = PlacePage
        fields = FACTS
        widgets = {"introduction": forms.Textarea(attrs={"rows": 5})}
        help_texts = {
            "opening_hours": "如“每天 8:30—17:30，圩日到 19:00”。",
            "introduction": "这里有什么、平时做什么，读的人是乡亲和游客。",
            "latitude": "可在地图上查，如 26.64312。",
            "longitude": "如 118.17753。",
        }


class StatusForm(Refusable, forms.Form):
    """A status and the day from which it holds."""

    status = forms.ChoiceField(label="现在是", choices=Status.choices, widget=forms.RadioSelect)
    since = forms.DateField(label="从哪天起", widget=DayInput, help_text="以前的日子也可以补登，不能写以后的。")


class CoverageForm(forms.Form):
    """A day to count at."""

    on = forms.DateField(label="截至", widget=DayInput)


class SheetForm(Refusable, forms.Form):
    """The register, filled in."""

    file = forms.FileField(label="填好的表（.xlsx）", widget=forms.FileInput(attrs={"accept": ".xlsx"}))


class OnPlace(Refusable, forms.Form):
    """A role at a place within the reach of whoever fills it in."""

    place = PlaceField()
    role = forms.ChoiceField(label="做什么", choices=Role.choices)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["place"].user = user
        offered = naming.names(user)
        self.offered = offered if len(offered) <= naming.MOST_OFFERED else []
        self.fields["place"].widget.attrs |= {"list": "places", "autocomplete": "off"}


class PersonForm(OnPlace):
    """A new account with its first role."""

    name = forms.CharField(label="姓名", max_length=40)
    username = forms.CharField(
        label="登录名", max_length=60, required=False, help_text="不填就用姓名的拼音。",
        validators=User._meta.get_field("username").validators,
    )  # fmt: skip
    email = forms.EmailField(label="邮箱", required=False, help_text="填了，消息也会发到邮箱。")

    field_order = ["name", "place", "role", "username", "email"]


class RoleForm(OnPlace):
    """A further role of somebody who has an account."""

    until = forms.DateField(label="做到哪天", required=False, widget=DayInput, help_text="不定期的不填。")


class EndForm(Refusable, forms.Form):
    """The end of a role."""

    last_day = forms.DateField(label="最后一天", required=False, widget=DayInput, help_text="不填就是现在结束。")
