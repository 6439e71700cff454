"""The one way to tell people something."""

from collections.abc import Iterable

from django.conf import settings
from django.db import transaction

from cms.notices.models import Channel, Delivery, Notice
from cms.notices.tasks import deliver_waiting


def tell(users: Iterable, *, title: str, key: str, body: str = "", url: str = "") -> None:
    """Leave each person one notice in the site, and one in the outbox where mail is set up.

    Call it inside the verb's transaction. `key` names
    the event (for instance `returned-183`): telling the same person the same event again does nothing.
    """
    for user in dict.fromkeys(users):
        notice, new = Notice.objects.get_or_create(
            user=user, key=key, defaults={"title": title[:120], "body": body, "url": url}
        )
        if new and settings.NOTICES_BY_MAIL and user.email:
            Delivery.objects.create(notice=notice, channel=Channel.MAIL, address=user.email)
            transaction.on_commit(deliver_waiting.enqueue)
