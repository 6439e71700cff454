"""What was told to whom, and how it got there."""

from django.conf import settings
from django.db import models


class Notice(models.Model):
    """One message to one person inside the site; `key` makes telling the same thing twice impossible."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices", verbose_name="收件人"
    )
    title = models.CharField("标题", max_length=120)
    body = models.TextField("内容", blank=True)
    url = models.CharField("去哪里处理", max_length=200, blank=True)
    key = models.CharField("去重键", max_length=120)
    created_at = models.DateTimeField("时间", auto_now_add=True)
    read_at = models.DateTimeField("已读时间", null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="one_notice_once")]
        indexes = [models.Index(fields=["user", "read_at"])]
        verbose_name = "通知"
        verbose_name_plural = "通知"

    def __str__(self):
        return self.title


class Channel(models.TextChoices):
    """Ways out of the site."""

    MAIL = "mail", "邮件"
    WECOM = "wecom", "企业微信群"
    DINGTALK = "dingtalk", "钉钉群"


class Delivery(models.Model):
    """One notice on one way out: what was tried, when, and how it ended."""

    class State(models.TextChoices):
        WAITING = "waiting", "等待发送"
        SENT = "sent", "已发送"
        FAILED = "failed", "发送失败"

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="deliveries", verbose_name="通知")
    channel = models.CharField("方式", max_length=10, choices=Channel)
    address = models.CharField("地址", max_length=254)
    state = models.CharField("状态", max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField("次数", default=0)
    error = models.TextField("原因", blank=True)
    next_attempt_at = models.DateTimeField("下次发送", auto_now_add=True)
    sent_at = models.DateTimeField("发出时间", null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["notice", "channel"], name="one_delivery_a_channel")]
        verbose_name = "发送记录"
        verbose_name_plural = "发送记录"

    def __str__(self):
        return f"{self.notice} → {self.get_channel_display()}"
