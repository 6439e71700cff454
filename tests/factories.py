"""A small city for the tests, with the people of house.md §7."""

import datetime as dt
from io import BytesIO
from types import SimpleNamespace

from django.core.files.images import ImageFile
from django.utils import timezone
from PIL import Image

from brands.models import CaseIndexPage, CasePage
from cms.accounts.models import User
from cms.places.founding import found_city, found_county, index_of
from cms.places.models import Membership, PlacePage, Role, StatusChange, Tier
from cms.review import decisions
from media.models import CustomImage
from tests.snapshot import Snapshot

PASSWORD = "kwhd-4827-mnpq"


def person(name: str, place=None, *roles: Role, **fields) -> User:
    """Make an account with memberships at one place since the start of 2020, whatever day a test sets the clock to."""
    user = User.objects.create_user(fields.pop("username", name), PASSWORD, name=name, **fields)
    for role in roles:
        Membership.objects.create(user=user, place=place.page_ptr, role=role, since=dt.date(2020, 1, 1))
    return user


def place(parent, title: str, slug: str, tier: Tier, status="operating") -> PlacePage:
    """Make a place of the register below another, with its status on record since the start of 2020."""
    page = parent.add_child(instance=PlacePage(title=title, slug=slug, tier=tier, status=status))
    StatusChange.objects.create(place=page, status=status, since=dt.date(2020, 1, 1))
    return page


@Snapshot
def small_city() -> SimpleNamespace:
    """Make two counties, two townships, two villages, and one person for every role that the tests call by name."""
    home = found_city("云麓市")
    yanxi, zhuling = found_county(home, "延溪区", "yanxi"), found_county(home, "竹岭市", "zhuling")
    shangpu_town = place(yanxi, "上埔镇", "shangpu-zhen", Tier.INSTITUTE)
    shangpu = place(shangpu_town, "上埔村", "shangpu", Tier.STATION)
    xikou = place(shangpu_town, "溪口村", "xikou", Tier.STATION, status="planned")
    jiuqu_town = place(zhuling, "九曲溪镇", "jiuquxi", Tier.INSTITUTE)
    fayun = place(jiuqu_town, "筏运村", "fayun", Tier.STATION)
    return SimpleNamespace(
        home=home,
        yanxi=yanxi,
        zhuling=zhuling,
        shangpu_town=shangpu_town,
        shangpu=shangpu,
        xikou=xikou,
        fayun=fayun,
        jiuqu_town=jiuqu_town,
        contributor=person("上埔村供稿员", shangpu, Role.CONTRIBUTOR),
        checker=person("上埔镇看稿", shangpu_town, Role.CHECKER),
        editor=person("延溪区编辑", yanxi, Role.EDITOR),
        reviewer=person("延溪区复审", yanxi, Role.REVIEWER),
        nominator=person("延溪区申报专员", yanxi, Role.NOMINATOR),
        manager=person("延溪区管理员", yanxi, Role.MANAGER),
        signer=person("市级终审", home, Role.SIGNER),
        city_nominator=person("市级申报专员", home, Role.NOMINATOR),
        city_manager=person("市级管理员", home, Role.MANAGER),
        outsider=person("竹岭市编辑", zhuling, Role.EDITOR, Role.CONTRIBUTOR),
        outside_reviewer=person("竹岭市复审", zhuling, Role.REVIEWER),
        superuser=User.objects.create_superuser("root", PASSWORD, name="系统管理员"),
    )


def image(title: str = "古厝里的党课", colour: str = "#b3242b", **fields) -> CustomImage:
    """Make a small real JPEG."""
    data = BytesIO()
    Image.new("RGB", (640, 400), colour).save(data, "JPEG")
    data.seek(0)
    return CustomImage.objects.create(title=title, file=ImageFile(data, name=f"{title}.jpg"), **fields)


CASE = {
    "summary": "一张八仙桌，几条长板凳，把党课搬进了古厝。",
    "background": "上埔村常住的多是老人，会议室在二楼，上下不便。",
    "practice": "一是把时间交给群众定。二是用乡音讲身边事。",
    "results": "三年讲了 36 堂，课后办结 21 件实事。",
    "lessons": "课要讲到心里去，先得坐到一条板凳上。",
    "category": "policy",
}


def case(owner, village, title: str = "一座古厝的三十六堂党课", county=None, **fields) -> CasePage:
    """Make a draft case under a county's case index."""
    index = index_of(county or village.get_parent().get_parent().specific, CaseIndexPage)
    page = index.add_child(instance=CasePage(title=title, owner=owner, place=village, live=False, **(CASE | fields)))
    page.save_revision(user=owner)
    page.refresh_from_db()
    return page


def current_state(page):
    """Return the open task state of a page in review."""
    return page.specific.current_workflow_task_state


def approve(page, user, comment=""):
    """Approve the open step as this person."""
    state = current_state(page)
    return decisions.approve(task_state=state, user=user, revision_id=state.revision_id, comment=comment)


def send_back(page, user, comment="数字对不上，请核对"):
    """Send the page back at the open step as this person."""
    state = current_state(page)
    return decisions.send_back(task_state=state, user=user, revision_id=state.revision_id, comment=comment)


def publish(page, city):
    """Take a draft through every step, as the people of the small city do."""
    decisions.submit(page=page, user=page.owner, correction="内容更新。" if page.first_published_at else "")
    for user in (city.checker, city.editor, city.reviewer, city.signer):
        approve(page, user)
    page.refresh_from_db()
    return page


def tomorrow():
    return timezone.now() + dt.timedelta(days=1)
