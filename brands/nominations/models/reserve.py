from django.db import models


class Reserve(models.Model):
    """候补: one nomination's rank on the reserve list of its call."""

    call = models.ForeignKey("nominations.Call", on_delete=models.CASCADE, related_name="reserves")
    nomination = models.OneToOneField("nominations.Nomination", on_delete=models.CASCADE, related_name="reserve")
    rank = models.PositiveSmallIntegerField("候补第几")

    class Meta:
        ordering = ["call", "rank"]
        constraints = [
            models.UniqueConstraint(fields=["call", "rank"], name="one_reserve_a_rank"),
            models.CheckConstraint(condition=models.Q(rank__gte=1), name="reserve_ranks_begin_at_one"),
        ]
        verbose_name = "候补"
        verbose_name_plural = "候补"

    def __str__(self):
        return f"{self.nomination} 候补第 {self.rank}"
