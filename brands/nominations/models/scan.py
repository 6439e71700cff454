"""盖章件: what came back from the county with its seal on paper."""

import secrets

from django.conf import settings
from django.db import models

CONTENT_TYPES = {"pdf": "application/pdf", "jpg": "image/jpeg", "png": "image/png"}


def scan_path(scan, filename: str) -> str:
    """Return where a scan is kept: in a folder that no address leads to (see media/serving.py), under a random name."""
    return f"scans/{scan.nomination.call_id}/{secrets.token_hex(16)}.{scan.kind}"


class SealedScan(models.Model):
    """One scan of a 推荐表 with its seal; earlier ones stay when a nomination was returned and endorsed again."""

    nomination = models.ForeignKey("nominations.Nomination", on_delete=models.PROTECT, related_name="scans")
    file = models.FileField("文件", upload_to=scan_path)
    kind = models.CharField("格式", max_length=3, choices=[(kind, kind.upper()) for kind in CONTENT_TYPES])
    size = models.PositiveIntegerField("字节数")
    sha256 = models.CharField("SHA-256", max_length=64)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    uploaded_at = models.DateTimeField("上传时间", auto_now_add=True)

    class Meta:
        ordering = ["-uploaded_at", "-pk"]
        verbose_name = "盖章件"
        verbose_name_plural = "盖章件"

    def __str__(self):
        return f"{self.nomination} 盖章件"

    @property
    def content_type(self) -> str:
        return CONTENT_TYPES[self.kind]
