"""The register of places, as the public looks through it."""

from cms.pages.filters import Filter, by_choice
from cms.pages.models import IndexPage
from cms.places.filters import by_county
from cms.places.models.place import Tier
from cms.places.models.register import Status


class PlaceIndexPage(IndexPage):
    """All places of the city or of one county."""

    kind = "places.PlacePage"
    filters = (
        by_county(),
        by_choice("tier", "层级", Tier.choices),
        by_choice("status", "状态", Status.choices),
        Filter("name", "名字里有", None, lambda pages, word: pages.filter(title__icontains=word)),
    )
    per_page = 40
    layout = "stations"
    item = "pages/items/place.html"
    unit = "处"
    above_list = "places/map.html"
    nothing = "还没有登记阵地。各县（市、区）的实践中心、所、站登记以后，会列在这里。"
    parent_page_types = ["pages.HomePage"]
    subpage_types = []

    class Meta:
        verbose_name = "阵地栏目"

    def listing(self):
        return super().listing().order_by("path")
