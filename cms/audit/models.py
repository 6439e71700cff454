"""The book of what was done outside the pages: accounts, memberships, exports, take-downs."""

from django.conf import settings
from django.db import models


class Event(models.Model):
    """One thing done by one person, with their name as it was; rows are added and never changed."""

    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name="谁"
    )
    actor_name = models.CharField("姓名", max_length=40)
    action = models.CharField("做了什么", max_length=40)
    target = models.CharField("对什么", max_length=200)
    detail = models.JSONField("细节", default=dict)
    at = models.DateTimeField("何时", auto_now_add=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["action", "at"])]
        verbose_name = "操作记录"
        verbose_name_plural = "操作记录"

    def __str__(self):
        return f"{self.actor_name} {self.action} {self.target}"


def write(actor, action: str, target, **detail) -> Event:
    """Add one line to the book; call it inside the verb's transaction."""
    return Event.objects.create(
        actor=actor, actor_name=getattr(actor, "name", "系统"), action=action, target=str(target)[:200], detail=detail
    )
