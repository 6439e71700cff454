"""A ledger that is being brought in: the file, how far it has come, what became of it."""

from django.conf import settings
from django.db import models


class LedgerImport(models.Model):
    """One .xlsx of sessions: looked through, then, when somebody says so, brought in; every row or none."""

    class State(models.TextChoices):
        READING = "reading", "正在看"
        REFUSED = "refused", "有几行要改"
        READY = "ready", "可以导入"
        WRITING = "writing", "正在导入"
        DONE = "done", "导入好了"
        FAILED = "failed", "没有导入"

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="ledger_imports", verbose_name="谁"
    )
    name = models.CharField("文件名", max_length=120)
    data = models.BinaryField("文件", blank=True)  # emptied when it is done with
    state = models.CharField("状态", max_length=8, choices=State, default=State.READING)
    report = models.JSONField("结果", default=dict)  # counts, problems, notes, refused: see ledger/importing.py
    created_at = models.DateTimeField("时间", auto_now_add=True)
    done_at = models.DateTimeField("完成时间", null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = "台账导入"
        verbose_name_plural = "台账导入"

    def __str__(self):
        return self.name
