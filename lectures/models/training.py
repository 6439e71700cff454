"""What a speaker has been taught."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models


class Training(models.Model):
    """One training that a speaker took part in: when, what, how long, by whom."""

    speaker = models.ForeignKey(
        "lectures.SpeakerPage", on_delete=models.CASCADE, related_name="trainings", verbose_name="宣讲师"
    )
    day = models.DateField("哪天")
    title = models.CharField("学了什么", max_length=60)
    hours = models.DecimalField(
        "学时", max_digits=4, decimal_places=1, validators=[MinValueValidator(0.5), MaxValueValidator(200)]
    )
    organiser = models.CharField("谁办的", max_length=60)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    noted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-day", "-pk"]
        verbose_name = "培训记录"
        verbose_name_plural = "培训记录"

    def __str__(self):
        return f"{self.speaker} {self.title}"
