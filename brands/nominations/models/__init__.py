from brands.nominations.models.call import Call, Quota
from brands.nominations.models.nomination import Nomination, NominationEvent, Step
from brands.nominations.models.publicity import Publicity

__all__ = ["Call", "Nomination", "NominationEvent", "Publicity", "Quota", "Step"]
