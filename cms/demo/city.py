"""云麓市, from the ground up."""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Site, TaskState
from wagtail.search.backends import get_search_backend

from brands.models import BrandProjectPage
from cms.accounts.models import User
from cms.audit import models as audit
from cms.demo import cases, images, lectures, nominations, pages, people, places
from cms.demo.quiet import tasks_at_once
from cms.notices.models import Notice
from cms.pages import page_cache
from cms.pages.models import HomePage, SiteSettings
from cms.places.models import PlacePage

MARK = "建立演示城市"
OWN_MACHINE = ("127.0.0.1", "localhost")


def stands() -> bool:
    """Say whether the demonstration city has been built in this database."""
    return audit.Event.objects.filter(action=MARK).exists()


def holds_anything_else() -> bool:
    """Say whether the database holds what is not the demonstration's: somebody's pages or accounts."""
    return not stands() and (
        User.objects.exists() or Page.objects.filter(depth__gt=2).exists() or HomePage.objects.exists()
    )


def answer_at(port: int) -> bool:
    """Bring the city's site in step with the port it is served at; a site with a name of its own stays as it is."""
    site = Site.objects.filter(is_default_site=True, hostname__in=OWN_MACHINE).exclude(port=port).first()
    if site is None:
        return False
    site.port = port
    site.save()
    page_cache.renew()
    return True


def build(port: int, say: Callable[[str], None]) -> None:
    """Build the city; `say` tells the person waiting what is being done.

    What waits for the commit (pictures in their sizes, mail) is left to the worker.
    """
    with images.Studio() as studio, transaction.atomic(), tasks_at_once():
        say("铺好阵地：10 个县（市、区）、139 个乡镇（街道）、1,878 个村（社区）")
        home = places.build(port)
        say("请来各级的人，每人一个随机密码")
        people.build(home)
        get_search_backend().get_index_for_model(PlacePage).add_items(PlacePage, PlacePage.objects.all())
        say("画图片、拍短片")
        album = images.Album(studio)
        album.fill()
        say("写品牌、课程、故事、打卡和资讯，逐篇走完审核")
        pages.speakers(album)
        pages.courses(album)
        pages.brands(album)
        pages.stories(album)
        pages.news(album)
        pages.checkins(album)
        say("三十个案例，各到各的一步")
        written = cases.build(album)
        say("申报：一个通知已经有了结果，一个正在进行")
        nominations.build(written)
        say("宣讲：过去一年的记录、下个月的安排、点的单")
        lectures.build()
        _last_touches(home)
        audit.write(None, MARK, home.title)


def _last_touches(home: HomePage) -> None:
    home.lead = Page.objects.get(pk=BrandProjectPage.objects.get(title__startswith="竹筏").pk)
    home.summary = "村里的好做法、身边的好故事，在这里讲给您听。"
    home.save()
    SiteSettings.objects.update_or_create(
        site=Site.objects.get(is_default_site=True),
        defaults={
            "host": "中共云麓市委宣传部",
            "operator": "云麓市融媒体中心",
            "email": "yunlu@example.com",
            "privacy": "本站只登载本人同意公开的内容。不想再出现在某张照片或某篇文章里，告诉村里或来信，我们马上撤下。",
        },
    )
    waiting = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).values_list("pk", flat=True)
    Notice.objects.exclude(key__in=[f"review-{pk}" for pk in waiting]).update(read_at=timezone.now())
