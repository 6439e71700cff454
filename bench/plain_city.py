"""A city of counties, townships and villages with nothing in it: where only lectures are measured."""

from django.db import transaction

from cms.accounts.models import User
from cms.pages.models import HomePage
from cms.places.founding import found_city, found_county
from cms.places.models import PlacePage, Tier

COUNTIES, TOWNSHIPS, VILLAGES = 10, 14, 14  # of the city, of each county, of each township: 2,100 places below counties


@transaction.atomic
def build() -> None:
    """Lay the tree in an empty database, with coordinates, and one person who may do everything."""
    if HomePage.objects.exists():
        return
    User.objects.create_superuser("bench", None, name="压测")
    home = found_city("压测市")
    for number in range(COUNTIES):
        county = found_county(home, f"压测{number}县", f"county-{number}")
        for turn in range(TOWNSHIPS):
            township = _place(county, number, turn, 0, Tier.INSTITUTE)
            for nth in range(1, VILLAGES + 1):
                _place(township, number, turn, nth, Tier.STATION)


def _place(parent, county: int, township: int, village: int, tier: Tier) -> PlacePage:
    """Make a place; each township some 10 km from the next, each village 1 km."""
    name = f"{county}-{township}-{village}"
    where = {"latitude": f"{26 + county / 5 + village / 100:.5f}", "longitude": f"{117 + township / 10:.5f}"}
    return parent.add_child(instance=PlacePage(title=f"压测{name}", slug=name, tier=tier, status="operating", **where))
