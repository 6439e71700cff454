from cms.places.models.access import PlaceAccess
from cms.places.models.membership import Membership, Role
from cms.places.models.owned import OwnedPage
from cms.places.models.place import PlacePage, Tier
from cms.places.models.register import Status, StatusChange

from cms.places.models.index import PlaceIndexPage  # isort: skip - its filters read the places

__all__ = [
    "Membership",
    "OwnedPage",
    "PlaceAccess",
    "PlaceIndexPage",
    "PlacePage",
    "Role",
    "Status",
    "StatusChange",
    "Tier",
]
