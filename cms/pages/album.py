"""Every picture of one page, read in one query."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.images import get_image_model

from cms.pages.links import Link
from cms.pages.pictures import SPECS, Picture, picture_of


@dataclass
class Photo:
    """One picture block of a stream, read without asking the database for its image."""

    image_id: int | None
    caption: str
    alt_text: str = ""
    decorative: bool = False
    picture: Picture | None = None

    @property
    def alt(self) -> str:
        return "" if self.decorative else self.alt_text or self.picture.alt


def photos_of(stream) -> list[Photo]:
    """Return the picture blocks of a stream of pictures."""
    return [_photo(block["value"]) for block in stream.raw_data]


def _photo(value: dict) -> Photo:
    chosen = value.get("image") or {}
    if isinstance(chosen, int):  # chosen before the block asked for an alternative
        chosen = {"image": chosen}
    words = chosen.get("alt_text") or "", bool(chosen.get("decorative"))
    return Photo(chosen.get("image"), value.get("caption") or "", *words)


def gather(
    page,
    *,
    photos: Iterable[Photo] = (),
    images: Iterable = (),
    links: Iterable[Link] = (),
    specs: Iterable[str] = (),
) -> None:
    """Give the cover, the photos, the images in the text and the pages pointed to their pictures in the site's sizes.

    `specs` are sizes that this page wants beside those of the whole site.
    """
    photos, images, links = list(photos), list(images), list(links)
    pks = {page.cover_id, *(photo.image_id for photo in photos), *(link.cover_id for link in links)}
    found = _with_sizes({*pks, *(image.pk for image in images)} - {None}, (*SPECS, *specs))
    if page.cover_id in found:
        page.cover = found[page.cover_id]
    for image in images:
        if image.pk in found:
            image.prefetched_renditions = found[image.pk].prefetched_renditions
    for photo in photos:
        photo.picture = picture_of(found.get(photo.image_id))
    for link in links:
        link.picture = picture_of(found.get(link.cover_id))


def _with_sizes(pks: set[int], specs: tuple[str, ...]) -> dict:
    """Return the images by pk, each with its sizes; a second query only for those that have none yet."""
    model = get_image_model()
    sizes = model.get_rendition_model().objects.filter(image__in=pks, filter_spec__in=specs).select_related("image")
    found, renditions = {}, defaultdict(list)
    for size in sizes:
        found[size.image_id] = size.image
        renditions[size.image_id].append(size)
    if unmade := pks - set(found):
        found |= model.objects.in_bulk(unmade)
    for pk, image in found.items():
        image.prefetched_renditions = renditions[pk]
    return found
