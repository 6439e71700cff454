"""Pictures in the few sizes that the site uses; every size of a page's pictures is read in one query."""

from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.images import get_image_model
from wagtail.images.models import SourceImageIOError

MODERN = ("width-480|format-webp", "width-960|format-webp", "width-1600|format-webp")
PLAIN = "width-960|format-jpeg"  # for browsers without WebP
SHARE = "fill-1200x630|format-jpeg"  # the card that chat programs show
SPECS = (*MODERN, PLAIN, SHARE)


@dataclass(frozen=True)
class Picture:
    """One picture, ready for a template: `sources` is a srcset."""

    alt: str
    src: str
    width: int
    height: int
    sources: str
    share: str
    credit: str = ""


def picture_of(image) -> Picture | None:
    """Return the picture in its sizes, or None where there is none to show (missing, withheld, unreadable)."""
    if isinstance(image, Picture) or image is None:
        return image
    if getattr(image, "withheld", False):
        return None
    if not hasattr(image, "prefetched_renditions"):
        image.prefetched_renditions = list(image.renditions.filter(filter_spec__in=SPECS))
    try:
        sizes = image.get_renditions(*SPECS)
    except (SourceImageIOError, OSError):
        return None
    return _picture(image, sizes)


def pictures(pks: Iterable[int]) -> dict[int, Picture]:
    """Return the pictures of these image pks, one query for all; those that cannot be shown are left out."""
    images = get_image_model().objects.filter(pk__in={pk for pk in pks if pk}).prefetch_renditions(*SPECS)
    found = {image.pk: picture_of(image) for image in images}
    return {pk: picture for pk, picture in found.items() if picture}


def prepare(images: Iterable) -> None:
    """Make every size of these images now, so that no reader waits for one."""
    for image in images:
        picture_of(image)


def _picture(image, sizes) -> Picture:
    widths = {sizes[spec].width: sizes[spec].url for spec in MODERN}
    plain = sizes[PLAIN]
    return Picture(
        alt=image.default_alt_text,
        src=plain.url,
        width=plain.width,
        height=plain.height,
        sources=", ".join(f"{url} {width}w" for width, url in sorted(widths.items())),
        share=sizes[SHARE].url,
        credit=getattr(image, "credit", ""),
    )
