"""When a speaker can come: their account, a weekly template, and days that differ."""

import secrets

from django.conf import settings
from django.db import models


def new_key() -> str:
    """Return an unguessable key for a calendar's address."""
    return secrets.token_urlsafe(18)


class Part(models.TextChoices):
    """The three parts of a day that people plan by."""

    MORNING = "am", "上午"
    AFTERNOON = "pm", "下午"
    EVENING = "eve", "晚上"


class Weekday(models.IntegerChoices):
    """ISO weekdays."""

    MONDAY = 1, "周一"
    TUESDAY = 2, "周二"
    WEDNESDAY = 3, "周三"
    THURSDAY = 4, "周四"
    FRIDAY = 5, "周五"
    SATURDAY = 6, "周六"
    SUNDAY = 7, "周日"


class Diary(models.Model):
    """What the desk knows of a speaker and the public does not: who signs in as them, how often they can come."""

    speaker = models.OneToOneField(
        "lectures.SpeakerPage", on_delete=models.CASCADE, related_name="diary", verbose_name="宣讲师"
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="diary",
        verbose_name="账号",
    )
    monthly_limit = models.PositiveSmallIntegerField("一个月最多几场", null=True, blank=True)
    feed_key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    filled_at = models.DateTimeField("空闲时间填于", null=True, blank=True)
    filled_by = models.CharField("谁代填的", max_length=40, null=True, blank=True)  # noqa: DJ001 - nothing: the speaker themself

    class Meta:
        verbose_name = "宣讲师日程"
        verbose_name_plural = "宣讲师日程"

    def __str__(self):
        return str(self.speaker)


class WeeklyPart(models.Model):
    """A part of a weekday that the speaker said something about; what has no row is unknown, never free."""

    diary = models.ForeignKey(Diary, on_delete=models.CASCADE, related_name="week")
    weekday = models.PositiveSmallIntegerField("星期", choices=Weekday)
    part = models.CharField("时段", max_length=3, choices=Part)
    free = models.BooleanField("有空")

    class Meta:
        ordering = ["weekday", "part"]
        constraints = [models.UniqueConstraint(fields=["diary", "weekday", "part"], name="one_word_a_weekly_part")]
        verbose_name = "每周空闲"
        verbose_name_plural = "每周空闲"

    def __str__(self):
        return f"{self.get_weekday_display()}{self.get_part_display()}{'有空' if self.free else '没空'}"


class DayPart(models.Model):
    """A part of one day that differs from the weekly template."""

    diary = models.ForeignKey(Diary, on_delete=models.CASCADE, related_name="days")
    day = models.DateField("日期")
    part = models.CharField("时段", max_length=3, choices=Part)
    free = models.BooleanField("有空")
    note = models.CharField("说明", max_length=40, blank=True)

    class Meta:
        ordering = ["day", "part"]
        constraints = [models.UniqueConstraint(fields=["diary", "day", "part"], name="one_word_a_day_part")]
        verbose_name = "某天空闲"
        verbose_name_plural = "某天空闲"

    def __str__(self):
        return f"{self.day}{self.get_part_display()}{'有空' if self.free else '没空'}"
