from brands.nominations.models.call import Call, Quota
from brands.nominations.models.event import Action, NominationEvent
from brands.nominations.models.nomination import Nomination, Step
from brands.nominations.models.publicity import Publicity
from brands.nominations.models.scan import SealedScan

__all__ = ["Action", "Call", "Nomination", "NominationEvent", "Publicity", "Quota", "SealedScan", "Step"]
