"""What search engines and chat programs say of a page."""

from dataclasses import dataclass
from urllib.parse import urljoin

from django.utils.text import Truncator

from cms.pages.addresses import address
from cms.pages.pictures import picture_of

LONGEST = 110  # characters of a description


@dataclass(frozen=True)
class Card:
    """Whole addresses and plain words for the meta elements of a page."""

    url: str
    title: str
    description: str
    image: str
    type: str = "website"
    feed: str = ""


def card_of(page, *, base: str, path: str, seal: str) -> Card:
    """Return the card of a page; one without a picture of its own shows the seal. `page` may be None."""
    cover = picture_of(getattr(page, "cover", None))
    is_list = hasattr(page, "listing")
    told = hasattr(page, "byline")  # a page that somebody wrote, not a list or a place
    return Card(
        url=urljoin(base, path),
        title=getattr(page, "seo_title", "") or getattr(page, "title", ""),
        description=Truncator(getattr(page, "description", "")).chars(LONGEST),
        image=urljoin(base, cover.src if cover else seal),
        type="article" if told else "website",
        feed=urljoin(base, f"{address(page.url_path)}feed/") if is_list else "",
    )
