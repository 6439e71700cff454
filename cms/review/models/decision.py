"""What was decided, by whom, about which words."""

from django.conf import settings
from django.db import models
from wagtail.models import Page, Revision, TaskState, WorkflowState

from cms.review.steps import Step


class Seat(models.Model):
    """A person's one step in one round: 任何两个环节的审稿工作不能同时由一人担任."""

    workflow_state = models.ForeignKey(WorkflowState, on_delete=models.CASCADE, related_name="seats")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    step = models.CharField(max_length=10, choices=Step)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workflow_state", "user"], name="one_step_a_person_a_round")]

    def __str__(self):
        return f"{self.user} {self.get_step_display()}"


class Decision(models.Model):
    """One step decided once, bound to the revision that was seen; the name and unit are kept as they were."""

    class Verdict(models.TextChoices):
        APPROVED = "approved", "通过"
        RETURNED = "returned", "退回修改"

    task_state = models.OneToOneField(TaskState, on_delete=models.CASCADE, related_name="decision")
    workflow_state = models.ForeignKey(WorkflowState, on_delete=models.CASCADE, related_name="decisions")
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="decisions", verbose_name="稿件")
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    step = models.CharField("步骤", max_length=10, choices=Step)
    verdict = models.CharField("结论", max_length=10, choices=Verdict)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name="审核人"
    )
    user_name = models.CharField("姓名", max_length=40)
    unit = models.CharField("单位", max_length=80)
    comment = models.TextField("意见", blank=True)
    notes = models.JSONField("逐项意见", default=list, blank=True)  # [[field name, comment], …] in reading order
    checks = models.JSONField("当时的检查", default=dict, blank=True)  # {"must": 0, "should": 2, "hint": 1} as it stood
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = "审核记录"
        verbose_name_plural = "审核记录"

    def __str__(self):
        return f"{self.page} {self.get_step_display()}{self.get_verdict_display()}"


class TakeDown(models.Model):
    """The tombstone of a page that was taken off the site; staff see it, the public sees nothing."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="take_downs", verbose_name="稿件")
    reason = models.CharField("撤下原因", max_length=300)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name="谁撤下的"
    )
    user_name = models.CharField("姓名", max_length=40)
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = "撤下记录"
        verbose_name_plural = "撤下记录"

    def __str__(self):
        return f"{self.page}：{self.reason}"
