"""The city's words for lectures, edited by the city office."""

from django.db import models
from django.db.models import CharField, QuerySet, Value
from wagtail.snippets.models import register_snippet


class Word(models.Model):
    """One word of a vocabulary, in its place in the order."""

    name = models.CharField("名称", max_length=30, unique=True)
    sort_order = models.PositiveSmallIntegerField("顺序", default=0)

    class Meta:
        abstract = True
        ordering = ["sort_order", "pk"]

    def __str__(self):
        return self.name


@register_snippet
class LectureForm(Word):
    """How a lecture is given: 讲述, 快板, 三句半 …"""

    class Meta(Word.Meta):
        verbose_name = "宣讲形式"
        verbose_name_plural = "宣讲形式"


@register_snippet
class LectureTheme(Word):
    """What a lecture is about."""

    class Meta(Word.Meta):
        verbose_name = "宣讲主题"
        verbose_name_plural = "宣讲主题"


@register_snippet
class Audience(Word):
    """Whom a lecture is for."""

    class Meta(Word.Meta):
        verbose_name = "适合对象"
        verbose_name_plural = "适合对象"


@register_snippet
class Dialect(Word):
    """In which tongue."""

    class Meta(Word.Meta):
        verbose_name = "语言和方言"
        verbose_name_plural = "语言和方言"


def named(**rows: QuerySet) -> dict[str, list[str]]:
    """Return the names of several sets of words (or of teams), each in its order, in one query."""
    first, *rest = [
        words.order_by().values_list(Value(name, output_field=CharField()), _rank(words.model), "pk", "name")
        for name, words in rows.items()
    ]
    found: dict[str, list[str]] = {name: [] for name in rows}
    for name, *_, word in sorted(first.union(*rest, all=True)):
        found[name].append(word)
    return found


def _rank(model) -> str:
    return "sort_order" if issubclass(model, Word) else "pk"
