from django.conf import settings
from django.db import models

from brands.nominations.models.step import Step


class Action(models.TextChoices):
    """What was done to a nomination."""

    PREPARE = "prepare", "建立申报"
    AMEND = "amend", "修改申报"
    HAND_BACK = "hand_back", "退给作者"
    ENDORSE = "endorse", "盖章推荐"
    RECEIVE = "receive", "确认收到"
    RETURN = "return", "退回补充"
    RECOMMEND = "recommend", "选定"
    RESERVE = "reserve", "列入候补"
    RERANK = "rerank", "调整候补次序"
    TAKE_UP = "take_up", "递补"
    PUBLICISE = "publicise", "公示"
    REPORT = "report", "上报"
    SUPPLEMENT = "supplement", "要求补报"
    RESEAL = "reseal", "补报盖章"
    AWARD = "award", "登记入选"
    PASS_OVER = "pass_over", "登记未入选"
    WITHDRAW = "withdraw", "撤回"


class NominationEvent(models.Model):
    """One thing done: by whom, of which unit, in which office, as they were; rows are added and never changed."""

    nomination = models.ForeignKey("nominations.Nomination", on_delete=models.CASCADE, related_name="events")
    action = models.CharField("做了什么", max_length=10, choices=Action)
    step = models.CharField("到了哪一步", max_length=12, choices=Step)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    actor_name = models.CharField("姓名", max_length=40)
    unit = models.CharField("单位", max_length=80)
    role = models.CharField("身份", max_length=20)
    note = models.TextField("说明", blank=True)
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = "申报记录"
        verbose_name_plural = "申报记录"

    def __str__(self):
        return f"{self.nomination} {self.get_action_display()}"
