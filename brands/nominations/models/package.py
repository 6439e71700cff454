"""材料包: one ZIP of a nomination or of a whole call, asked for, made in the background, fetched, and thrown away."""

import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone


def new_key() -> str:
    return secrets.token_hex(16)


class Package(models.Model):
    """One package that somebody asked for; without a nomination it holds every chosen nomination of the call.

    Its file lies in a folder that no address leads to (see media/serving.py), under a random name.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "排队"
        WORKING = "working", "正在打包"
        READY = "ready", "打好了"
        FAILED = "failed", "没有打成"
        GONE = "gone", "已经清掉"

    call = models.ForeignKey("nominations.Call", on_delete=models.PROTECT, related_name="packages", verbose_name="通知")
    nomination = models.ForeignKey(
        "nominations.Nomination",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="packages",
        verbose_name="申报",
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name="谁要的"
    )
    asked_at = models.DateTimeField("什么时候要的", auto_now_add=True)
    state = models.CharField("状态", max_length=8, choices=State, default=State.WAITING)
    done = models.PositiveIntegerField("装好几个案例", default=0)
    total = models.PositiveIntegerField("一共几个案例", default=0)
    touched_at = models.DateTimeField("最近一次进展", default=timezone.now)
    reason = models.CharField("没有打成的原因", max_length=300, blank=True)
    key = models.CharField("文件号", max_length=32, default=new_key, editable=False)
    file = models.FileField("文件", blank=True)
    name = models.CharField("文件名", max_length=120, blank=True)
    size = models.PositiveBigIntegerField("字节数", default=0)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    pictures = models.JSONField("装了哪些图片", default=list)
    notes = models.JSONField("要说明的", default=list)  # sentences: what was left out and why
    finished_at = models.DateTimeField("完成时间", null=True, blank=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]
        verbose_name = "材料包"
        verbose_name_plural = "材料包"

    def __str__(self):
        return f"{self.nomination or self.call} 材料包"

    @property
    def working(self) -> bool:
        return self.state in (self.State.WAITING, self.State.WORKING)

    @property
    def path(self) -> str:
        """Where its file is kept; the same for every attempt, so that a killed one leaves nothing behind."""
        return f"packages/{self.call_id}/{self.key}.zip"
