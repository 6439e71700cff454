"""How long the way is: rules of a county, and ways that somebody knows."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from wagtail.snippets.models import register_snippet


@register_snippet
class TravelRule(models.Model):
    """How ways are reckoned in a county: straight distance × factor ÷ speed, never less than `least` minutes."""

    county = models.OneToOneField(
        "places.PlacePage", on_delete=models.CASCADE, related_name="travel_rule", verbose_name="县（市、区）"
    )
    road_factor = models.DecimalField(
        "弯路系数",
        max_digits=3,
        decimal_places=2,
        default=Decimal("1.5"),
        validators=[MinValueValidator(1), MaxValueValidator(5)],
        help_text="实际路程是直线距离的几倍，山区多在 1.4 到 2 之间。",
    )
    speed = models.PositiveSmallIntegerField(
        "车速（公里/小时）", default=35, validators=[MinValueValidator(5), MaxValueValidator(120)]
    )
    least = models.PositiveSmallIntegerField("最少（分钟）", default=15)
    unknown = models.PositiveSmallIntegerField("没有坐标时按（分钟）", default=60)

    class Meta:
        verbose_name = "路上时间的算法"
        verbose_name_plural = "路上时间的算法"

    def __str__(self):
        return f"{self.county}：{self.road_factor} 倍，每小时 {self.speed} 公里"


@register_snippet
class KnownWay(models.Model):
    """The way between two places as somebody knows it, both ways alike; it goes before what is reckoned."""

    a = models.ForeignKey("places.PlacePage", on_delete=models.CASCADE, related_name="+", verbose_name="从")
    b = models.ForeignKey("places.PlacePage", on_delete=models.CASCADE, related_name="+", verbose_name="到")
    minutes = models.PositiveSmallIntegerField("分钟", validators=[MinValueValidator(1), MaxValueValidator(600)])

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["a", "b"], name="one_way_a_pair"),
            models.CheckConstraint(condition=Q(a__lt=F("b")), name="way_from_the_lower_key"),
        ]
        verbose_name = "已知的路上时间"
        verbose_name_plural = "已知的路上时间"

    def __str__(self):
        return f"{self.a} — {self.b} {self.minutes} 分钟"

    def clean(self):
        """Put the pair into its one order."""
        if self.a_id and self.a_id == self.b_id:
            raise ValidationError({"b": "两头是同一个地方。"})
        if self.a_id and self.b_id and self.a_id > self.b_id:
            self.a_id, self.b_id = self.b_id, self.a_id
