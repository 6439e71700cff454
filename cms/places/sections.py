"""The places as dots on the home page; the places below on a place's own page."""

from collections import defaultdict

from django.utils import timezone
from wagtail import hooks

from cms.pages.addresses import address
from cms.pages.models import HomePage
from cms.pages.sections import Figure, Section
from cms.places.areas import area, counties
from cms.places.coverage import Coverage, coverage, with_status
from cms.places.models import PlacePage, Status, Tier

TOWN_PATH = 16  # characters of a township's tree path
NARROW = 12  # dots to a row of a township


@hooks.register("register_home_figure")
def covered(home: HomePage) -> Figure | None:
    """The coverage of the whole city, first of the figures."""
    found: Coverage = coverage()
    if not found.total:
        return None
    day = f"{found.on.year}年{found.on.month}月{found.on.day}日"
    how = f"{found.operating:,} / {found.total:,} 个村（社区），截至{day}，按阵地登记册数"
    return Figure(f"{found.percent.normalize():f}", "%", "村（社区）实践站覆盖率", how)


@hooks.register("register_home_section")
def places(home: HomePage) -> Section | None:
    found = counties()
    note = "一点一村：实心的有实践站常态运行，空心的还在筹建"
    return Section("sections/places.html", 80, "阵地", note, "/places/", context={"areas": found}) if found else None


@hooks.register("register_place_section")
def below(place: PlacePage) -> Section | None:
    """A county's townships with their villages as dots; else the places directly below."""
    if place.tier == Tier.POINT:
        return None
    found = with_status(PlacePage.objects.live().descendant_of(place).order_by("path"))
    if place.tier == Tier.CENTRE:
        return _townships(place, found.exclude(tier=Tier.POINT))
    rows = [_row(*row) for row in found.child_of(place).values_list("title", "url_path", "tier", "now")]
    return Section("sections/below.html", 10, "下面的阵地", context={"places": rows}) if rows else None


def _townships(county: PlacePage, found) -> Section | None:
    villages, towns = defaultdict(list), []
    for path, title, url_path, tier, now in found.values_list("path", "title", "url_path", "tier", "now"):
        if tier == Tier.INSTITUTE:
            towns.append((path, title, url_path))
        elif tier == Tier.STATION:
            villages[path[:TOWN_PATH]].append(now == Status.OPERATING)
    areas = [area(title, url_path, villages[path], NARROW) for path, title, url_path in towns]
    if not areas:
        return None
    operating, total = sum(one.operating for one in areas), sum(one.total for one in areas)
    counted = {"areas": areas, "coverage": Coverage(operating, total, timezone.localdate())}
    return Section("sections/townships.html", 10, "乡镇和街道", context=counted)


def _row(title: str, url_path: str, tier: str, now: str | None) -> dict:
    status = Status(now or Status.PLANNED)
    works = status == Status.OPERATING
    return {"title": title, "url": address(url_path), "tier": Tier(tier).label, "status": status.label, "works": works}
