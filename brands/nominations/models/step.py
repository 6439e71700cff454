"""The steps of a nomination, and which of them count."""

from django.db import models


class Step(models.TextChoices):
    """Where a nomination stands."""

    PREPARED = "prepared", "县级准备"
    ENDORSED = "endorsed", "县级推荐"
    RETURNED = "returned", "退回补充"
    RECOMMENDED = "recommended", "市级选定"
    PUBLICISED = "publicised", "公示"
    REPORTED = "reported", "已上报"
    AWARDED = "awarded", "入选"
    NOT_SELECTED = "not_selected", "未入选"
    WITHDRAWN = "withdrawn", "已撤回"


IN_COUNTY = (Step.PREPARED, Step.RETURNED)
COUNTED_BY_CITY = (Step.RECOMMENDED, Step.PUBLICISED, Step.REPORTED, Step.AWARDED, Step.NOT_SELECTED)
COUNTED_BY_COUNTY = (Step.ENDORSED, *COUNTED_BY_CITY)  # what takes up a place of the county's quota
PUBLIC_STEPS = (Step.PUBLICISED, Step.REPORTED, Step.AWARDED)
OFF_NOTICE = (Step.RETURNED, Step.WITHDRAWN)
