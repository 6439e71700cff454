"""Lectures that come back: a rule that makes sessions, each a row of its own."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from wagtail.snippets.models import register_snippet

from cms.places import scope
from lectures.permissions import RECORDERS


class SeriesQuerySet(models.QuerySet):
    """Series, by who may see them."""

    def for_user(self, user):
        return self.filter(scope.visible(user, "place__path", roles=RECORDERS))


class Series(models.Model):
    """A rule for sessions: every so many weeks on a weekday, a weekday of the month, or the days of the fair."""

    class Rhythm(models.TextChoices):
        WEEKLY = "weekly", "每几周"
        MONTHLY = "monthly", "每月第几个星期几"
        MARKET = "market", "逢圩日"

    place = models.ForeignKey(
        "places.PlacePage", on_delete=models.PROTECT, related_name="lecture_series", verbose_name="地点"
    )
    venue = models.CharField("具体在哪儿", max_length=60, blank=True)
    course = models.ForeignKey(
        "lectures.CoursePage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name="课程"
    )
    topic = models.CharField("讲什么", max_length=80)
    speakers = models.ManyToManyField("lectures.SpeakerPage", blank=True, related_name="+", verbose_name="宣讲师")
    rhythm = models.CharField("多久一次", max_length=8, choices=Rhythm, default=Rhythm.WEEKLY)
    every = models.PositiveSmallIntegerField(
        "隔几周", default=1, validators=[MinValueValidator(1), MaxValueValidator(8)]
    )
    weekday = models.PositiveSmallIntegerField("星期几", null=True, blank=True)  # ISO
    nth = models.SmallIntegerField("第几个", null=True, blank=True)  # 1 to 4, −1 the last
    start_time = models.TimeField("几点开始")
    minutes = models.PositiveSmallIntegerField("多少分钟", default=60)
    from_day = models.DateField("从哪天")
    to_day = models.DateField("到哪天")
    avoid_holidays = models.BooleanField("避开法定节假日", default=True)
    skipped = models.JSONField("跳过的日子", default=list, blank=True)  # ISO dates taken out by hand
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = SeriesQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [models.CheckConstraint(condition=Q(to_day__gte=F("from_day")), name="series_days_run_forward")]
        verbose_name = "系列安排"
        verbose_name_plural = "系列安排"

    def __str__(self):
        return self.topic


@register_snippet
class MarketDays(models.Model):
    """赶圩日 of a place: the last digits of the days, by the lunar or the common calendar, e.g. 逢三、逢八."""

    place = models.OneToOneField(
        "places.PlacePage", on_delete=models.CASCADE, related_name="market_days", verbose_name="地点"
    )
    digits = models.CharField("逢几", max_length=20, help_text="例如：3、8。")
    lunar = models.BooleanField("按农历", default=True)

    class Meta:
        verbose_name = "赶圩日"
        verbose_name_plural = "赶圩日"

    def __str__(self):
        return f"{self.place} 逢{self.digits}"
