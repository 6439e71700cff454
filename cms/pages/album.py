"""Every picture of one page, read in one query."""

from collections import defaultdict
from collections.abc import Iterable

from wagtail.images import get_image_model

from cms.pages.links import Link
from cms.pages.pictures import SPECS, picture_of


def gather(page, *, images: Iterable = (), links: Iterable[Link] = (), specs: Iterable[str] = ()) -> None:
    """Give the page's cover, the images in its text and the pages it points to their pictures in the site's sizes.

    `specs` are sizes that this page wants beside those of the whole site.
    """
    images, links = list(images), list(links)
    pks = {page.cover_id, *(image.pk for image in images), *(link.cover_id for link in links)} - {None}
    found = _with_sizes(pks, (*SPECS, *specs))
    if page.cover_id in found:
        page.cover = found[page.cover_id]
    for image in images:
        if image.pk in found:
            image.prefetched_renditions = found[image.pk].prefetched_renditions
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
