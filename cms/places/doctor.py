"""Whether the tree, the register and the permissions are sound."""

import datetime as dt
from collections.abc import Iterator

from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import Page

from cms.audit.doctor import check
from cms.places import groups, scope
from cms.places.coverage import coverage, with_status
from cms.places.models import Membership, PlacePage, Role, Status
from cms.places.scope import CITY_DEPTH, COUNTY_DEPTH

TROUBLES = ("路径里有不该有的字符", "路径长度不对", "上级不在了", "层数不对", "下级数目不对")
ADMIN_ROLES = (Role.EDITOR, Role.REVIEWER, Role.SIGNER)


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
    wanted, held = set(_wanted()), set(_held())
    for user, group in sorted(wanted - held):
        yield f"{names[user]}：有任职，没有“{group}”的权限"
    for user, group in sorted(held - wanted):
        yield f"{names[user]}：有“{group}”的权限，没有任职"


def _wanted() -> Iterator[tuple[int, str]]:
    """Yield (user, group name) for every group that a membership of today calls for."""
    works = groups.works()
    rows = Membership.objects.current(timezone.localdate()).filter(place__depth__lte=COUNTY_DEPTH)
    told = rows.values_list("user", "role", "place__depth", "place__title", "place__access__group__name")
    for user, role, depth, title, group in told:
        if role in ADMIN_ROLES:
            yield user, groups.REVIEWERS_GROUP
        if role == Role.EDITOR:
            yield user, group or f"{title}编辑"
        if depth == CITY_DEPTH:
            yield from ((user, work.group) for work in works if role in work.roles)


def _held() -> Iterator[tuple[int, str]]:
    ours = groups.our_groups().filter(user__isnull=False)
    return iter(ours.values_list("user", "name"))
