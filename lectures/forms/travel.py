"""What the office says of its ways."""

from django import forms

from cms.core.forms import VerbForm
from lectures.models import TravelRule
from lectures.travel_rules import FIELDS

MOST_MINUTES = 240


class TravelRuleForm(VerbForm):
    """How ways are reckoned in a county."""

    road_factor = forms.DecimalField(
        label="弯路系数", min_value=1, max_value=5, max_digits=3, decimal_places=2,
        help_text="实际路程是直线距离的几倍，山区多在 1.4 到 2 之间。",
    )  # fmt: skip
    speed = forms.IntegerField(label="车速（公里/小时）", min_value=5, max_value=120)
    least = forms.IntegerField(
        label="最少（分钟）", min_value=0, max_value=MOST_MINUTES, help_text="再近的两处，收拾、上车、下车也要这么久。"
    )
    unknown = forms.IntegerField(label="没有坐标时按（分钟）", min_value=0, max_value=MOST_MINUTES)

    @classmethod
    def of(cls, rule: TravelRule, *data):
        return cls(*data, initial={name: getattr(rule, name) for name in FIELDS})
