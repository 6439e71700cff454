from django.db import models


class Supplement(models.Model):
    """补报: what was asked for after a nomination had been reported, until when, and when the county gave it."""

    nomination = models.ForeignKey("nominations.Nomination", on_delete=models.CASCADE, related_name="supplements")
    words = models.TextField("要补什么")
    due_on = models.DateField("哪天前交")
    asked_at = models.DateTimeField("何时提出", auto_now_add=True)
    answered_at = models.DateTimeField("何时交来", null=True, blank=True)

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["nomination"], condition=models.Q(answered_at=None), name="one_open_supplement_a_nomination"
            )
        ]
        verbose_name = "补报"
        verbose_name_plural = "补报"

    def __str__(self):
        return f"{self.nomination} 补报"
