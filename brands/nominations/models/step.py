"""The steps of a nomination, and which of them count."""

from django.db import models


class Step(models.TextChoices):
    """Where a nomination stands."""

    PREPARED = "prepared", "县级准备"
    ENDORSED = "endorsed", "县级推荐"
    RECEIVED = "received", "市级收到"
    RETURNED = "returned", "退回补充"
    RECOMMENDED = "recommended", "市级选定"
    RESERVED = "reserved", "候补"
    PUBLICISED = "publicised", "公示"
    REPORTED = "reported", "已上报"
    SUPPLEMENT = "supplement", "要求补报"
    AWARDED = "awarded", "入选"
    NOT_SELECTED = "not_selected", "未入选"
    WITHDRAWN = "withdrawn", "已撤回"


IN_COUNTY = (Step.PREPARED, Step.RETURNED)
COUNTED_BY_CITY = (
    Step.RECOMMENDED, Step.PUBLICISED, Step.REPORTED, Step.SUPPLEMENT, Step.AWARDED, Step.NOT_SELECTED,
)  # fmt: skip
# What takes up a place of the county's quota.
COUNTED_BY_COUNTY = (Step.ENDORSED, Step.RECEIVED, Step.RESERVED, *COUNTED_BY_CITY)
REPORTED_STEPS = (Step.REPORTED, Step.SUPPLEMENT, Step.AWARDED)
PUBLIC_STEPS = (Step.PUBLICISED, *REPORTED_STEPS)
ON_NOTICE = (*PUBLIC_STEPS, Step.NOT_SELECTED)  # a notice strikes what is at any other step
