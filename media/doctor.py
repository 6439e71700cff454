"""Whether what must not be seen is really gone."""

from collections.abc import Iterator

from cms.audit.doctor import check
from media.models.files import Consent, Rendition


@check("撤回了同意的图片，网上没有留下")
def withheld_pictures_are_gone() -> Iterator[str]:
    left = Rendition.objects.filter(image__consent=Consent.WITHDRAWN).select_related("image")
    for size in left.iterator():
        yield f"{size.image.title}：撤回了同意，但网上还有它的一个尺寸（{size.file.name}）"
