"""Group robots: silent until one is set up, one message an event, and its key is nowhere to be read."""

import socket

import pytest
from django.utils import timezone

from cms.notices import robots
from cms.notices.models import Delivery
from cms.notices.tasks import MOST_ATTEMPTS, deliver_waiting
from cms.notices.telling import tell
from tests.notices.robot import robot

EVENT = {"title": "就在一天以内：《防诈八招》", "body": "11月25日 19:30，上埔村\n林秀珍", "key": "session-1-day"}


@pytest.fixture
def wecom(city, settings):
    """A 企业微信 robot on this host."""
    with robot() as made:
        settings.NOTICE_ROBOTS = {"wecom": made.url}
        yield made


def tell_all(city, **changed):
    tell([city.contributor, city.editor], group=True, **(EVENT | changed))


def deliver() -> list[Delivery]:
    Delivery.objects.update(next_attempt_at=timezone.now())
    deliver_waiting.func()
    return list(Delivery.objects.all())


def test_no_robot_is_set_up_unless_the_environment_names_one(city):
    tell_all(city)

    assert robots.configured() == []
    assert not Delivery.objects.exists()


def test_a_group_hears_of_an_event_once_however_many_people_do(city, wecom):
    for _ in range(2):
        tell_all(city)
        deliver()

    ((path, kind, message),) = wecom.heard
    assert path == "/cgi-bin/webhook/send?key=a-secret-key"
    assert kind.startswith("application/json")
    said = "就在一天以内：《防诈八招》\n11月25日 19:30，上埔村\n林秀珍"
    assert message == {"msgtype": "text", "text": {"content": said}}
    assert Delivery.objects.get().state == Delivery.State.SENT


def test_what_is_for_one_person_is_not_told_to_a_group(city, wecom):
    tell([city.contributor], title="退回修改：《渡口的灯》", key="returned-1")

    assert deliver() == []


def test_dingtalk_is_signed_where_it_wants_to_be(city, wecom, settings):
    settings.NOTICE_ROBOTS = {"dingtalk": wecom.url}
    settings.NOTICE_ROBOT_SECRET = "SEC-of-the-robot"

    tell_all(city)
    deliver()

    ((path, _, _),) = wecom.heard
    assert "&timestamp=" in path
    assert "&sign=" in path


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"answer": {"errcode": 93000, "errmsg": "invalid webhook url"}}, "对方没有收：93000"),
        ({"answer": {"no": "code"}}, "看不懂"),
        ({"status": 500}, "对方回答 500"),
        ({"status": 302, "headers": {"Location": "http://127.0.0.1:1/"}}, "对方回答 302"),
    ],
)
def test_what_a_robot_does_not_take_is_tried_again_and_logged_without_its_key(city, wecom, wrong, words):
    vars(wecom).update(wrong)
    tell_all(city)

    (delivery,) = deliver()
    assert (delivery.state, delivery.attempts) == (Delivery.State.WAITING, 1)
    assert words in delivery.error
    assert "secret" not in delivery.error + delivery.address
    for _ in range(MOST_ATTEMPTS - 1):
        (delivery,) = deliver()
    assert delivery.state == Delivery.State.FAILED


def test_a_robot_that_is_not_there_is_said_to_be_away(city, settings):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        settings.NOTICE_ROBOTS = {"wecom": f"http://127.0.0.1:{taken.getsockname()[1]}/?key=secret"}
        tell_all(city)

        (delivery,) = deliver()

    assert delivery.error.startswith("连不上")
    assert "secret" not in delivery.error


def test_a_key_never_travels_in_the_clear(city, settings):
    settings.NOTICE_ROBOTS = {"wecom": "http://example.com/send?key=secret"}
    tell_all(city)

    (delivery,) = deliver()

    assert delivery.error == "机器人的地址要以 https:// 开头。"
    assert robots.addresses_are_safe()[0].id == "notices.E001"
    assert robots.safe("https://example.com/send?key=secret")
    assert not robots.safe("file:///etc/passwd")


def test_the_log_names_the_group_and_the_host_only(city, wecom, as_user):
    tell_all(city)
    deliver()

    text = as_user(city.city_manager).get("/desk/log/").text

    assert "企业微信群，127.0.0.1" in text
    assert "a-secret-key" not in text


def test_a_long_message_is_cut_between_characters(city, wecom):
    tell_all(city, body="讲" * 3000)

    deliver()

    ((_, _, message),) = wecom.heard
    assert len(message["text"]["content"].encode()) <= robots.MOST_BYTES
    assert message["text"]["content"].endswith("讲")
