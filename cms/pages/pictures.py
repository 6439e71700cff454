"""Pictures in the few sizes that the site uses; every size of a page's pictures is read in one query.

The sizes are made by the worker when a page is published (tasks.py). Where a reader comes first, only the two smallest
are made for that reader.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.images import get_image_model
from wagtail.images.models import Filter, SourceImageIOError

MODERN = ("width-480|format-webp", "width-960|format-webp", "width-1600|format-webp")
PLAIN = "width-960|format-jpeg"  # for browsers without WebP, and for share cards
SPECS = (*MODERN, PLAIN)
AT_LEAST = (MODERN[0], PLAIN)


@dataclass(frozen=True)
class Picture:
    """One picture, ready for a template: `sources` is a srcset."""

    alt: str
    src: str
    width: int
    height: int
    sources: str
    credit: str = ""


def picture_of(image) -> Picture | None:
    """Return the picture in the sizes it has, or None where there is none to show (missing, withheld, unreadable)."""
    if isinstance(image, Picture) or image is None:
        return image
    if getattr(image, "withheld", False):
        return None
    if not hasattr(image, "prefetched_renditions"):
        image.prefetched_renditions = list(image.renditions.filter(filter_spec__in=SPECS))
    sizes = {size.filter_spec: size for size in image.prefetched_renditions}
    try:
        sizes |= image.get_renditions(*(spec for spec in AT_LEAST if spec not in sizes))
    except (SourceImageIOError, OSError):
        return None
    return _picture(image, sizes)


def pictures(pks: Iterable[int]) -> dict[int, Picture]:
    """Return the pictures of these image pks, in one query for all; those that cannot be shown are left out."""
    found = {pk: picture_of(image) for pk, image in with_sizes({pk for pk in pks if pk}).items()}
    return {pk: picture for pk, picture in found.items() if picture}


def with_sizes(pks: set[int], specs: Iterable[str] = SPECS) -> dict:
    """Return the images by pk, each with these sizes; a second query only where one has none yet."""
    model = get_image_model()
    sizes = model.get_rendition_model().objects.filter(image__in=pks, filter_spec__in=specs).select_related("image")
    found: dict = {}
    for size in sizes if pks else ():
        image = found.setdefault(size.image_id, size.image)
        image.__dict__.setdefault("prefetched_renditions", []).append(size)
    for pk, image in model.objects.in_bulk(pks - set(found)).items() if pks - set(found) else ():
        image.prefetched_renditions = []
        found[pk] = image
    return found


def prepare(pks: Iterable[int]) -> int:
    """Make every size of these images that is not there yet; return how many images there are."""
    images = get_image_model().objects.filter(pk__in=set(pks)).prefetch_renditions(*SPECS)
    for image in images:
        have = {size.filter_spec for size in image.prefetched_renditions}
        if not getattr(image, "withheld", False):
            image.get_renditions(*(Filter(spec=spec) for spec in SPECS if spec not in have))
    return len(images)


def _picture(image, sizes: dict) -> Picture:
    widths = {sizes[spec].width: sizes[spec].url for spec in MODERN if spec in sizes}
    plain = sizes[PLAIN]
    return Picture(
        alt=image.default_alt_text,
        src=plain.url,
        width=plain.width,
        height=plain.height,
        sources=", ".join(f"{url} {width}w" for width, url in sorted(widths.items())),
        credit=getattr(image, "credit", ""),
    )
