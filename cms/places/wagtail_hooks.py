from wagtail import hooks

from cms.places.founding import SectionSpec
from cms.places.models import PlaceIndexPage


@hooks.register("register_section")
def places_section():
    return SectionSpec(PlaceIndexPage, "阵地", "places", 70, counties=False)
