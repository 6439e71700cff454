"""征集通知: what the province asks for, as data."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.forms import Select
from django.utils import timezone
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.fields import StreamField

from brands.models.honour import Level
from brands.nominations.admin_forms import CallForm
from brands.nominations.material.blocks import MaterialBlocks
from brands.nominations.models import call_times

LONGEST_CATEGORY = 40
# What next year's call takes over from this year's.
CARRIED = (
    "series", "issued_by", "level", "categories", "default_quota", "city_quota", "publicity_days", "materials",
    "grace_minutes",
)  # fmt: skip
TIMES = ("opens_at", "soft_due_at", "closes_at", "amend_until", "city_due_at")  # which move on by a year


class CallQuerySet(models.QuerySet):
    """Calls, by whether they take nominations now."""

    def open(self, now=None):
        now = now or timezone.now()
        return self.filter(opens_at__lte=now, closes_at__gt=now)


class Call(ClusterableModel):
    """One call for nominations: who asks, for what, until when, and how many each county may recommend."""

    title = models.CharField("名称", max_length=120)
    series = models.CharField("系列", max_length=80, help_text="荣誉的名称，例如：省新时代文明实践创新案例集。")
    document_number = models.CharField("文号", max_length=60, blank=True)
    issued_by = models.CharField("发文单位", max_length=120, help_text="几家单位用顿号隔开。")
    level = models.CharField("级别", max_length=10, choices=Level, default=Level.PROVINCE)
    year = models.PositiveSmallIntegerField("年份")
    categories = models.TextField("类别", blank=True, help_text="一行一个；没有分类就留空。")
    opens_at = models.DateTimeField("开始时间")
    soft_due_at = models.DateTimeField("请在…前", null=True, blank=True, help_text="提醒县里早些交，过了也还能交。")
    closes_at = models.DateTimeField("县级推荐截止", help_text="到这个时间点，县级不能再推荐。")
    grace_minutes = models.PositiveSmallIntegerField(
        "宽限（分钟）",
        null=True,
        blank=True,
        validators=[MaxValueValidator(24 * 60)],
        help_text="截止后还收几分钟，给正在上传的人。",
    )
    amend_until = models.DateTimeField("补正到", null=True, blank=True, help_text="退回补充的，最晚到这时再交来。")
    city_due_at = models.DateTimeField("市级上报截止", null=True, blank=True, help_text="县级的时间都不能晚于它。")
    default_quota = models.PositiveSmallIntegerField("每县名额", default=5)
    city_quota = models.PositiveSmallIntegerField("全市名额", default=10, help_text="市里最多向省里推荐几个。")
    publicity_days = models.PositiveSmallIntegerField("公示工作日", default=5)
    notice = models.ForeignKey(
        "media.CustomDocument", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name="原件"
    )
    materials = StreamField(
        MaterialBlocks(),
        verbose_name="要交什么",
        null=True,
        blank=True,
        help_text="照着通知一条一条写；缺什么、超了多少，系统会逐个案例核对。",
    )
    previous = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="next_calls", verbose_name="上一次"
    )

    objects = CallQuerySet.as_manager()

    panels = [
        FieldPanel("title"),
        FieldPanel("series"),
        FieldRowPanel([FieldPanel("document_number"), FieldPanel("issued_by")]),
        FieldRowPanel([FieldPanel("level"), FieldPanel("year")]),
        FieldPanel("categories"),
        FieldRowPanel([FieldPanel("opens_at"), FieldPanel("soft_due_at")]),
        FieldRowPanel([FieldPanel("closes_at"), FieldPanel("grace_minutes")]),
        FieldRowPanel([FieldPanel("amend_until"), FieldPanel("city_due_at")]),
        FieldRowPanel([FieldPanel("default_quota"), FieldPanel("city_quota"), FieldPanel("publicity_days")]),
        InlinePanel(
            "quotas",
            [FieldPanel("county", widget=Select), FieldPanel("limit")],
            heading="名额不同的县",
            label="名额不同的县",
        ),
        InlinePanel(
            "category_quotas",
            [
                FieldRowPanel([FieldPanel("category"), FieldPanel("limit")]),
                FieldRowPanel([FieldPanel("tier"), FieldPanel("county", widget=Select)]),
            ],
            heading="分类名额",
            label="分类名额",
            help_text="通知限了某一类报几个，就写一行；没有限的不用写。",
        ),
        FieldPanel("materials"),
        FieldPanel("notice"),
    ]

    base_form_class = CallForm

    class Meta:
        ordering = ["-closes_at"]
        constraints = [
            models.CheckConstraint(condition=Q(closes_at__gt=F("opens_at")), name="call_closes_after_it_opens")
        ]
        verbose_name = "征集通知"
        verbose_name_plural = "征集通知"

    def __str__(self):
        return self.title

    def clean(self):
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            raise ValidationError({"closes_at": "截止时间要在开始时间之后。"})
        if self.opens_at and self.closes_at:
            call_times.check(self)
        if any(len(name) > LONGEST_CATEGORY for name in self.category_list):
            raise ValidationError({"categories": f"一个类别最多 {LONGEST_CATEGORY} 个字，一行一个。"})

    @property
    def is_open(self) -> bool:
        return self.opens_at <= timezone.now() < self.closes_at

    @property
    def has_closed(self) -> bool:
        return timezone.now() >= self.closes_at

    @property
    def category_list(self) -> list[str]:
        return [line.strip() for line in self.categories.splitlines() if line.strip()]

    def closes_for(self, county) -> dt.datetime:
        """Return until when the county may endorse: the call's time, or a later one that it was given."""
        given = [extension.until for extension in self.extensions.all() if extension.county_id == county.pk]
        return max([self.closes_at, *given])

    def last_moment(self, county) -> dt.datetime:
        """Return when the county's endorsements stop being taken: its closing time, with the minutes of grace."""
        return self.closes_for(county) + dt.timedelta(minutes=self.grace_minutes or 0)

    def quota_for(self, county) -> int:
        """Return how many nominations the county may recommend, with what it was given on top."""
        own = {quota.county_id: quota.limit for quota in self.quotas.all()}
        return own.get(county.pk, self.default_quota) + self.extra_for(county)

    def extra_for(self, county) -> int:
        """Return how many the county was given on top of its quota."""
        return sum(extra.number for extra in self.extra_quotas.all() if extra.county_id == county.pk)

    def rules(self) -> dict:
        """Return the call as it reads now, to be frozen with a nomination."""
        return {
            "title": self.title,
            "series": self.series,
            "document_number": self.document_number,
            "issued_by": self.issued_by,
            "level": self.level,
            "year": self.year,
            "categories": self.category_list,
            "closes_at": self.closes_at.isoformat(),
            "publicity_days": self.publicity_days,
            "materials": self.materials.get_prep_value() if self.materials else [],
        }

    def next_one(self) -> "Call":
        """Return next year's call, not saved: the same rules under the same keys, a year later, without a number."""
        fresh = Call(previous=self, year=self.year + 1, title=self.title.replace(str(self.year), str(self.year + 1)))
        for name in CARRIED:
            setattr(fresh, name, getattr(self, name))
        for name in TIMES:
            setattr(fresh, name, _a_year_on(getattr(self, name)))
        fresh.category_quotas = [row.again() for row in self.category_quotas.all()]
        fresh.quotas = [Quota(county=quota.county, limit=quota.limit) for quota in self.quotas.all()]
        return fresh


def _a_year_on(moment):
    if moment is None:
        return None
    local = timezone.localtime(moment)
    return local.replace(year=local.year + 1, day=min(local.day, 28) if local.month == 2 else local.day)  # noqa: PLR2004


class Quota(models.Model):
    """A county's own number for one call, where it differs from the others'."""

    call = ParentalKey(Call, on_delete=models.CASCADE, related_name="quotas")
    county = models.ForeignKey(
        "places.PlacePage",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name="县（市、区）",
        limit_choices_to={"tier": "centre"},
    )
    limit = models.PositiveSmallIntegerField("名额")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["call", "county"], name="one_quota_a_county_a_call")]
        verbose_name = "县级名额"

    def __str__(self):
        return f"{self.county} {self.limit}"
