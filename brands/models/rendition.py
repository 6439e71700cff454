"""短稿: the same case told shorter or longer, kept beside it; calls ask for one or another."""

from django.conf import settings
from django.db import models


class Length(models.TextChoices):
    """How long a rendition is meant to be, in 字."""

    SLOGAN = "slogan", "口号"
    SHORT = "short", "短稿"
    MIDDLE = "middle", "中稿"
    LONG = "long", "长稿"


AIM = {Length.SLOGAN: 20, Length.SHORT: 400, Length.MIDDLE: 1000, Length.LONG: 3000}


class Rendition(models.Model):
    """One length of one case; the case's own text stays what it is."""

    case = models.ForeignKey("brands.CasePage", on_delete=models.CASCADE, related_name="renditions")
    length = models.CharField("篇幅", max_length=6, choices=Length)
    words = models.TextField("文字")
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name="谁改的"
    )
    updated_at = models.DateTimeField("改动时间", auto_now=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["case", "length"], name="one_rendition_a_length_a_case")]
        verbose_name = "短稿"
        verbose_name_plural = "短稿"

    def __str__(self):
        return f"{self.case} {self.get_length_display()}"
