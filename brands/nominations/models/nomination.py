"""One case on its way up."""

from django.db import models
from django_fsm import ConcurrentTransitionMixin, FSMField, transition
from wagtail.models import Revision

from brands.nominations.models.step import IN_COUNTY, Step
from cms.places import scope
from cms.places.models import Role

COUNTY_ROLES = (Role.NOMINATOR, Role.MANAGER)


class NominationQuerySet(models.QuerySet):
    """Nominations, by who may see them."""

    def for_user(self, user):
        """Return what the person's offices cover: a county sees its own, the city all."""
        return self.filter(scope.visible(user, "place__path", roles=COUNTY_ROLES))


class Nomination(ConcurrentTransitionMixin, models.Model):
    """A case nominated for one call; text, rules and files are frozen when the county endorses it."""

    call = models.ForeignKey(
        "nominations.Call", on_delete=models.PROTECT, related_name="nominations", verbose_name="征集通知"
    )
    case = models.ForeignKey(
        "brands.CasePage", on_delete=models.PROTECT, related_name="nominations", verbose_name="案例"
    )
    place = models.ForeignKey(
        "places.PlacePage", on_delete=models.PROTECT, related_name="nominations", verbose_name="推荐县（市、区）"
    )
    category = models.CharField("类别", max_length=40, blank=True)
    opinion = models.TextField("推荐意见", blank=True)
    step = FSMField("走到哪一步", choices=Step.choices, default=Step.PREPARED)
    revision = models.ForeignKey(
        Revision, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="冻结的稿件"
    )
    rules = models.JSONField("冻结的通知", default=dict, blank=True)
    files = models.JSONField("冻结的文件", default=list, blank=True)  # see freezing.Frozen
    answers = models.JSONField("为这次申报写的", null=True, blank=True)  # {key of a cell, section or rule: words}
    facts = models.JSONField("冻结的事实", null=True, blank=True)  # {Source: words}, as they were sealed
    sealed = models.JSONField("冻结的填写和附件", null=True, blank=True)  # see freezing.sealed
    sketch = models.JSONField("正文的指纹", null=True, blank=True)  # see gaps.duplicates
    sealed_scan = models.ForeignKey(
        "nominations.SealedScan",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="盖章件",
    )
    publicity = models.ForeignKey(
        "nominations.Publicity", null=True, blank=True, on_delete=models.PROTECT, related_name="nominations"
    )
    outcome_number = models.CharField("结果文号", max_length=60, blank=True)
    outcome_url = models.URLField("结果链接", blank=True)
    outcome_on = models.DateField("结果日期", null=True, blank=True)
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
            models.CheckConstraint(
                condition=~models.Q(step__in=["publicised", "reported", "awarded", "not_selected"])
                | models.Q(publicity__isnull=False),
                name="reported_means_publicised",
            ),
        ]
        verbose_name = "申报"
        verbose_name_plural = "申报"

    def __str__(self):
        return f"{self.case} → {self.call}"

    @property
    def in_hand(self) -> bool:
        """True while the county prepares it: it reads what the case says now, and nothing is frozen."""
        return self.step in IN_COUNTY

    @property
    def is_being_mended(self) -> bool:
        """True while the county still owes what was asked for after the nomination had been reported."""
        return self.step == Step.SUPPLEMENT and self.supplements.filter(answered_at=None).exists()

    @property
    def in_countys_hands(self) -> bool:
        """True while it is the county's turn: it prepares the nomination, or mends what has been reported."""
        return self.in_hand or self.is_being_mended

    @transition(step, source=[Step.PREPARED, Step.RETURNED], target=Step.PREPARED)
    def _hand_back(self):
        """退给作者."""

    @transition(step, source=[Step.PREPARED, Step.RETURNED], target=Step.ENDORSED)
    def _endorse(self):
        """县级盖章推荐."""

    @transition(step, source=Step.ENDORSED, target=Step.RECEIVED)
    def _receive(self):
        """市级收到."""

    @transition(
        step,
        source=[Step.ENDORSED, Step.RECEIVED, Step.RECOMMENDED, Step.RESERVED, Step.PUBLICISED],
        target=Step.RETURNED,
    )
    def _return(self):
        """市级退回."""

    @transition(step, source=Step.RECEIVED, target=Step.RECOMMENDED)
    def _recommend(self):
        """市级选定."""

    @transition(step, source=[Step.RECEIVED, Step.RECOMMENDED], target=Step.RESERVED)
    def _reserve(self):
        """列入候补."""

    @transition(step, source=Step.RESERVED, target=Step.RECOMMENDED)
    def _take_up(self):
        """递补."""

    @transition(step, source=Step.RECOMMENDED, target=Step.PUBLICISED)
    def _publicise(self):
        """公示."""

    @transition(step, source=[Step.PUBLICISED, Step.SUPPLEMENT], target=Step.REPORTED)
    def _report(self):
        """上报."""

    @transition(step, source=[Step.REPORTED, Step.SUPPLEMENT], target=Step.SUPPLEMENT)
    def _ask_supplement(self):
        """要求补报."""

    @transition(step, source=Step.SUPPLEMENT, target=Step.SUPPLEMENT)
    def _reseal(self):
        """县级补报盖章."""

    @transition(step, source=Step.REPORTED, target=Step.AWARDED)
    def _award(self):
        """登记入选."""

    @transition(step, source=[Step.REPORTED, Step.SUPPLEMENT], target=Step.NOT_SELECTED)
    def _pass_over(self):
        """登记未入选."""

    @transition(
        step,
        source=[
            Step.PREPARED,
            Step.RETURNED,
            Step.ENDORSED,
            Step.RECEIVED,
            Step.RECOMMENDED,
            Step.RESERVED,
            Step.PUBLICISED,
        ],
        target=Step.WITHDRAWN,
    )
    def _withdraw(self):
        """县级撤回."""
