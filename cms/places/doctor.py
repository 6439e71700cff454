"""Whether the tree, the register and the permissions are sound."""

import datetime as dt
from collections.abc import Iterator

from django.contrib.auth import get_user_model
from wagtail.models import Page

from cms.audit.doctor import check
from cms.places import night, scope
from cms.places.coverage import coverage, with_status
from cms.places.models import PlacePage, Status

TROUBLES = ("路径里有不该有的字符", "路径长度不对", "上级不在了", "层数不对", "下级数目不对")


@check("页面树完好")
def the_tree_is_sound() -> Iterator[str]:
    for trouble, pages in zip(TROUBLES, Page.find_problems(), strict=True):
        for page in pages:
            yield f"页面 {page}：{trouble}"


@check("阵地的状态就是登记册里最新的一笔")
def each_status_is_the_newest_of_the_register() -> Iterator[str]:
    for title, status, now in with_status(PlacePage.objects.all()).values_list("title", "status", "now"):
        recorded = now or Status.PLANNED
        if status != recorded:
            yield f"{title}：写的是“{Status(status).label}”，登记册里最新的是“{Status(recorded).label}”"


@check("各县（市、区）的覆盖数加起来就是全市的")
def the_counties_add_up_to_the_city(on: dt.date | None = None) -> Iterator[str]:
    whole, parts = coverage(on), [coverage(on, county.path) for county in scope.counties()]
    for name, label in (("operating", "正常运行的站"), ("total", "村（社区）")):
        summed = sum(getattr(part, name) for part in parts)
        if summed != getattr(whole, name):
            yield f"{label}：各县（市、区）合计 {summed}，全市 {getattr(whole, name)}"


@check("后台权限和任职一致")
def groups_follow_memberships() -> Iterator[str]:
    names = dict(get_user_model().objects.values_list("pk", "name"))
    wanted, held = set(night.wanted()), set(night.held())
    for user, group in sorted(wanted - held):
        yield f"{names[user]}：有任职，没有“{group}”的权限"
    for user, group in sorted(held - wanted):
        yield f"{names[user]}：有“{group}”的权限，没有任职"
