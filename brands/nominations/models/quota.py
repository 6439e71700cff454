"""名额: how many a county, the city or a category has, what was given on top, and who stands on which place."""

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey


class Tier(models.TextChoices):
    """Whose quota it is."""

    COUNTY = "county", "县级"
    CITY = "city", "市级"


A_COUNTY = {"tier": "centre"}


class CategoryQuota(models.Model):
    """How many of one category may be recommended: by one county, by every county alike, or by the city."""

    call = ParentalKey("nominations.Call", on_delete=models.CASCADE, related_name="category_quotas")
    category = models.CharField("类别", max_length=40)
    tier = models.CharField("哪一级", max_length=6, choices=Tier, default=Tier.COUNTY)
    county = models.ForeignKey(
        "places.PlacePage",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name="县（市、区）",
        limit_choices_to=A_COUNTY,
        help_text="空着就是每个县都一样。",
    )
    limit = models.PositiveSmallIntegerField("名额")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["call", "category", "tier"], condition=Q(county=None), name="one_quota_a_category_a_tier"
            ),
            models.UniqueConstraint(
                fields=["call", "category", "county"],
                condition=Q(county__isnull=False),
                name="one_quota_a_category_a_county",
            ),
            models.CheckConstraint(
                condition=Q(tier="county") | Q(county=None),
                name="the_citys_category_quota_names_no_county",
                violation_error_message="全市的名额不分县，“县（市、区）”请空着。",
            ),
        ]
        verbose_name = "分类名额"
        verbose_name_plural = "分类名额"

    def __str__(self):
        return f"{self.category} {self.limit}"

    def again(self) -> "CategoryQuota":
        """Return the same for another call, not saved."""
        return CategoryQuota(category=self.category, tier=self.tier, county=self.county, limit=self.limit)


class ExtraQuota(models.Model):
    """追加名额: given to one county on top of its quota, on paper; rows are added and never changed."""

    call = models.ForeignKey("nominations.Call", on_delete=models.CASCADE, related_name="extra_quotas")
    county = models.ForeignKey(
        "places.PlacePage",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="县（市、区）",
        limit_choices_to=A_COUNTY,
    )
    category = models.CharField("类别", max_length=40, blank=True)
    number = models.PositiveSmallIntegerField("追加几个", validators=[MinValueValidator(1)])
    document_number = models.CharField("文号", max_length=60)
    reason = models.CharField("原因", max_length=200)
    granted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    granted_by_name = models.CharField("谁批的", max_length=40)
    at = models.DateTimeField("何时", auto_now_add=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.CheckConstraint(condition=Q(number__gte=1), name="extra_quota_gives_at_least_one")]
        verbose_name = "追加名额"
        verbose_name_plural = "追加名额"

    def __str__(self):
        return f"{self.county} 追加 {self.number}"


class Seat(models.Model):
    """One numbered place of a quota, with the nomination that stands on it; nobody else can take that number."""

    call = models.ForeignKey("nominations.Call", on_delete=models.CASCADE, related_name="seats")
    tier = models.CharField("哪一级", max_length=6, choices=Tier)
    unit = models.ForeignKey("places.PlacePage", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    category = models.CharField("类别", max_length=40, blank=True)  # "" for the quota of all categories together
    number = models.PositiveSmallIntegerField("第几个")
    nomination = models.ForeignKey("nominations.Nomination", on_delete=models.CASCADE, related_name="seats")

    class Meta:
        ordering = ["call", "tier", "unit", "category", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["call", "unit", "category", "number"],
                condition=Q(tier="county"),
                name="one_seat_a_number_a_county",
            ),
            models.UniqueConstraint(
                fields=["call", "category", "number"], condition=Q(tier="city"), name="one_seat_a_number_in_the_city"
            ),
            models.UniqueConstraint(fields=["nomination", "tier", "category"], name="one_seat_a_nomination_a_tier"),
            models.CheckConstraint(condition=Q(number__gte=1), name="seat_numbers_begin_at_one"),
            models.CheckConstraint(
                condition=Q(tier="county", unit__isnull=False) | Q(tier="city", unit=None),
                name="a_countys_seat_names_it_the_citys_none",
            ),
        ]
        verbose_name = "名额"
        verbose_name_plural = "名额"

    def __str__(self):
        return f"{self.call} {self.get_tier_display()}第 {self.number} 个"
