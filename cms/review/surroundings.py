"""What every page that went through review shows beside its own text."""

from collections.abc import Sequence
from itertools import chain

from django.db.models import QuerySet

from cms.pages.album import gather
from cms.pages.links import Group, Link, linked
from cms.places.whereabouts import whereabouts
from cms.review.history import corrections, published_rounds

MOST_RELATED = 3


def surroundings(page, *, photos=(), images=(), specs=(), nearest: Sequence[QuerySet] = (), note="", **groups) -> dict:
    """Return where the page belongs, the pages it points to, what was corrected; the pictures are read with them.

    Three queries, whatever there is: the links, the pictures, the rounds. `photos`, `images`, `specs` go to `gather`,
    `groups` to `linked`; `nearest` are pages to read next, the nearest first, each shown with its column `note`.
    """
    layers = {f"nearest{number}": _newest(pages, page, note) for number, pages in enumerate(nearest)}
    links = linked(where=whereabouts(page), **layers, **groups)
    related = _first([link for layer in layers for link in links.pop(layer)])
    gather(page, photos=photos, images=images, links=chain(related, *links.values()), specs=specs)
    rounds = published_rounds(page)
    return {**links, "related": related, "rounds": rounds, "corrections": corrections(rounds)}


def _newest(pages: QuerySet, page, note: str) -> Group:
    """Return the newest of these pages by key, which the database finds without looking at the others."""
    return Group(pages.live().exclude(pk=page.pk).order_by("-pk"), note, limit=MOST_RELATED)


def _first(links: list[Link]) -> list[Link]:
    return list({link.pk: link for link in links}.values())[:MOST_RELATED]
