"""The register's memory: when each place came to which status. Coverage at any date is computed from it."""

from django.conf import settings
from django.db import models


class Status(models.TextChoices):
    """What a place is doing; a plaque on the wall is not yet a place at work."""

    PLANNED = "planned", "计划建设"
    PLAQUE_ONLY = "plaque_only", "已挂牌"
    OPERATING = "operating", "正常运行"
    SUSPENDED = "suspended", "暂停开放"


class StatusChange(models.Model):
    """From this day on, the place has this status; the newest row at a date is the status at that date."""

    place = models.ForeignKey(
        "places.PlacePage", on_delete=models.CASCADE, related_name="status_changes", verbose_name="阵地"
    )
    status = models.CharField("状态", max_length=12, choices=Status)
    since = models.DateField("自何日起")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        ordering = ["place", "since"]
        constraints = [models.UniqueConstraint(fields=["place", "since"], name="one_status_a_day")]
        verbose_name = "状态变更"
        verbose_name_plural = "状态变更"

    def __str__(self):
        return f"{self.place} {self.get_status_display()} {self.since}"
