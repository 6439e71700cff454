from django.db import models
from django.utils import timezone

from cms.core import workdays


class PublicityQuerySet(models.QuerySet):
    """Public notices, by whether the public may read them yet."""

    def begun(self):
        return self.filter(starts_on__lte=timezone.localdate())


class Publicity(models.Model):
    """公示: the public notice of a call's selected cases, from its first to its last working day.

    What it names is kept as it was announced, whatever becomes of a case afterwards.
    """

    call = models.ForeignKey(
        "nominations.Call", on_delete=models.PROTECT, related_name="publicities", verbose_name="征集通知"
    )
    starts_on = models.DateField("公示开始")
    ends_on = models.DateField("公示结束")
    working_days = models.PositiveSmallIntegerField("工作日")
    contact = models.CharField("异议受理", max_length=200, help_text="受理单位和书面提交的方式。")
    entries = models.JSONField("公示名单", default=list)  # [{"nomination": pk, "title": …, "county": …, "category": …}]
    created_at = models.DateTimeField("发布时间", auto_now_add=True)

    objects = PublicityQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="publicity_ends_after_it_starts"
            )
        ]
        verbose_name = "公示"
        verbose_name_plural = "公示"

    def __str__(self):
        return f"{self.call} 公示"

    @property
    def has_begun(self) -> bool:
        return self.starts_on <= timezone.localdate()

    @property
    def is_over(self) -> bool:
        """True from the day after the last working day on."""
        return timezone.localdate() > self.ends_on

    @property
    def is_certain(self) -> bool:
        """True when the arrangement of holidays is known for every year that the notice touches."""
        return workdays.certain(self.starts_on.year) and workdays.certain(self.ends_on.year)
