"""A speaker who said yes and cannot come after all."""

from django.db import transaction
from django.urls import reverse

from cms.core.refusals import Refused
from cms.notices.telling import tell
from lectures import scheduling, telling
from lectures.models import Diary, Session


@transaction.atomic
def leave(*, session: Session, diary: Diary, user, reason: str) -> Session:
    """Let a speaker out of a session, with a reason; the dispatchers hear of it at once and look for a substitute."""
    if not reason.strip():
        raise Refused("请写一句为什么来不了，好安排别人。", reason="一句就行。")
    left = scheduling.release(session=session, speaker=diary.speaker, user=user, reason=reason)
    trail = left.events.order_by("-pk").values_list("pk", flat=True)[0]
    tell(
        telling.dispatchers(left.place.path),
        title=f"{diary.speaker.title}来不了了：{telling.when(left)}，{left.place.title}",
        body=reason.strip(),
        url=reverse("lectures_desk:substitute", args=[left.pk]),
        key=f"left-{left.pk}-{trail}",
    )
    return left
