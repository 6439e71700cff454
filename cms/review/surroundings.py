"""What every page that went through review shows beside its own text."""

from itertools import chain

from cms.pages.album import gather
from cms.pages.links import Group, linked
from cms.places.whereabouts import whereabouts
from cms.review.history import corrections, published_rounds


def surroundings(page, *, photos=(), images=(), specs=(), **groups: Group) -> dict:
    """Return where the page belongs, the pages it points to, and what was corrected; every picture is read with them.

    Three queries, whatever there is: the links, the pictures, the rounds. `photos`, `images` and `specs` go to `gather`.
    """
    links = linked(where=whereabouts(page), **groups)
    gather(page, photos=photos, images=images, links=chain.from_iterable(links.values()), specs=specs)
    rounds = published_rounds(page)
    return {**links, "rounds": rounds, "corrections": corrections(rounds)}
