"""Who belongs where, as what: the one authority for every permission."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from wagtail.models import Page


class Role(models.TextChoices):
    """What a person does at a place and below it."""

    CONTRIBUTOR = "contributor", "供稿员"
    LECTURER = "lecturer", "宣讲员"
    CHECKER = "checker", "看稿"
    EDITOR = "editor", "编辑（初审）"
    REVIEWER = "reviewer", "复审"
    SIGNER = "signer", "终审"
    DISPATCHER = "dispatcher", "派单员"
    NOMINATOR = "nominator", "申报专员"
    MANAGER = "manager", "管理员"
    JUDGE = "judge", "评委"


class MembershipQuerySet(models.QuerySet):
    """Memberships, as they stand on a day."""

    def current(self, day=None):
        day = day or timezone.localdate()
        return self.filter(Q(until__isnull=True) | Q(until__gte=day), since__lte=day)


class Membership(models.Model):
    """A person's role at a place (or the whole city: the home page), from a day on, until a day."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships", verbose_name="人员"
    )
    place = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="memberships", verbose_name="单位")
    role = models.CharField("角色", max_length=12, choices=Role)
    since = models.DateField("自何日起", default=timezone.localdate)
    until = models.DateField("到何日止", null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["user", "place", "role"]
        constraints = [
            models.UniqueConstraint(fields=["user", "place", "role", "since"], name="one_membership_once"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="membership_ends_after_it_begins"
            ),
        ]
        verbose_name = "任职"
        verbose_name_plural = "任职"

    def __str__(self):
        return f"{self.user} · {self.place.title} · {self.get_role_display()}"
