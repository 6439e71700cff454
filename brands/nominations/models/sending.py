from django.db import models
from wagtail.models import Revision


class PastSending(models.Model):
    """What a county had sent before it sealed anew: the frozen text, call and files, and the scan that covered them."""

    nomination = models.ForeignKey("nominations.Nomination", on_delete=models.CASCADE, related_name="past_sendings")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="+", verbose_name="冻结的稿件")
    rules = models.JSONField("冻结的通知", default=dict)
    files = models.JSONField("冻结的文件", default=list)  # see freezing.Frozen
    facts = models.JSONField("冻结的事实", null=True)
    sealed = models.JSONField("冻结的填写和附件", null=True)  # see freezing.sealed
    sealed_scan = models.ForeignKey(
        "nominations.SealedScan", on_delete=models.PROTECT, related_name="+", verbose_name="盖章件"
    )
    replaced_at = models.DateTimeField("何时换下", auto_now_add=True)

    class Meta:
        ordering = ["-replaced_at", "-pk"]
        verbose_name = "以前的报送稿"
        verbose_name_plural = "以前的报送稿"

    def __str__(self):
        return f"{self.nomination} 以前的报送稿"
