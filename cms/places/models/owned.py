"""A page that belongs to a place."""

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from cms.pages.cards import Columns
from cms.pages.models import BasePage

CITY_DEPTH = 2


class OwnedPage(BasePage):
    """A page with the place it tells of; it lives under its county (or the city) and its place lies within."""

    place = models.ForeignKey(
        "places.PlacePage",
        verbose_name="所属阵地",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="写的是哪个村、哪个点的事；县级、市级的留空。",
    )

    card = Columns(place="place__title")

    content_panels = [*BasePage.content_panels, FieldPanel("place")]
    search_fields = [*BasePage.search_fields, index.SearchField("place_words")]

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.place_id and self.depth and not self.place.path.startswith(self.owner_path):
            raise ValidationError({"place": "这个阵地不在本县（市、区）里。"})

    @classmethod
    def get_indexed_objects(cls):
        return super().get_indexed_objects().select_related("place")

    @property
    def place_words(self) -> str:
        """The village or point as the search index reads it, so that its name finds what happened there."""
        return f"（{self.place.title}）" if self.place_id else ""

    @property
    def owner_path(self) -> str:
        """The tree path of the county or city that owns this page: that of the page above its index."""
        return self.path[: -2 * self.steplen]

    @property
    def scope_path(self) -> str:
        """The tree path of who may see and decide this: its place's when a county owns it, else its owner's."""
        if self.place_id and len(self.owner_path) > CITY_DEPTH * self.steplen:
            return self.place.path
        return self.owner_path
