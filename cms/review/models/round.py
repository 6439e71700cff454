from django.db import models
from wagtail.models import Page, WorkflowState


class Round(models.Model):
    """One round of review of one page: where it is decided, and what the public is told of a later change."""

    workflow_state = models.OneToOneField(WorkflowState, on_delete=models.CASCADE, related_name="round")
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="rounds", verbose_name="稿件")
    scope_path = models.CharField(max_length=255, db_index=True)  # OwnedPage.scope_path at submission
    correction = models.CharField("更正说明", max_length=300, blank=True)
    started_at = models.DateTimeField("提交时间", auto_now_add=True)
    published_at = models.DateTimeField("发布时间", null=True, blank=True)

    class Meta:
        ordering = ["-started_at", "-pk"]
        verbose_name = "审核轮次"
        verbose_name_plural = "审核轮次"

    def __str__(self):
        return f"{self.page}（{self.started_at:%Y-%m-%d}）"
