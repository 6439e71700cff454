"""What came of a session: its record, and what listeners said."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.snippets.models import register_snippet

from lectures.models.vocabulary import Word


@register_snippet
class ServiceTag(Word):
    """A service given along with the lecture: 义诊, 理发, 法律咨询 …"""

    class Meta(Word.Meta):
        verbose_name = "同场服务"
        verbose_name_plural = "同场服务"


class SessionRecord(models.Model):
    """One screen, filled in a minute after the lecture; late is fine."""

    session = models.OneToOneField("lectures.Session", on_delete=models.CASCADE, related_name="record")
    head_count = models.PositiveSmallIntegerField(
        "到了多少人", validators=[MinValueValidator(0), MaxValueValidator(5000)]
    )
    sentence = models.CharField("一句话", max_length=200, blank=True)
    voice = models.CharField("听众的一句话", max_length=200, blank=True)
    voice_from = models.CharField("谁说的", max_length=40, blank=True, help_text="可以只写称呼，例如：一位大娘。")
    services = models.ManyToManyField(ServiceTag, blank=True, related_name="+", verbose_name="同场服务")
    photos = models.ManyToManyField(
        "media.CustomImage", blank=True, related_name="lecture_records", verbose_name="照片"
    )
    draft_key = models.UUIDField(null=True, blank=True, unique=True, editable=False)  # a draft sent twice is one record
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    recorded_at = models.DateTimeField("记录时间", auto_now_add=True)
    amended_at = models.DateTimeField("更正时间", null=True, blank=True)

    class Meta:
        verbose_name = "宣讲记录"
        verbose_name_plural = "宣讲记录"

    def __str__(self):
        return f"{self.session}：{self.head_count} 人"


class Rating(models.Model):
    """What one listener said, by the session's code; one a device a session, shown from three on, never compulsory."""

    session = models.ForeignKey("lectures.Session", on_delete=models.CASCADE, related_name="ratings")
    score = models.PositiveSmallIntegerField("听得怎么样", choices=[(3, "听进去了"), (2, "还可以"), (1, "没听懂")])
    words = models.CharField("想说的话", max_length=120, blank=True)
    by_staff = models.BooleanField("工作人员代填", default=False)  # labelled, and never counted
    device = models.CharField(max_length=64, editable=False)  # a keyed hash; says nothing of the person
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at"]
        constraints = [models.UniqueConstraint(fields=["session", "device"], name="one_rating_a_device_a_session")]
        verbose_name = "评单"
        verbose_name_plural = "评单"

    def __str__(self):
        return f"{self.session}：{self.get_score_display()}"
