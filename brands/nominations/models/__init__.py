from brands.nominations.models.attachment import Attachment
from brands.nominations.models.call import Call, Quota
from brands.nominations.models.event import Action, NominationEvent
from brands.nominations.models.extension import Extension
from brands.nominations.models.nomination import Nomination
from brands.nominations.models.objection import Objection
from brands.nominations.models.package import Package
from brands.nominations.models.publicity import Publicity
from brands.nominations.models.quota import CategoryQuota, ExtraQuota, Seat
from brands.nominations.models.reserve import Reserve
from brands.nominations.models.scan import SealedScan
from brands.nominations.models.sending import PastSending
from brands.nominations.models.step import Step
from brands.nominations.models.supplement import Supplement

__all__ = [
    "Action",
    "Attachment",
    "Call",
    "CategoryQuota",
    "Extension",
    "ExtraQuota",
    "Nomination",
    "NominationEvent",
    "Objection",
    "Package",
    "PastSending",
    "Publicity",
    "Quota",
    "Reserve",
    "SealedScan",
    "Seat",
    "Step",
    "Supplement",
]
