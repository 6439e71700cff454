"""The four steps of publishing review (三审三校, with the township's look before them)."""

from django.db import models

from cms.places.models import Role
from cms.places.models.owned import CITY_DEPTH
from cms.places.scope import COUNTY_DEPTH

INSTITUTE_DEPTH = 4


class Step(models.TextChoices):
    """From the township to the city."""

    LOOK = "look", "看稿"
    FIRST = "first", "初审"
    SECOND = "second", "复审"
    FINAL = "final", "终审"


ROLES = {Step.LOOK: Role.CHECKER, Step.FIRST: Role.EDITOR, Step.SECOND: Role.REVIEWER, Step.FINAL: Role.SIGNER}
DEPTHS = {Step.LOOK: INSTITUTE_DEPTH, Step.FIRST: COUNTY_DEPTH, Step.SECOND: COUNTY_DEPTH, Step.FINAL: CITY_DEPTH}
