"""The city's list of slips and fixed expressions, which its editors keep."""

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.snippets.models import register_snippet

from cms.review.checks import Level, Term


class TermRule(models.Model):
    """One entry: a wrong word and the right one, or a series with its members in order."""

    wrong = models.CharField(
        "错的写法", max_length=40, unique=True, help_text="固定提法的次序，这里写它的名字，如“四个意识”。"
    )
    right = models.CharField("对的写法", max_length=120, help_text="固定提法的次序，这里按顺序写全，用顿号隔开。")
    level = models.CharField("轻重", max_length=6, choices=Level, default=Level.SHOULD)
    unless = models.CharField(
        "这些词里不算错", max_length=120, blank=True, help_text="用顿号隔开，例如“渡假”在“过渡假期”里不算错。"
    )
    series = models.BooleanField("是一组有次序的提法", default=False)
    note = models.CharField("为什么", max_length=120, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("wrong"), FieldPanel("right")]),
        FieldRowPanel([FieldPanel("level"), FieldPanel("series")]),
        FieldPanel("unless"),
        FieldPanel("note"),
    ]

    class Meta:
        ordering = ["pk"]
        verbose_name = "文字规范"
        verbose_name_plural = "文字规范"

    def __str__(self):
        return f"{self.wrong} → {self.right}"

    def clean(self):
        super().clean()
        if self.wrong == self.right:
            raise ValidationError({"right": "对的和错的是同一个写法。"})
        if any(self.wrong not in phrase for phrase in self.as_term().exceptions):
            raise ValidationError({"unless": f"每个词里都要有“{self.wrong}”。"})

    def as_term(self) -> Term:
        return Term(self.wrong, self.right, Level(self.level), self.note, self.unless, self.series)


register_snippet(TermRule)


def terms() -> tuple[Term, ...]:
    """Return the whole list as the checks take it; one query."""
    return tuple(rule.as_term() for rule in TermRule.objects.all())
