from django.conf import settings
from django.db import models


class Extension(models.Model):
    """延期: one county's later closing time for one call, with the reason; rows are added and never changed."""

    call = models.ForeignKey("nominations.Call", on_delete=models.CASCADE, related_name="extensions")
    county = models.ForeignKey(
        "places.PlacePage", on_delete=models.PROTECT, related_name="+", verbose_name="县（市、区）"
    )
    until = models.DateTimeField("延到")
    reason = models.CharField("原因", max_length=200)
    granted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    granted_by_name = models.CharField("谁批的", max_length=40)
    at = models.DateTimeField("何时", auto_now_add=True)

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = "延期"
        verbose_name_plural = "延期"

    def __str__(self):
        return f"{self.county} 延到 {self.until:%Y-%m-%d %H:%M}"
