"""异议: what was said in writing against a public notice; only the city's nominators ever see it."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q


def paper_path(objection, filename: str) -> str:
    """Return where the letter is kept: where no address leads to (see media/serving.py), under a random name."""
    return f"scans/objections/{secrets.token_hex(16)}.{objection.kind}"


class Objection(models.Model):
    """One objection in writing, to a notice or to one nomination on it, with what became of it."""

    publicity = models.ForeignKey("nominations.Publicity", on_delete=models.PROTECT, related_name="objections")
    nomination = models.ForeignKey(
        "nominations.Nomination", null=True, blank=True, on_delete=models.PROTECT, related_name="objections"
    )
    received_on = models.DateField("收到的日期")
    by_name = models.CharField("谁提的", max_length=40, blank=True)
    by_unit = models.CharField("哪个单位", max_length=80, blank=True)
    phone = models.CharField("电话", max_length=40, blank=True)
    words = models.TextField("说了什么")
    file = models.FileField("书面材料", upload_to=paper_path, blank=True)
    kind = models.CharField("格式", max_length=3, blank=True)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    entered_by_name = models.CharField("谁登记的", max_length=40)
    entered_at = models.DateTimeField("登记时间", auto_now_add=True)
    answer = models.TextField("答复", blank=True)
    answered_on = models.DateField("答复的日期", null=True, blank=True)
    answered_by_name = models.CharField("谁答复的", max_length=40, blank=True)
    upheld = models.BooleanField("属实", null=True, blank=True)

    class Meta:
        ordering = ["received_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_on=None, upheld=None, answer="")
                | (Q(answered_on__isnull=False, upheld__isnull=False) & ~Q(answer="")),
                name="objection_is_answered_whole_or_not_at_all",
            )
        ]
        verbose_name = "异议"
        verbose_name_plural = "异议"

    def __str__(self):
        return f"{self.publicity} 异议"

    @property
    def is_late(self) -> bool:
        return self.received_on > self.publicity.ends_on
