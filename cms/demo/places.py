"""The city's places: 10 counties, 139 townships, 1,878 villages, 1,770 of them with a station."""

import datetime as dt
import random
from decimal import Decimal

from cms.demo import content
from cms.demo.names import village_names, villages_per_township
from cms.demo.planting import plant
from cms.pages.slugs import pinyin_slug
from cms.places.founding import found_city, found_county
from cms.places.models import PlacePage, Status, StatusChange, Tier

# From the report: villages of each county, and how many of them have no station yet (as of 2022-06-30).
VILLAGES = {
    "延溪区": (232, 0),
    "麓阳区": (196, 0),
    "青梧市": (238, 0),
    "松屏市": (201, 0),
    "竹岭市": (131, 0),
    "浦岚县": (256, 31),
    "光禾县": (101, 0),
    "榕川县": (203, 34),
    "顺岚县": (131, 22),
    "和阳县": (189, 21),
}
HEADS = {Tier.CENTRE: "中心主任", Tier.INSTITUTE: "所长", Tier.STATION: "站长"}
HOURS = (
    "每天 8:30—17:30，圩日到 19:00",
    "周二至周日 9:00—17:00",
    "早上 8:00 到晚饭后，钥匙在站长家",
    "每天 9:00—21:00",
)
LAST_STATION = dt.date(2022, 6, 30)


def build(port: int):
    """Make the city and its whole register; return the home page."""
    home = found_city("云麓市", port=port, site_name="云麓新时代文明实践")
    for county in content.load("townships"):
        _county(home, county)
    return home


def _county(home, county: dict) -> None:
    name, rng = county["name"], random.Random(county["name"])  # noqa: S311 - the same city every time
    centre = found_county(home, name, county["slug"], status=Status.OPERATING, **_facts(Tier.CENTRE, name, rng))
    StatusChange.objects.create(place=centre, status=Status.OPERATING, since=dt.date(2019, 10, 1))
    townships = [town["name"] for town in county["townships"]]
    plant(centre, [_place(Tier.INSTITUTE, title, Status.OPERATING, rng) for title in townships])
    institutes = list(PlacePage.objects.child_of(centre).filter(tier=Tier.INSTITUTE).order_by("path"))
    fixed = {town["name"]: town.get("villages", []) for town in county["townships"]}
    total, missing = VILLAGES[name]
    sizes = villages_per_township(total, townships, fixed)
    taken = {village for villages in fixed.values() for village in villages}
    stations = []
    for institute in institutes:
        own = list(fixed[institute.title])
        own += village_names(institute.title, sizes[institute.title] - len(own), taken)
        taken.update(own)
        new = [_place(Tier.STATION, title, Status.OPERATING, rng) for title in own]
        spare = new[len(fixed[institute.title]) :]
        for place in rng.sample(spare, min(missing, len(spare) // 3 + 1, len(spare))):
            place.status = rng.choice([Status.PLANNED, Status.PLAQUE_ONLY])
            missing -= 1
        plant(institute, new)
        stations += new
    _remember(institutes + stations, rng)


def _place(tier: Tier, title: str, status: Status, rng) -> PlacePage:
    return PlacePage(title=title, slug=pinyin_slug(title), tier=tier, status=status, **_facts(tier, title, rng))


def _facts(tier: Tier, title: str, rng) -> dict:
    """Return what the register says of a place; nothing personal, the office's title only."""
    return {
        "head_title": HEADS[tier],
        "address": f"{title}{rng.choice(['文化广场旁', '老祠堂边', '村部一楼', '大樟树下', '桥头'])}"
        if tier == Tier.STATION
        else "",
        "opening_hours": rng.choice(HOURS),
        "latitude": Decimal(f"{26.4 + rng.random():.5f}"),
        "longitude": Decimal(f"{117.6 + rng.random() * 1.4:.5f}"),
    }


def _remember(places: list[PlacePage], rng) -> None:
    """Write the register's memory: listed since 2018, at work since some day before the report."""
    rows = []
    for place in places:
        rows.append(StatusChange(place_id=place.pk, status=Status.PLANNED, since=dt.date(2018, 9, 1)))
        since = dt.date(2019, 1, 1) + dt.timedelta(days=rng.randrange((LAST_STATION - dt.date(2019, 1, 1)).days))
        if place.status != Status.PLANNED:
            rows.append(StatusChange(place_id=place.pk, status=place.status, since=since))
    StatusChange.objects.bulk_create(rows, batch_size=500)
