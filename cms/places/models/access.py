from django.contrib.auth.models import Group
from django.db import models
from wagtail.models import Collection, Page


class PlaceAccess(models.Model):
    """The one Wagtail group and the one collection through which a place's editors work in /admin/ (see groups.py)."""

    place = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="access", verbose_name="单位")
    group = models.OneToOneField(Group, on_delete=models.PROTECT, related_name="place_access", verbose_name="编辑组")
    collection = models.OneToOneField(
        Collection, on_delete=models.PROTECT, related_name="place_access", verbose_name="图库"
    )

    class Meta:
        verbose_name = "后台权限"
        verbose_name_plural = "后台权限"

    def __str__(self):
        return self.place.title
