"""What is added to a nomination by hand: which photos to send, a film, a signed paper."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q

ONE_OF_THREE = (
    Q(image__isnull=False, video__isnull=True, file="")
    | Q(image__isnull=True, video__isnull=False, file="")
    | (Q(image__isnull=True, video__isnull=True) & ~Q(file=""))
)


def paper_path(attachment, filename: str) -> str:
    """Return where a paper is kept: where no address leads to (see media/serving.py), under a random name."""
    return f"papers/{attachment.nomination.call_id}/{secrets.token_hex(16)}.{attachment.kind}"


class Attachment(models.Model):
    """One photo or film chosen for a rule of the call, or one paper sent up for it."""

    nomination = models.ForeignKey("nominations.Nomination", on_delete=models.CASCADE, related_name="attachments")
    rule = models.CharField("材料", max_length=40)  # the key of the call's rule
    position = models.PositiveSmallIntegerField("次序", default=0)
    image = models.ForeignKey("media.CustomImage", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    video = models.ForeignKey("media.Video", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    file = models.FileField("文件", upload_to=paper_path, blank=True)
    name = models.CharField("原来的文件名", max_length=120, blank=True)
    kind = models.CharField("格式", max_length=5, blank=True)
    size = models.PositiveBigIntegerField("字节数", default=0)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    dropped_at = models.DateTimeField("去掉的时间", null=True, blank=True)  # kept for what has been sealed with it
    added_at = models.DateTimeField("添加时间", auto_now_add=True)

    class Meta:
        ordering = ["rule", "position", "pk"]
        constraints = [
            models.CheckConstraint(condition=ONE_OF_THREE, name="attachment_is_one_thing"),
            models.UniqueConstraint(fields=["nomination", "rule", "image"], name="one_photo_once_a_rule"),
            models.UniqueConstraint(fields=["nomination", "rule", "video"], name="one_film_once_a_rule"),
        ]
        verbose_name = "申报材料"
        verbose_name_plural = "申报材料"

    def __str__(self):
        return f"{self.nomination} {self.name}"
