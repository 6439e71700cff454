"""The pages that are measured, and how many questions each asks the database."""

from dataclasses import dataclass
from http import HTTPStatus

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from brands.models import BrandProjectPage, CaseIndexPage, CasePage
from cms.accounts.models import User
from cms.pages.models import HomePage


@dataclass(frozen=True)
class Target:
    """One page: its name and address, who reads it ("" for anybody), and the aim uncached (× bare gunicorn)."""

    name: str
    path: str
    user: str = ""
    aim: float | None = None


def targets() -> list[Target]:
    """Return the pages of the issue, found in the demonstration city."""
    home = HomePage.objects.get()
    case = CasePage.objects.live().filter(title__startswith="一座古厝").get()
    return [
        Target("首页 home", "/", aim=0.024),
        Target("品牌 brand", BrandProjectPage.objects.live().order_by("pk").first().url, aim=None),
        Target("案例 case", case.url, aim=0.053),
        Target("列表 list", CaseIndexPage.objects.child_of(home).get().url, aim=0.042),
        Target("搜索 search", "/search/?q=%E5%85%9A%E8%AF%BE", aim=0.026),
        Target("待办 desk", "/desk/", user="yanxi-editor"),
        Target(
            "后台 explorer", f"/admin/pages/{CaseIndexPage.objects.filter(depth=4).first().pk}/", user="yanxi-editor"
        ),
    ]


def session_cookie(username: str) -> str:
    """Sign a person in on the server's side; return the Cookie header's value."""
    client = Client()
    client.force_login(User.objects.get(username=username), backend="django.contrib.auth.backends.ModelBackend")
    return f"{settings.SESSION_COOKIE_NAME}={client.session.session_key}"


def queries(target: Target) -> int:
    """Return how many questions one uncached request asks the database, once everything is warm."""
    client = Client(headers={"host": "127.0.0.1"})
    if target.user:
        client.force_login(User.objects.get(username=target.user), backend="django.contrib.auth.backends.ModelBackend")
    uncached = f"{target.path}{'&' if '?' in target.path else '?'}turn=1"  # the page cache keeps no such address
    client.get(uncached)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(uncached)
    if answer.status_code != HTTPStatus.OK:
        raise RuntimeError(f"{target.path} answered {answer.status_code}")
    return len(asked)
