"""Images, documents and videos, each in the collection of its county."""

from functools import partial

from django.core.validators import FileExtensionValidator
from django.db import models, transaction
from django.db.models.fields.files import FieldFile
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as StockDocument
from wagtail.images.models import AbstractImage, AbstractRendition, SourceImageIOError
from wagtail.images.models import Image as StockImage
from wagtail.search import index
from wagtailmedia.models import AbstractMedia

from cms.pages import page_cache
from media.cleaning import cleaned, taken_on


class People(models.TextChoices):
    """Who can be recognised in a picture."""

    NOBODY = "nobody", "没有可辨认的人"
    ADULTS = "adults", "有成年人"
    MINORS = "minors", "有未成年人"


class Consent(models.TextChoices):
    """Whether those who can be recognised agreed to be shown."""

    NOT_ASKED = "not_asked", "还没有问"
    GIVEN = "given", "本人同意，有记录"
    GUARDIAN = "guardian", "监护人同意，有记录"
    WITHDRAWN = "withdrawn", "已撤回"


class Withheld(SourceImageIOError):
    """A picture whose people took their consent back has no size to show; Wagtail's image tags pass over it."""


class CustomImage(AbstractImage):
    """A picture with its credit, who is in it and whether they agreed; camera and place are stripped as it is saved."""

    credit = models.CharField("供图", max_length=60, blank=True)
    taken_on = models.DateField("拍摄日期", null=True, blank=True)
    people = models.CharField("画面里的人", max_length=10, choices=People, default=People.NOBODY)
    consent = models.CharField("出镜同意", max_length=10, choices=Consent, default=Consent.NOT_ASKED)
    consent_note = models.CharField(
        "同意记录", max_length=120, blank=True, help_text="谁、何时、怎么同意的；纸质同意书放在哪里。"
    )

    admin_form_fields = (*StockImage.admin_form_fields, "credit", "taken_on", "people", "consent", "consent_note")
    search_fields = [*AbstractImage.search_fields, index.SearchField("credit"), index.FilterField("consent")]

    class Meta(AbstractImage.Meta):
        permissions = [("choose_image", "可以选用图片")]
        verbose_name = "图片"
        verbose_name_plural = "图片"

    def save(self, *args, **kwargs):
        if _is_new(self.file):
            self.taken_on = self.taken_on or taken_on(self.file)
            self.file = cleaned(self.file)
            self.file_size = self.file.size
        super().save(*args, **kwargs)
        if self.withheld:
            self.vanish()

    def vanish(self) -> None:
        """Delete every size of the picture and every kept page that shows one; the files wait for no worker.

        nginx hands out the files and asks nobody (deploy/nginx.conf): what must not be seen must not be there.
        """
        for rendition in self.renditions.all():
            rendition.delete()
            transaction.on_commit(partial(rendition.file.storage.delete, rendition.file.name))
        page_cache.renew()

    def get_rendition(self, filter):
        self._may_be_shown()
        return super().get_rendition(filter)

    def get_renditions(self, *filters):
        self._may_be_shown()
        return super().get_renditions(*filters)

    def create_rendition(self, filter):
        """Make a size under the picture's lock: not while or after somebody takes their consent back elsewhere."""
        file = self.generate_rendition_file(filter)
        with transaction.atomic():
            type(self).objects.select_for_update().get(pk=self.pk)._may_be_shown()
            rendition, _ = self.renditions.get_or_create(
                filter_spec=filter.spec, focal_point_key=filter.get_cache_key(self), defaults={"file": file}
            )
        return rendition

    def create_renditions(self, *filters):
        return {filter: self.create_rendition(filter) for filter in filters}

    def _may_be_shown(self) -> None:
        if self.withheld:
            raise Withheld(self.consent_gap())

    @property
    def withheld(self) -> bool:
        """True when somebody took their consent back: the picture is shown nowhere."""
        return self.consent == Consent.WITHDRAWN

    def consent_gap(self) -> str:
        """Return what is missing before this picture may be published, or ""."""
        if self.withheld:
            return "出镜人撤回了同意，请换一张"
        if self.people == People.MINORS and self.consent != Consent.GUARDIAN:
            return "画面里有未成年人，要先有监护人的同意"
        if self.people == People.ADULTS and self.consent not in (Consent.GIVEN, Consent.GUARDIAN):
            return "画面里的人还没有表示同意"
        return ""


def _is_new(file: FieldFile) -> bool:
    return bool(file) and not file._committed


class Rendition(AbstractRendition):
    """One size of a picture."""

    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_a_filter")
        ]


class CustomDocument(AbstractDocument):
    """A file to read or to print."""

    admin_form_fields = StockDocument.admin_form_fields

    class Meta(AbstractDocument.Meta):
        permissions = [("choose_document", "可以选用文档")]
        verbose_name = "文档"
        verbose_name_plural = "文档"


class Video(AbstractMedia):
    """A film, played as it is uploaded, with captions where somebody wrote them."""

    captions = models.FileField(
        "字幕",
        upload_to="media/captions",
        blank=True,
        validators=[FileExtensionValidator(["vtt"])],
        help_text="WebVTT 格式（.vtt）。",
    )

    admin_form_fields = ("title", "file", "captions", "collection", "duration", "width", "height", "thumbnail", "tags")

    class Meta(AbstractMedia.Meta):
        verbose_name = "视频"
        verbose_name_plural = "视频"
