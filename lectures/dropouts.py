"""A speaker who said yes and cannot come after all: the dispatchers hear of it at once."""

from django.dispatch import receiver
from django.urls import reverse

from cms.core.refusals import Refused
from cms.notices.telling import tell
from lectures import scheduling, telling
from lectures.journal import happened
from lectures.models import Diary, Session, SessionEvent


def leave(*, session: Session, diary: Diary, user, reason: str) -> Session:
    """Let a speaker out of a session; they say why."""
    if not reason.strip():
        raise Refused("请写一句为什么来不了，好安排别人。", reason="一句就行。")
    return scheduling.release(session=session, speaker=diary.speaker, user=user, reason=reason)


@receiver(happened)
def _tell_dispatchers(sender, session, kind, **kwargs) -> None:
    """Tell whoever finds a substitute, but not who let the speaker go; an offer that was declined is told elsewhere."""
    if kind != SessionEvent.Kind.RELEASED:
        return
    event = session.events.order_by("-pk").first()
    if event.actor_id is None:
        return
    tell(
        [person for person in telling.dispatchers(session.place.path) if person.pk != event.actor_id],
        title=f"{event.before.get('speaker', '宣讲师')}来不了了：{telling.when(session)}，{session.place.title}",
        body=event.note,
        url=reverse("lectures_desk:substitute", args=[session.pk]),
        key=f"left-{event.pk}",
    )
