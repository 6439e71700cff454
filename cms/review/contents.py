"""Everything a page says, field by field, in words: for checks, for comparison, and for whoever decides."""

import datetime as dt

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from django.utils.html import strip_tags
from wagtail.fields import RichTextField, StreamField

from cms.review.text import Text

OF_EVERY_PAGE = ("slug", "seo_title", "search_description")  # the fields of Wagtail's page that readers meet
LABELS = {"title": "标题", "slug": "网址", "seo_title": "搜索标题", "search_description": "搜索描述"}
OTHER_LABELS = {"figures": "关键数字", "__all__": "整篇"}


def everything(page) -> list[Text]:
    """Return the texts that people read, then every other editable field in words."""
    texts = page.texts()
    return [*texts, *facts(page, {text.field for text in texts})]


def facts(page, told: set[str]) -> list[Text]:
    """Return the editable fields that are not among the texts already told, each with its readable value."""
    fields = [field for field in page._meta.get_fields() if _is_fact(page, field) and field.name not in told]
    return [Text(field.name, LABELS.get(field.name, _label(field)), _words(page, field)) for field in fields]


def _is_fact(page, field) -> bool:
    if field.auto_created or not getattr(field, "editable", False) or field.one_to_one:
        return False
    return field.name in (*OF_EVERY_PAGE, "tags") or field.model is type(page)


def _label(field) -> str:
    return str(getattr(field, "verbose_name", field.name))


def _words(page, field) -> str:
    """Return a field's value as a person would say it."""
    if field.many_to_many or field.name == "tags":
        return "、".join(str(one) for one in getattr(page, field.name).all())
    value = getattr(page, field.name)
    if isinstance(field, StreamField):
        return "\n".join(_spoken(block.value) for block in value)
    if isinstance(field, RichTextField):
        return strip_tags(value)
    if getattr(field, "choices", None):
        return str(getattr(page, f"get_{field.name}_display")() or "")
    return _spoken(value)


def _spoken(value) -> str:
    """Return one value in words; a picture by title and number, so that another of one title is seen as another."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, dt.date):
        return f"{value:%Y年%-m月%-d日}"
    if isinstance(value, dict):
        return " ".join(filter(None, (_spoken(part) for part in value.values())))
    if isinstance(value, models.Model):
        return f"{value}（{value.pk}）"
    if hasattr(value, "source"):
        value = strip_tags(value.source)
    return "" if value is None else str(value)


def gaps(page) -> list[str]:
    """Return what a draft may lack and a submission may not: required fields, and blocks that are half filled in."""
    found = []
    try:
        page.full_clean()
    except ValidationError as error:
        found += [f"{label_of(type(page), field)}：{''.join(said)}" for field, said in error.message_dict.items()]
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            found += _unfinished(page, field)
    return found


def label_of(model, field: str) -> str:
    """Return what people call a field of a kind of page; its own name when it is none of the model's."""
    try:
        return LABELS.get(field) or _label(model._meta.get_field(field))
    except FieldDoesNotExist:
        return OTHER_LABELS.get(field, field)


def _unfinished(page, field: StreamField) -> list[str]:
    """Return a sentence when a block of the stream lacks something it must have."""
    try:
        field.stream_block.clean(getattr(page, field.name))
    except ValidationError:
        return [f"{_label(field)}：有一处没有填完整"]
    return []
