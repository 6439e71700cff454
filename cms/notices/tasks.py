"""The postman: takes what waits in the outbox and sends it, each at least once; and what is kept for how long."""

from datetime import timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db.models import F
from django.utils import timezone
from django_tasks import task

from cms.core.chores import chore
from cms.notices import robots
from cms.notices.models import Channel, Delivery, Notice

MOST_ATTEMPTS = 5
LEASE = timedelta(minutes=5)
ROUND = timedelta(minutes=10)
KEPT = timedelta(days=400)  # a year and a month; the law asks for six months of logs


@task()
def deliver_waiting() -> int:
    """Send every delivery that is due; return how many left the house."""
    due = Delivery.objects.filter(state=Delivery.State.WAITING, next_attempt_at__lte=timezone.now())
    return sum(_deliver(pk) for pk in list(due.values_list("pk", flat=True)))


@chore(every=ROUND)
def sweep_outbox() -> int:
    """Send what an earlier try or a killed worker left waiting, and forget what is long past."""
    Notice.objects.filter(created_at__lt=timezone.now() - KEPT).delete()
    return deliver_waiting.func()


def _deliver(pk: int) -> bool:
    """Send one delivery, if no other worker has just taken it; a failure is tried again later, five times in all."""
    now = timezone.now()
    claimed = Delivery.objects.filter(pk=pk, state=Delivery.State.WAITING, next_attempt_at__lte=now)
    if not claimed.update(next_attempt_at=now + LEASE, attempts=F("attempts") + 1):
        return False
    delivery = Delivery.objects.select_related("notice").get(pk=pk)
    try:
        _send(delivery)
    except Exception as error:  # a mail server or a robot may fail in any way; the log keeps the reason
        delivery.error = str(error)[:500]
        delivery.next_attempt_at = now + LEASE * 2**delivery.attempts
        if delivery.attempts >= MOST_ATTEMPTS:
            delivery.state = Delivery.State.FAILED
        delivery.save(update_fields=["error", "state", "next_attempt_at"])
        return False
    Delivery.objects.filter(pk=pk).update(state=Delivery.State.SENT, sent_at=timezone.now(), error="")
    return True


def _send(delivery: Delivery) -> None:
    notice = delivery.notice
    if delivery.channel != Channel.MAIL:
        robots.send(delivery.channel, f"{notice.title}\n{notice.body}".strip())
        return
    link = f"\n\n{settings.WAGTAILADMIN_BASE_URL}{notice.url}" if notice.url else ""
    send_mail(notice.title, notice.body + link, settings.DEFAULT_FROM_EMAIL, [delivery.address])
