"""Mail leaves at least once; what fails is tried again, logged, and shown to the city's managers."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from cms.core.refusals import Refused
from cms.notices import outbox
from cms.notices.models import Delivery, Notice
from cms.notices.tasks import KEPT, MOST_ATTEMPTS, deliver_waiting, sweep_outbox
from cms.notices.telling import tell

LOG = "/desk/log/"


@pytest.fixture
def by_mail(city, settings):
    """Mail is set up, and 上埔村供稿员 has an address."""
    settings.NOTICES_BY_MAIL = True
    city.contributor.email = "chen@example.com"
    city.contributor.save()
    return city


def told(city, key="a") -> Delivery:
    tell([city.contributor], title="已经发布：《渡口的灯》", key=key, url="/desk/")
    return Delivery.objects.get(notice__key=key)


def broken(settings):
    settings.EMAIL_BACKEND = "tests.notices.broken_mail.Backend"


def due_now() -> None:
    Delivery.objects.update(next_attempt_at=timezone.now())


def test_a_notice_leaves_by_mail_once(by_mail):
    delivery = told(by_mail)

    for _ in range(2):
        deliver_waiting.func()

    delivery.refresh_from_db()
    assert delivery.state == Delivery.State.SENT
    assert [message.to for message in mail.outbox] == [["chen@example.com"]]


def test_the_sweep_sends_what_was_left_waiting(by_mail, settings):
    delivery, good = told(by_mail), settings.EMAIL_BACKEND
    broken(settings)
    deliver_waiting.func()
    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts) == (Delivery.State.WAITING, 1)
    assert "no such host" in delivery.error
    settings.EMAIL_BACKEND = good

    assert sweep_outbox.func() == 0
    due_now()
    assert sweep_outbox.func() == 1
    assert len(mail.outbox) == 1


def test_after_five_tries_it_has_failed_and_a_manager_may_send_it_again(by_mail, settings, as_user):
    delivery, good = told(by_mail), settings.EMAIL_BACKEND
    broken(settings)
    for _ in range(MOST_ATTEMPTS + 1):
        due_now()
        deliver_waiting.func()
    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts) == (Delivery.State.FAILED, MOST_ATTEMPTS)
    client = as_user(by_mail.city_manager)
    assert "no such host" in client.get(LOG + "?state=failed").content.decode()

    settings.EMAIL_BACKEND = good
    client.post(reverse("desk:resend", args=[delivery.pk]))
    deliver_waiting.func()

    delivery.refresh_from_db()
    assert delivery.state == Delivery.State.SENT
    with pytest.raises(Refused):
        outbox.resend(delivery=delivery)


def test_only_the_city_s_managers_read_the_log(by_mail, as_user):
    delivery = told(by_mail)

    for person in (by_mail.contributor, by_mail.manager, by_mail.outsider, by_mail.signer):
        assert as_user(person).get(LOG).status_code == 404
        assert as_user(person).post(reverse("desk:resend", args=[delivery.pk])).status_code == 404
    assert "chen@example.com" in as_user(by_mail.city_manager).get(LOG).content.decode()


def test_what_is_long_past_is_forgotten(by_mail):
    told(by_mail)
    told(by_mail, "b")
    Notice.objects.filter(key="a").update(created_at=timezone.now() - KEPT - timedelta(days=1))

    sweep_outbox.func()

    assert Notice.objects.get().key == "b"
    assert Delivery.objects.count() == 1
