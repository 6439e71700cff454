"""One case on its way up, and every step it took."""

from django.conf import settings
from django.db import models
from django_fsm import ConcurrentTransitionMixin, FSMField, transition
from wagtail.models import Revision

from cms.places import scope
from cms.places.models import Role


class Step(models.TextChoices):
    """Where a nomination stands."""

    PREPARED = "prepared", "县级准备"
    ENDORSED = "endorsed", "县级推荐"
    RETURNED = "returned", "退回补充"
    RECOMMENDED = "recommended", "市级入选"
    PUBLICISED = "publicised", "公示"
    REPORTED = "reported", "已报省里"
    AWARDED = "awarded", "入选"
    NOT_SELECTED = "not_selected", "未入选"
    WITHDRAWN = "withdrawn", "已撤回"


COUNTED_BY_COUNTY = (
    Step.ENDORSED, Step.RECOMMENDED, Step.PUBLICISED, Step.REPORTED, Step.AWARDED, Step.NOT_SELECTED,
)  # what takes up a place of the county's quota
COUNTED_BY_CITY = (Step.RECOMMENDED, Step.PUBLICISED, Step.REPORTED, Step.AWARDED, Step.NOT_SELECTED)
PUBLIC_STEPS = (Step.PUBLICISED, Step.REPORTED, Step.AWARDED)
COUNTY_ROLES = (Role.NOMINATOR, Role.MANAGER)


class NominationQuerySet(models.QuerySet):
    """Nominations, by who may see them."""

    def for_user(self, user):
        """Return what the person's offices cover: a county sees its own, the city all."""
        return self.filter(scope.visible(user, "place__path", roles=COUNTY_ROLES))


class Nomination(ConcurrentTransitionMixin, models.Model):
    """A case nominated for one call; its text, the call's rules and its files are frozen when the county endorses it."""

    call = models.ForeignKey("nominations.Call", on_delete=models.PROTECT, related_name="nominations", verbose_name="征集通知")
    case = models.ForeignKey("brands.CasePage", on_delete=models.PROTECT, related_name="nominations", verbose_name="案例")
    place = models.ForeignKey("places.PlacePage", on_delete=models.PROTECT, related_name="nominations", verbose_name="推荐县（市、区）")
    category = models.CharField("类别", max_length=40, blank=True)
    opinion = models.TextField("推荐意见", blank=True)
    step = FSMField("走到哪一步", choices=Step.choices, default=Step.PREPARED)
    revision = models.ForeignKey(
        Revision, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="冻结的稿件"
    )
    rules = models.JSONField("冻结的通知", default=dict, blank=True)
    files = models.JSONField("冻结的文件", default=list, blank=True)  # [{"image": pk, "name": …, "sha256": …}]
    sealed_scan = models.ForeignKey(
        "media.CustomDocument", verbose_name="盖章件扫描", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    publicity = models.ForeignKey(
        "nominations.Publicity", null=True, blank=True, on_delete=models.PROTECT, related_name="nominations"
    )
    created_at = models.DateTimeField("建立时间", auto_now_add=True)

    objects = NominationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["call", "case"], condition=~models.Q(step="withdrawn"), name="one_live_nomination_a_call_a_case"
            ),
            models.CheckConstraint(
                condition=models.Q(step__in=["prepared", "returned", "withdrawn"])
                | models.Q(revision__isnull=False, sealed_scan__isnull=False),
                name="endorsed_means_frozen_and_sealed",
            ),
        ]
        verbose_name = "申报"
        verbose_name_plural = "申报"

    def __str__(self):
        return f"{self.case} → {self.call}"

    @transition(step, source=[Step.PREPARED, Step.RETURNED], target=Step.ENDORSED)
    def _endorse(self):
        """县级盖章推荐."""

    @transition(step, source=[Step.ENDORSED, Step.RECOMMENDED], target=Step.RETURNED)
    def _return(self):
        """市级退回补充."""

    @transition(step, source=Step.ENDORSED, target=Step.RECOMMENDED)
    def _recommend(self):
        """市级选定."""

    @transition(step, source=Step.RECOMMENDED, target=Step.PUBLICISED)
    def _publicise(self):
        """公示."""

    @transition(step, source=Step.PUBLICISED, target=Step.REPORTED)
    def _report(self):
        """报省里."""

    @transition(step, source=Step.REPORTED, target=Step.AWARDED)
    def _award(self):
        """入选."""

    @transition(step, source=Step.REPORTED, target=Step.NOT_SELECTED)
    def _pass_over(self):
        """未入选."""

    @transition(
        step, source=[Step.PREPARED, Step.RETURNED, Step.ENDORSED, Step.RECOMMENDED, Step.PUBLICISED], target=Step.WITHDRAWN
    )
    def _withdraw(self):
        """撤回."""


class NominationEvent(models.Model):
    """One step taken: by whom, of which unit, in which office, as they were."""

    nomination = models.ForeignKey(Nomination, on_delete=models.CASCADE, related_name="events")
    step = models.CharField("步骤", max_length=12, choices=Step)
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
        return f"{self.nomination} {self.get_step_display()}"
