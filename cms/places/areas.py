"""Counties and townships with their villages as dots."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from cms.pages import page_cache
from cms.pages.addresses import address
from cms.places.coverage import stations
from cms.places.dots import Dots, dots
from cms.places.models import PlacePage, Status, Tier

COUNTY_PATH = 12  # characters of a county's tree path
WIDE = 24  # dots to a row


@dataclass(frozen=True)
class Area:
    """A county or a township: how many villages, how many of them with a station at work, and their dots."""

    title: str
    url: str
    operating: int
    total: int
    dots: Dots


def area(title: str, url_path: str, working: Sequence[bool], columns: int = WIDE) -> Area:
    return Area(title, address(url_path), sum(working), len(working), dots(working, columns))


def counties() -> list[Area]:
    """Return the city's counties; kept until the register changes, or the day."""
    return page_cache.kept(f"counties-as-dots:{timezone.localdate()}", _counties)


def _counties() -> list[Area]:
    centres = PlacePage.objects.live().filter(tier=Tier.CENTRE).order_by("path")
    working = defaultdict(list)
    for path, now in stations().values_list("path", "now"):
        working[path[:COUNTY_PATH]].append(now == Status.OPERATING)
    return [area(title, url, working[path]) for path, title, url in centres.values_list("path", "title", "url_path")]
