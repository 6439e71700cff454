"""The one way to tell people something."""

from collections.abc import Iterable

from django.conf import settings
from django.db import transaction

from cms.notices import robots
from cms.notices.models import Channel, Delivery, Notice
from cms.notices.tasks import deliver_waiting


def tell(users: Iterable, *, title: str, key: str, body: str = "", url: str = "", group: bool = False) -> None:
    """Leave each person one notice in the site, and one in the outbox where mail is set up.

    With `group` the robots of the group chats say it too, once an event, where any is set up: then title and body
    are words that everybody in the group may read, and the message hangs on the first person's notice.

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
        if new and group:
            _tell_groups(notice)


def _tell_groups(notice: Notice) -> None:
    """Give the robots an event that none of them has yet."""
    told = set(Delivery.objects.filter(notice__key=notice.key).values_list("channel", flat=True))
    for channel in robots.configured():
        if channel not in told:
            Delivery.objects.create(notice=notice, channel=channel, address=robots.host_of(channel))
            transaction.on_commit(deliver_waiting.enqueue)
