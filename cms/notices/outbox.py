"""What was sent by mail and how it ended."""

from django.db import transaction
from django.utils import timezone

from cms.core.refusals import Refused
from cms.notices.models import Delivery
from cms.notices.tasks import deliver_waiting


def deliveries(state: str = ""):
    """Return every delivery, or those in one state, newest first."""
    found = Delivery.objects.select_related("notice__user").order_by("-pk")
    return found.filter(state=state) if state in Delivery.State.values else found


@transaction.atomic
def resend(*, delivery: Delivery) -> None:
    """Let a failed delivery be tried again from the start."""
    again = {"state": Delivery.State.WAITING, "attempts": 0, "next_attempt_at": timezone.now()}
    if not Delivery.objects.filter(pk=delivery.pk, state=Delivery.State.FAILED).update(**again):
        raise Refused("这一条没有失败，不用再发。")
    transaction.on_commit(deliver_waiting.enqueue)
