"""Pictures in the few sizes that the site uses; every size of a page's pictures is read in one query.

The sizes are made by the worker when a page is published (tasks.py). Where a reader comes first, only the two smallest
are made for that reader.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.files.storage import default_storage
from wagtail.images import get_image_model
from wagtail.images.models import Filter, SourceImageIOError

MODERN = ("width-480|format-webp", "width-960|format-webp", "width-1600|format-webp")
PLAIN = "width-960|format-jpeg"  # for browsers without WebP, and for share cards
SPECS = (*MODERN, PLAIN)
AT_LEAST = (MODERN[0], PLAIN)


SIZE = ("image_id", "filter_spec", "file", "width", "height")


@dataclass(frozen=True)
class Size:
    """One file of a picture, as a row of the table of sizes."""

    file: str
    width: int
    height: int

    @property
    def url(self) -> str:
        return default_storage.url(self.file)


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
    return _picture(sizes, image.default_alt_text, getattr(image, "credit", ""))


def pictures(pks: Iterable[int]) -> dict[int, Picture]:
    """Return the pictures of these image pks, in one query for all; those that cannot be shown are left out.

    A withheld image has lost its sizes (media), so it is not among the rows; a second query is for those without sizes.
    """
    wanted = {pk for pk in pks if pk}
    if not wanted:
        return {}
    model = get_image_model()
    sizes = model.get_rendition_model().objects.filter(image__in=wanted, filter_spec__in=SPECS)
    of_image, alts = defaultdict(dict), {}
    for pk, spec, *size, title, description in sizes.values_list(*SIZE, "image__title", "image__description"):
        of_image[pk][spec] = Size(*size)
        alts[pk] = description or title
    found = {pk: _picture(sizes, alts[pk]) for pk, sizes in of_image.items() if PLAIN in sizes}
    if unmade := wanted - set(found):
        found |= {pk: picture_of(image) for pk, image in model.objects.in_bulk(unmade).items()}
    return {pk: picture for pk, picture in found.items() if picture}


def prepare(pks: Iterable[int]) -> int:
    """Make every size of these images that is not there yet; return how many images wanted one."""
    images = get_image_model().objects.filter(pk__in=set(pks)).prefetch_renditions(*SPECS)
    return sum(_complete(image) for image in images if not getattr(image, "withheld", False))


def _complete(image) -> bool:
    have = {size.filter_spec for size in image.prefetched_renditions}
    if have.issuperset(SPECS):
        return False
    try:
        image.get_renditions(*(Filter(spec=spec) for spec in SPECS if spec not in have))
    except (SourceImageIOError, OSError):
        return False  # the file is lost or no picture; the page does without it
    return True


def _picture(sizes: dict, alt: str, credit: str = "") -> Picture:
    widths = {sizes[spec].width: sizes[spec].url for spec in MODERN if spec in sizes}
    plain = sizes[PLAIN]
    sources = ", ".join(f"{url} {width}w" for width, url in sorted(widths.items()))
    return Picture(alt, plain.url, plain.width, plain.height, sources, credit)
