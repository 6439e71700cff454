"""The inbox: one's own notices, read one by one or all at once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.notices.models import Notice
from cms.notices.telling import tell


@pytest.fixture
def told(city):
    """Two notices for 上埔村供稿员, one of them with a way to go."""
    tell([city.contributor], title="看稿退回修改：《渡口的灯》", key="a", body="数字对不上。", url="/desk/submissions/")
    tell([city.contributor], title="已经发布：《一座古厝的三十六堂党课》", key="b")


def page_of(client, address="/desk/inbox/") -> str:
    return client.get(address).content.decode()


def test_notices_are_listed_and_counted_on_every_page(city, as_user, told):
    client = as_user(city.contributor)

    assert "看稿退回修改：《渡口的灯》" in page_of(client)
    assert "2 条还没看" in page_of(client)
    assert '<b class="count">2' in page_of(client, "/desk/")


def test_opening_one_marks_it_read_and_goes_there(city, as_user, told):
    notice = Notice.objects.get(key="a")

    answer = as_user(city.contributor).post(reverse("notices:open", args=[notice.pk]))

    assert answer.url == "/desk/submissions/"
    assert Notice.objects.filter(read_at__isnull=True).get().key == "b"


def test_all_are_marked_read_at_once(city, as_user, told):
    answer = as_user(city.contributor).post(reverse("notices:read_all"), follow=True)

    assert "2 条都看过了" in answer.content.decode()
    assert "都看过了" in page_of(as_user(city.contributor))


def test_nobody_opens_somebody_else_s(city, as_user, told):
    notice = Notice.objects.get(key="a")

    assert as_user(city.outsider).post(reverse("notices:open", args=[notice.pk])).status_code == 404
    assert as_user(city.superuser).post(reverse("notices:open", args=[notice.pk])).status_code == 404
    assert "渡口的灯" not in page_of(as_user(city.outsider))


def test_an_empty_inbox_says_what_will_be_there(city, as_user):
    assert "还没有消息" in page_of(as_user(city.contributor))


def test_one_notice_and_three_cost_the_same(city, as_user):
    client, counts = as_user(city.contributor), []
    for keys in ("a", "bc"):
        for key in keys:
            tell([city.contributor], title=f"消息 {key}", key=key)
        client.get("/desk/inbox/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/desk/inbox/")
        counts.append(len(queries))

    assert counts[0] == counts[1]
