"""A published page's pictures are made in their sizes by the worker; so are those of a picture that was replaced."""

from django.db import transaction
from django.db.models.signals import post_save
from wagtail.images import get_image_model
from wagtail.signals import page_published

from cms.pages import tasks


def prepare_pictures_of_page(instance, **kwargs) -> None:
    shown = instance.pictures() if hasattr(instance, "pictures") else [getattr(instance, "cover", None)]
    _prepare([image.pk for image in shown if image])


def prepare_replaced_picture(instance, created, raw=False, **kwargs) -> None:
    """A new picture waits until a page that shows it is published."""
    if not created and not raw:
        _prepare([instance.pk])


def _prepare(pks: list[int]) -> None:
    if pks:
        transaction.on_commit(lambda: tasks.prepare_pictures.enqueue(sorted(set(pks))))


def connect() -> None:
    page_published.connect(prepare_pictures_of_page)
    post_save.connect(prepare_replaced_picture, sender=get_image_model())
